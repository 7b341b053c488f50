import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTANTS } from '../testing/sharing-mutants.ts';
import expected from '../testing/sharing-story.json' with { type: 'json' };
import type { Told } from '../testing/sharing-story.ts';

/**
 * Every audience check of the room, taken out in turn: a copy of the engine without it must tell another story, or break
 * on the record’s own guard. What survives would be a check that no test holds.
 */
const seed = Number(process.env.ENTENTE_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** All of them in the long run; each time a few others otherwise. */
const IN_SHORT = 8;
const tried =
  process.env.ENTENTE_LONG === '1'
    ? [...MUTANTS]
    : (fc.sample(fc.shuffledSubarray([...MUTANTS], { minLength: IN_SHORT, maxLength: IN_SHORT }), { seed, numRuns: 1 })[0] ?? []);
console.log(`mutants: seed ${seed}, ${tried.length} of ${MUTANTS.length} (ENTENTE_SEED, ENTENTE_LONG)`);

const engine = join(import.meta.dirname, '..');
let copy = '';
beforeAll(() => {
  // Inside the package, so that what the engine imports is found.
  copy = mkdtempSync(join(engine, '..', '.mutants-'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('every check that is to be taken out stands in the room, once', () => {
  const missing = MUTANTS.filter(({ file, from }) => readFileSync(join(engine, 'sharing', file), 'utf8').split(from).length !== 2);
  expect(missing.map((m) => m.without)).toEqual([]);
});

describe('the story changes without', () => {
  for (const [i, { without, file, from, to }] of tried.entries())
    it(without, async () => {
      const folder = join(copy, String(i));
      cpSync(engine, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
      const path = join(folder, 'sharing', file);
      const text = readFileSync(path, 'utf8');
      expect(text.split(from), `${file} has the check once`).toHaveLength(2);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      const mutated = (await import(join(folder, 'testing', 'sharing-story.ts'))) as { sharingStory(): Told };
      let told: Told | undefined;
      try {
        told = mutated.sharingStory();
      } catch {
        // The record refuses an event that refers to what its audience was not given.
      }
      expect(told).not.toEqual(expected);
    });

  it('none of them', async () => {
    const folder = join(copy, 'none');
    cpSync(engine, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
    const unchanged = (await import(join(folder, 'testing', 'sharing-story.ts'))) as { sharingStory(): Told };
    expect(unchanged.sharingStory()).toEqual(expected);
  });
});
