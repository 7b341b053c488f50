import type { World } from '@entente/engine';

/** Whose record is under review. Named by edition: `control`, `control:rok`, `party:rok`, `seat:rok-nsa`, `public`, `joint`, `forum:ID`. */
export type Edition = string;

/** `seat:rok-nsa` → ['seat', 'rok-nsa']; `control` → ['control', undefined]. */
function cut(address: string): [string, string | undefined] {
  const colon = address.indexOf(':');
  return colon < 0 ? [address, undefined] : [address.slice(0, colon), address.slice(colon + 1)];
}

/** The party whose MSEL cards this edition holds: a party's controllers and evaluators have cards cut to their party. */
export function cardsOf(edition: Edition): string | undefined {
  const [kind, id] = cut(edition);
  return kind === 'control' || kind === 'evaluators' ? id : undefined;
}

/** The seats whose reading and acknowledging this edition holds. Nobody sits in the seats of a party that control plays. */
export function seatsSeen(world: World, edition: Edition): Set<string> {
  const [kind, id] = cut(edition);
  const played = new Set((world.seats.exercise?.parties ?? []).filter((p) => p.playedByControl).map((p) => p.id));
  const seats = new Set<string>();
  for (const cell of world.seats.directory?.cells ?? []) {
    if (played.has(cell.party)) continue;
    for (const seat of cell.seats) {
      if (kind === 'seat' ? seat.id !== id : id !== undefined && cell.party !== id) continue;
      if (kind === 'public' || kind === 'joint') continue;
      seats.add(`seat:${seat.id}`);
    }
  }
  return seats;
}

/** The parties that addresses belong to; `undefined` stands for everyone and the public. */
export function partiesBehind(world: World, to: readonly string[]): (string | undefined)[] {
  const cells = world.seats.directory?.cells ?? [];
  const parties = new Set<string | undefined>();
  for (const address of to) {
    const [kind, id] = cut(address);
    if (kind === 'party' || kind === 'control' || kind === 'evaluators') parties.add(id);
    else if (kind === 'cell') parties.add(cells.find((c) => c.id === id)?.party);
    else if (kind === 'seat') parties.add(cells.find((c) => c.seats.some((s) => s.id === id))?.party);
    else parties.add(undefined);
  }
  return [...parties];
}

/** Which editions a person may choose, in the order shown: the own one first, then joint, parties, public, seats, and what capabilities have. */
export function choices(own: Edition, editions: readonly Edition[]): Edition[] {
  const rank = (e: Edition): number => (e === own ? 0 : ['joint', 'party', 'public', 'seat'].indexOf(cut(e)[0]) + 1 || 9);
  return [...new Set([own, ...editions])]
    .map((e, i) => ({ e, i }))
    .sort((a, b) => rank(a.e) - rank(b.e) || a.i - b.i)
    .map(({ e }) => e);
}
