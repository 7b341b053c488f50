import { evaluate } from './atoms.ts';
import type { FileCard } from './attachments/language.ts';
import type { Ledger } from './ledger.ts';
import type { Context } from './room.ts';

/** Files that rooms may ask for: the acting seat's uploads, by id, and those of the scenario's folder, by path. */
export interface Files {
  uploads: ReadonlyMap<string, FileCard>;
  folder: ReadonlyMap<string, FileCard>;
}

/** One for all turns: rooms look at it while they decide and keep nothing of it. */
export function contextOf(ledger: Ledger, files: Files): Context {
  const { world, roster, ids, look } = ledger;
  return {
    world,
    roster,
    get now() {
      return look.now;
    },
    get wall() {
      return ledger.wall;
    },
    id: () => ids.thing(),
    idsOf: (thing) => ids.of(thing),
    holds: (viewer, id) => ledger.holds(viewer, id),
    holdersAmong: (to, id) => [...roster.audience(to).viewers].filter((v) => ledger.holds(v, id)),
    upload: (id) => files.uploads.get(id),
    file: (path) => files.folder.get(path),
    holdsTrue: (when) => evaluate(look, when),
  };
}
