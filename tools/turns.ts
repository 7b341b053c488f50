/**
 * Days played by clicks take turns in the short run: of five pairs the seed chooses one. The long run plays them all, and so
 * does whoever names a file. What always runs: the whole exercise, consultation, the full room, screens measured and asked by axe.
 */
const TURNS: readonly (readonly string[])[] = [
  ['faults', 'river-flood'],
  ['hand-over', 'canary'],
  ['directors-day', 'bilingual'],
  ['evaluator', 'sharing'],
  ['recipients', '../archive'],
];

/** The test files, as globs, that have no turn with this seed. */
export function resting(seed: number): string[] {
  return TURNS.filter((_, turn) => turn !== seed % TURNS.length).flatMap((group) =>
    group.map((name) => (name.startsWith('../') ? `e2e/${name.slice(3)}.test.ts` : `e2e/browser/${name}.test.ts`)),
  );
}
