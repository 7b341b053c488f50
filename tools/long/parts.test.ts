import { expect, it } from 'vitest';
import { divided, PARTS } from './parts.ts';

it('a file is in the first part that has it, and none is in two or in no part', () => {
  const files = ['e2e/browser/axe.test.ts', 'e2e/browser/sharing.test.ts', 'e2e/fault.test.ts', 'packages/web/src/x.test.tsx'];
  const names = [...divided(files)].flatMap(([part, own]) => own.map(() => part.name));
  expect(names).toEqual(['screens asked by axe', 'days by clicks', 'servers and doors', 'the rest']);
  expect([...divided(files).values()].flat().sort()).toEqual([...files].sort());
});

it('a name stands for one part', () => {
  expect(new Set(PARTS.map((part) => part.name)).size).toBe(PARTS.length);
});
