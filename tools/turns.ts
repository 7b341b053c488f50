/** The whole exercise comes nearly every third time. */
const WHOLE = ['whole-exercise'];
/**
 * Days played by clicks take turns in the short run: of thirteen groups, none of much more than 80 s of CPU, the seed chooses one.
 * Thirteen, so that each comes in both languages, which go by even and odd. The long run plays them all, and so does whoever
 * names a file. What always runs: a short exercise from the lobby to the record, screens measured and asked by axe, a server
 * that is killed.
 */
const TURNS: readonly (readonly string[])[] = [
  WHOLE,
  ['faults'],
  ['river-flood'],
  ['canary', 'recipients'],
  WHOLE,
  ['evaluator', '../play'],
  ['hand-over', 'full-room'],
  ['consultation', 'statements'],
  WHOLE,
  ['directors-day', 'sharing'],
  ['bilingual', 'import', 'planning'],
  WHOLE,
  ['rehearsal', '../archive'],
];

/** The test files, as globs, that have no turn with this seed. */
export function resting(seed: number): string[] {
  const played = TURNS[seed % TURNS.length] ?? WHOLE;
  return [...new Set(TURNS.flat())]
    .filter((name) => !played.includes(name))
    .map((name) => (name.startsWith('../') ? `e2e/${name.slice(3)}.test.ts` : `e2e/browser/${name}.test.ts`));
}
