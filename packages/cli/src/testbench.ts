import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './program.ts';

/** For tests: the real command line, in this process or started as a person would start it, and a folder to work in. */

const root = join(import.meta.dirname, '../../..');
const MAIN = join(root, 'packages/cli/src/main.ts');

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const LANG = 'C.UTF-8';

/** Runs a command line here, in the folder of the workplace; gives what a process would have said, and its exit code. */
export async function entente(args: readonly string[], env: Record<string, string> = {}): Promise<Said> {
  let [out, err] = ['', ''];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = await run(args, { stdout, stderr, env: { LANG, ...env } });
  return { code, out, err };
}

/** The same in a process of its own, where it matters that it is one: exit codes, streams, signals. */
export function started(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const env = { PATH, LANG, ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}) };
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder, env });
}

/** Starts it and waits for its end. */
export function ended(folder: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = started(folder, args);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** The complete example of docs/scenario-format.md. */
export const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/scenario-format.md'), 'utf8'))?.[1] ?? '';

const CALM = `play: calm
title: The neighbour is warned
steps:
  - {at: PT10M, seat: north-captain, do: SendMessage, as: warning, to: ['party:south'], text: Oil is drifting towards you.}
  - {at: PT12M, seat: south-chief, do: AcknowledgeMessage, message: warning}
`;

/**
 * A folder of its own with the example scenario in `harbour` and a play; `files` are added or replace. This process works
 * in it until it is removed.
 */
export function workplace(files: Record<string, string | Uint8Array> = {}): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
  for (const [name, content] of Object.entries({ 'harbour/scenario.yaml': EXAMPLE, 'harbour/plays/calm.yaml': CALM, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const before = process.cwd();
  process.chdir(folder);
  const remove = () => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}
