import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The programme that is measured: this one, an older one beside it (`--against FOLDER`), or a copy with something added.
 * Several can be had in one process; what they share is the machine.
 */
export interface House {
  readonly engine: typeof import('@entente/engine');
  readonly exercises: typeof import('../packages/server/src/exercises/exercises.ts');
  readonly clock: typeof import('../packages/server/src/clock.ts');
  readonly memory: typeof import('../packages/server/src/store/memory.ts');
  readonly server: typeof import('@entente/server');
}

/** The programme in a folder that has been made ready (`node setup.mjs ready`). @throws if it is none. */
export async function houseIn(folder: string): Promise<House> {
  const load = (path: string) => import(pathToFileURL(resolve(folder, 'packages', path)).href);
  const [engine, exercises, clock, memory, server] = await Promise.all(
    [
      'engine/src/index.ts',
      'server/src/exercises/exercises.ts',
      'server/src/clock.ts',
      'server/src/store/memory.ts',
      'server/src/index.ts',
    ].map(load),
  );
  return { engine, exercises, clock, memory, server } as House;
}

/** What a bench measures: this programme; and the older one, if it was asked for. */
export interface Houses {
  readonly own: House;
  readonly before?: { readonly house: House; readonly name: string } | undefined;
}
