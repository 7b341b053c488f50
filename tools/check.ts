import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run check [-- FOLDER…]`: format, lint, types, unused code, house rules; all side by side, since they share nothing.
 * With folders, only what concerns those folders is shown and counted.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
}
interface Outcome extends Step {
  readonly seconds: number;
  readonly good: boolean;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');
const folders = process.argv.slice(2).map((f) => f.replace(/^\.\//, '').replace(/\/$/, ''));
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const started = performance.now();
/** What the last run found out, by what the files hold: only what changed since is looked at again. */
const known = (name: string): string => join(root, 'node_modules', '.cache', 'check', name);
/** The compiler collects its garbage when it has grown fivefold: a quarter of its work, for a gigabyte at most. */
const RARELY = '400';
/** One checker each: several of one program do much of the same twice, and the programs run side by side anyway. */
const types = (project: string): readonly string[] => [
  bin('tsc'),
  ...['-p', project, '--pretty', 'false', '--checkers', '1'],
  ...['--incremental', '--tsBuildInfoFile', known(`${project.replace(/\W/g, '-')}.json`)],
];

const steps: Step[] = [
  {
    name: 'format and lint',
    command: [bin('biome'), 'check', '--reporter=concise', '--no-errors-on-unmatched', '--max-diagnostics=200', ...folders],
  },
  { name: 'types', command: types('tsconfig.json') },
  // Screens and their tests at once: each alone would read and judge the engine beneath them once more.
  { name: 'types (browser)', command: types('tsconfig.browser.json') },
  { name: 'unused code', command: [bin('knip'), '--no-progress', '--no-config-hints', '--cache', '--cache-location', known('knip')] },
  { name: 'house rules', command: [process.execPath, 'tools/tidy.ts', ...folders] },
];

const outcomes = await Promise.all(steps.map(run));
for (const o of outcomes.filter((x) => !x.good)) process.stdout.write(`\n── ${o.name} ──\n${o.output.trim()}\n`);
process.stdout.write('\n');
for (const o of outcomes) process.stdout.write(`${o.good ? 'ok  ' : 'FAIL'}  ${o.name.padEnd(24)}${o.seconds.toFixed(1).padStart(6)} s\n`);
process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
process.exitCode = outcomes.every((o) => o.good) ? 0 : 1;

function run(step: Step): Promise<Outcome> {
  const [command, ...args] = step.command as [string, ...string[]];
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0', GOGC: RARELY } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      const seconds = (performance.now() - begun) / 1000;
      // A folder without any source yet is no mistake.
      const empty = output.includes('error TS18003');
      const shown = filtered(step) ? onlyAbout(output) : output;
      resolve({ ...step, seconds, output: shown, good: code === 0 || empty || (filtered(step) && shown === '') });
    });
  });
}

/** tsc and knip always look at everything; with folders, only what they say of those counts. */
function filtered(step: Step): boolean {
  return folders.length > 0 && (step.name.startsWith('types') || step.name === 'unused code');
}

function onlyAbout(output: string): string {
  return output
    .split('\n')
    .filter((line) => folders.some((f) => line.includes(`${f}/`)) && !line.trimEnd().endsWith('package.json'))
    .join('\n');
}
