import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** For tests: the real command line, started as a person would start it, and a folder to work in. */

const root = join(import.meta.dirname, '../../..');
export const MAIN = join(root, 'packages/cli/src/main.ts');

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder and waits for its end. */
export function entente(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
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

/** A folder of its own with the example scenario in `harbour` and a play; `files` are added or replace. */
export function workplace(files: Record<string, string | Uint8Array> = {}): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
  for (const [name, content] of Object.entries({ 'harbour/scenario.yaml': EXAMPLE, 'harbour/plays/calm.yaml': CALM, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
