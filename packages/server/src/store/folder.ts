import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it, for nobody but us to enter. Level by level: where a file system answers "no such
 * folder" to making one (as /proc does), Node's own recursive way never comes back.
 * @throws the system's error, with its code, if a level cannot be made.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const level of missing) mkdirSync(level, { mode: 0o700 });
}
