import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTANTS } from '../testing/sharing-mutants.ts';
import expected from '../testing/sharing-story.json' with { type: 'json' };
import type { Told } from '../testing/sharing-story.ts';

/**
 * Every audience check of the room, taken out in turn: a copy of the engine without it must tell another story, or break
 * on the record’s own guard. What survives would be a check that no test holds.
 */
const seed = Number(process.env.ENTENTE_SEED);
/** All of them in the long run; each time a few others otherwise. */
const IN_SHORT = 2;
const tried =
  process.env.ENTENTE_LONG === '1'
    ? [...MUTANTS]
    : (fc.sample(fc.shuffledSubarray([...MUTANTS], { minLength: IN_SHORT, maxLength: IN_SHORT }), { seed, numRuns: 1 })[0] ?? []);
console.log(`mutants: seed ${seed}, ${tried.length} of ${MUTANTS.length} (ENTENTE_SEED, ENTENTE_LONG)`);

/** Beside the tests’ own way of loading modules, which would transform each copy anew. */
const TELLS = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', async (story) => {
  const { sharingStory } = await import(story);
  let told;
  try {
    told = sharingStory();
  } catch {}
  parentPort.postMessage(told);
});
`;
const engine = join(import.meta.dirname, '..');
let copy = '';
let teller: Worker;
beforeAll(() => {
  teller = new Worker(TELLS, { eval: true });
  // Inside the package, so that what the engine imports is found.
  copy = mkdtempSync(join(engine, '..', '.mutants-'));
});
afterAll(async () => {
  await teller.terminate();
  rmSync(copy, { recursive: true, force: true });
});

it('every check that is to be taken out stands in the room, once', () => {
  const missing = MUTANTS.filter(({ file, from }) => readFileSync(join(engine, 'sharing', file), 'utf8').split(from).length !== 2);
  expect(missing.map((m) => m.without)).toEqual([]);
});

describe('the story changes without', () => {
  for (const [i, { without, file, from, to }] of tried.entries())
    it(without, async () => {
      const folder = copied(String(i));
      const path = join(folder, 'sharing', file);
      const text = readFileSync(path, 'utf8');
      expect(text.split(from), `${file} has the check once`).toHaveLength(2);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
      expect(await toldIn(folder)).not.toEqual(expected);
    });

  it('none of them', async () => {
    expect(await toldIn(copied('none'))).toEqual(expected);
  });
});

function copied(name: string): string {
  const folder = join(copy, name);
  cpSync(engine, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  return folder;
}

/** What a copy of the engine tells; undefined if the record refuses an event that refers to what its audience was not given. */
async function toldIn(folder: string): Promise<Told | undefined> {
  teller.postMessage(pathToFileURL(join(folder, 'testing', 'sharing-story.ts')).href);
  const [told] = (await once(teller, 'message')) as [Told | undefined];
  return told;
}
