import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playSome } from '../generate.ts';
import { Tape } from '../tape.ts';
import type { Played } from './chains.ts';
import { playChain } from './chains.ts';
import { wordsAstray } from './judge.ts';

/**
 * The fuzz of every path by which an item’s words come to somebody: at no moment does an event carry them to a viewer
 * for whom the law’s own judge would refuse it.
 */
const LONG = process.env.ENTENTE_LONG === '1';
const RUNS = Number(process.env.ENTENTE_RUNS ?? 10);
const CHAINS = LONG ? 2 * RUNS : Math.max(30, RUNS);
/** A slow machine plays as many as a fast one. */
const PATIENCE = LONG ? 1_800_000 : 60_000;
const seed = Number(process.env.ENTENTE_SEED);
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 150, maxLength: 400 });
const ACTS = 45;
console.log(`law of words: seed ${seed}, ${CHAINS} chains, ${RUNS} exercises (ENTENTE_SEED, ENTENTE_RUNS)`);

describe('no words of an item reach anybody whom the law refuses them', { timeout: PATIENCE }, () => {
  it('over chains of versions, hands, recalls, parts and injects', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(tapes, (numbers) => {
        const { lines } = playChain(new Tape(numbers), ACTS);
        for (const { event } of lines) seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
        expect(wordsAstray(lines)).toEqual([]);
      }),
      { numRuns: CHAINS, seed, endOnFailure: true },
    );
    // What was never played proves nothing.
    const paths = ['ItemGiven', 'ItemRevised', 'ItemDerived', 'ItemReleased', 'RecallMade', 'ItemWithheld'];
    console.log(`law of words: ${paths.map((type) => `${type} ${seen.get(type) ?? 0}`).join(', ')}`);
    if (CHAINS >= 30) for (const type of paths) expect(seen.get(type) ?? 0, type).toBeGreaterThan(0);
  });

  it('over exercises of every kind', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        expect(wordsAstray(playSome(new Tape(numbers), 40).record)).toEqual([]);
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
  });
});

/** What the fuzz is for: each of these, planted, must be found. One by the seed; all in the long run. */
const PLANTED: readonly (readonly [what: string, from: string, to: string, file?: string])[] = [
  [
    'the newest version being compared and not the holder’s own',
    'const had = labelAt(ctx, item, viewer);',
    'const had = standingCard(item)?.label;',
  ],
  ['a recall that ends nothing', 'if (endedMaking(ctx, item, viewer)) return false;', ''],
  ['an inject that nobody judges', ': byLabel(ctx, card, to, isOwn(ctx.roster, card, to));', ': undefined;'],
  ['a release that nobody judges', 'const failed = findFailed(offer.findings(to));', 'const failed = undefined;'],
  ['a making told of versions that one does not have', 'return asMade && version(source) === made &&', 'return'],
  ['a new version that follows every stricter label', '(again || milder(had) || known.has(viewer))', '(true as boolean)'],
  [
    'the evaluators of all being left with an old version',
    "those.filter((v) => v !== 'public')",
    "those.filter((v) => split(v)[0] === 'seat')",
  ],
  [
    'a file that goes with any version',
    'return item && filesAreStricter(ctx, item, card) ? [] : filesBehind(ctx, card.attachments);',
    'return item === undefined ? [] : filesBehind(ctx, card.attachments);',
    'give.ts',
  ],
  ['a file that stays behind', 'return item && filesAreStricter(ctx, item, card) ? [] :', 'return item ? [] :', 'give.ts'],
];

describe('the fuzz finds', { timeout: PATIENCE }, () => {
  const engine = join(import.meta.dirname, '../..');
  let copy = '';
  beforeAll(() => {
    // Inside the package, so that what the engine imports is found.
    copy = mkdtempSync(join(engine, '..', '.mutants-'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const nth = seed % PLANTED.length;
  for (const [what, from, to, file = 'reach.ts'] of LONG ? PLANTED : PLANTED.slice(nth, nth + 1))
    it(what, async () => {
      const folder = mkdtempSync(join(copy, 'one-'));
      cpSync(engine, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
      const path = join(folder, 'sharing', file);
      const text = readFileSync(path, 'utf8');
      expect(text.split(from)).toHaveLength(2);
      writeFileSync(path, text.replace(from, to));
      const planted = (await import(join(folder, 'testing', 'law', 'chains.ts'))) as { playChain(tape: Tape, acts: number): Played };
      const found = fc.check(
        fc.property(tapes, (numbers) => wordsAstray(planted.playChain(new Tape(numbers), ACTS).lines).length === 0),
        { numRuns: 2_000, seed, endOnFailure: true },
      );
      console.log(`law of words: ${what}: found in chain ${found.numRuns}`);
      expect(String(found.errorInstance)).toContain('returning false');
    });
});
