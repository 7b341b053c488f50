import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { divided, type Part } from './long/parts.ts';

/**
 * `npm run test:long [-- WORD…]`: the tests wholly, in parts, as many side by side as there are cores and at most two. With
 * words, only the parts and files that have one of them. A part that fails is told at once, and the others go on.
 *   ENTENTE_SEED   chooses what is played of what is capped: other seeds, other shares
 *   ENTENTE_WHOLE  1: nothing is capped, which takes three hours
 *   ENTENTE_RUNS   so many generated runs of every property, whatever its part says
 */
const root = join(import.meta.dirname, '..');
const logs = join(root, 'node_modules', '.cache', 'long');
const WHOLE = process.env.ENTENTE_WHOLE === '1';
const WHOLE_RUNS = 2_000;
const seed = process.env.ENTENTE_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const words = process.argv.slice(2);
/** In /proc, hundredths of a second. */
const TICKS = 100;
let counted = 0;
const begun = performance.now();
const running = new Set<ReturnType<typeof spawn>>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });

const all = globSync(['packages/*/{src,fixtures}/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'e2e/**/*.test.ts'], { cwd: root }).sort();
const waiting = [...divided(all)].flatMap(([part, files]) => {
  const wanted = files.filter((file) => words.length === 0 || words.some((word) => part.name.includes(word) || file.includes(word)));
  return wanted.length > 0 ? [{ part, files: wanted }] : [];
});
const sum = { passed: 0, failed: 0 };
mkdirSync(logs, { recursive: true });
process.stdout.write(`seed ${seed}, ${WHOLE ? 'everything' : 'with caps'}, ${waiting.length} parts (ENTENTE_SEED, ENTENTE_WHOLE=1)\n`);
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
process.stdout.write(`${inTime(performance.now() - begun)}${inCpu(spent())}\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

async function lane(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) await play(next.part, next.files);
}

async function play(part: Part, files: readonly string[]): Promise<void> {
  const from = performance.now();
  const { good, output, cpu } = await run(part, files);
  writeFileSync(join(logs, `${part.name.replace(/\W+/g, '-')}.log`), output);
  const [, passed = '0', failed = '0'] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  // One that breaks off before its last line has failed once at least.
  const faults = good ? 0 : Math.max(1, Number(failed));
  sum.passed += Number(passed);
  sum.failed += faults;
  if (faults > 0) process.stdout.write(`\n── ${part.name} ──\n${output.trim()}\n\n`);
  const verdict = faults > 0 ? 'FAIL' : 'ok  ';
  process.stdout.write(
    `${verdict}  ${part.name.padEnd(26)}${inTime(performance.now() - from)}${inCpu(cpu)}  ${passed} passed, ${faults} failed\n`,
  );
}

/** Says what it wrote, and how many seconds of a core it took with all that it started, where the system tells. */
function run(part: Part, files: readonly string[]): Promise<{ good: boolean; output: string; cpu: number | undefined }> {
  const runs = process.env.ENTENTE_RUNS ?? String(WHOLE ? WHOLE_RUNS : (part.runs ?? WHOLE_RUNS));
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=1', ...files];
  const env = { ...process.env, ENTENTE_SEED: seed, ENTENTE_LONG: '1', ENTENTE_RUNS: runs, NO_COLOR: '1' };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let [output, cpu]: [string, number | undefined] = ['', undefined];
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('exit', () => {
      running.delete(child);
      const now = spent();
      if (now !== undefined) [cpu, counted] = [now - counted, now];
    });
    child.on('close', (code) => resolve({ good: code === 0, output, cpu }));
  });
}

/** CPU seconds of all that ended under this process, and of what those waited for, as they do not for all of a browser: Linux alone keeps such a sum. */
function spent(): number | undefined {
  try {
    const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(13, 15);
    return (Number(user) + Number(system)) / TICKS;
  } catch {
    return undefined;
  }
}

function inTime(ms: number): string {
  return `${(ms / 1000).toFixed(0).padStart(6)} s`;
}

function inCpu(seconds: number | undefined): string {
  return seconds === undefined ? '' : `${seconds.toFixed(0).padStart(6)} s of CPU`;
}
