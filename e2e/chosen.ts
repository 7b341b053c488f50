/** `ENTENTE_LONG=1`: everything; else what the seed chooses, another one in another run. `ENTENTE_SEED` repeats a choice. */
export const LONG = process.env.ENTENTE_LONG === '1';
export const seed = Number(process.env.ENTENTE_SEED);

/** In the long run all of them; else the one that the seed chooses, and says so. */
export function chosen<T>(what: string, all: readonly T[]): readonly T[] {
  if (!LONG) console.log(`${what}: seed ${seed} (ENTENTE_SEED, ENTENTE_LONG)`);
  return LONG ? all : [all[seed % all.length] as T];
}
