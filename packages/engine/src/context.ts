import { evaluate } from './atoms.ts';
import type { FileCard } from './attachments/language.ts';
import type { Address } from './audience.ts';
import { cardOf, coming } from './exercise.ts';
import type { Ledger, Stand } from './ledger.ts';
import type { Context } from './room.ts';
import { seen } from './slice.ts';
import type { World } from './world.ts';

/** Files that rooms may ask for: the acting seat's uploads, by id, and those of the scenario's folder, by path. */
export interface Files {
  uploads: ReadonlyMap<string, FileCard>;
  folder: ReadonlyMap<string, FileCard>;
}

/** One for all turns: rooms look at it while they decide and keep nothing of it. The ledger keeps its times in it. */
export function contextOf(ledger: Ledger, files: Files): Context & Stand {
  const { world, roster, ids } = ledger;
  // Lead control is in every audience.
  const views = new Map<Address, World>();
  const context: Context & Stand = {
    world,
    roster,
    now: 0,
    wall: 0,
    id: () => ids.thing(),
    digest: (text) => ledger.digest(text),
    idsOf: (thing) => ids.of(thing),
    seen(viewer) {
      const known = views.get(viewer) ?? (viewer === 'control' ? world : seen(world, (id) => ledger.holds(viewer, id)));
      views.set(viewer, known);
      return known;
    },
    given: (viewer, id) => ledger.holds(viewer, id),
    holdersAmong: (to, ...having) => {
      const has = (v: Address): boolean => having.every((what) => (typeof what === 'string' ? ledger.holds(v, what) : what(v)));
      return [...roster.exactly([...roster.audience(to).viewers].filter(has))];
    },
    upload: (id) => files.uploads.get(id),
    file: (path) => files.folder.get(path),
    holdsTrue: (when) => evaluate(context, when),
    stops: (to) => coming(world, 'control', context.now, to).filter((c) => c.stops),
    card: (id) => cardOf(context, id),
  };
  ledger.look = context;
  return context;
}
