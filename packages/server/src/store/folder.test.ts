import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from './folder.ts';

it('a data folder is made with those above it, and may be there already', () => {
  const root = mkdtempSync(join(tmpdir(), 'entente-folder-'));
  makeFolder(join(root, 'a', 'b', 'c'));
  makeFolder(join(root, 'a', 'b', 'c'));
  expect(existsSync(join(root, 'a', 'b', 'c'))).toBe(true);
  rmSync(root, { recursive: true });
});

it.runIf(existsSync('/proc/self'))('where no folder can be made, that is said at once', () => {
  expect(() => makeFolder('/proc/no-such-place/data')).toThrow();
});
