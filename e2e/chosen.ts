/** `ENTENTE_LONG=1`: every file, every screen; else what the seed chooses, another one in another run. `ENTENTE_SEED` repeats a choice. */
export const LONG = process.env.ENTENTE_LONG === '1';
/** `ENTENTE_WHOLE=1`: in the long run what it draws a share of, too: every language, door and look. */
export const WHOLE = LONG && process.env.ENTENTE_WHOLE === '1';
export const seed = Number(process.env.ENTENTE_SEED);

/** Of what costs a day by clicks each, all of them if nothing is capped; else the one that the seed chooses, and says so. */
export function chosen<T>(what: string, all: readonly T[]): readonly T[] {
  if (!WHOLE) console.log(`${what}: seed ${seed} (ENTENTE_SEED, ENTENTE_WHOLE)`);
  return WHOLE ? all : [all[seed % all.length] as T];
}
