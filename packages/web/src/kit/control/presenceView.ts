import type { Ms, World } from '@entente/engine';
import type { Names, SeatName } from './names.ts';

export type Here = 'present' | 'away' | 'empty';
/** Who is connected now, as the feed tells it. */
export type PresenceList = readonly { readonly seat: string; readonly person?: string | undefined; readonly here: 'present' | 'away' }[];

export interface SeatHere {
  readonly seat: SeatName;
  readonly here: Here;
  readonly people: readonly { readonly id: string; readonly name: string; readonly function?: string | undefined }[];
  /** Answered the last roll-call, at this time; `false` if it has not; undefined if none was called. */
  readonly answered?: Ms | false | undefined;
}
export interface CellHere {
  readonly id: string;
  readonly name: SeatName['cellName'];
  readonly seats: readonly SeatHere[];
}
export interface PartyHere {
  readonly party: string;
  readonly cells: readonly CellHere[];
}

/** Seats by party and cell with who sits there. A seat that somebody took but where nobody is connected now counts as away. */
export function presenceView(world: World, names: Names, presence: PresenceList, parties: readonly string[]): PartyHere[] {
  const roll = lastRoll(world);
  const now = new Map<string, 'present' | 'away'>();
  for (const p of presence) if (now.get(p.seat) !== 'present') now.set(p.seat, p.here);
  return parties.map((party) => {
    const cells = new Map<string, { id: string; name: SeatName['cellName']; seats: SeatHere[] }>();
    for (const seat of names.seats) {
      if (seat.party !== party) continue;
      const cell = cells.get(seat.cell) ?? { id: seat.cell, name: seat.cellName, seats: [] };
      cells.set(seat.cell, cell);
      cell.seats.push(seatHere(world, seat, now, roll));
    }
    return { party, cells: [...cells.values()] };
  });
}

function seatHere(world: World, seat: SeatName, now: ReadonlyMap<string, 'present' | 'away'>, roll: ReturnType<typeof lastRoll>): SeatHere {
  const people = [...world.seats.people.values()].filter((p) => p.seat === seat.address && !p.left);
  const here = now.get(seat.address) ?? (people.length > 0 ? 'away' : 'empty');
  return {
    seat,
    here,
    people: people.map(({ id, name, function: f }) => ({ id, name, function: f })),
    answered: roll ? (roll.answers.get(seat.address)?.at ?? false) : undefined,
  };
}

/** The roll-call that counts: the last one called. */
export function lastRoll(world: World): World['seats']['rolls'] extends Map<string, infer R> ? R | undefined : never {
  return [...world.seats.rolls.values()].at(-1) as never;
}

/** How many of the seats that people play are taken, as the lobby counts them: control's own parties sit nowhere. */
export function seatedCount(parties: readonly PartyHere[], names: Pick<Names, 'party'>): { seated: number; of: number } {
  const played = parties.filter((p) => !names.party(p.party)?.playedByControl);
  const seats = played.flatMap((p) => p.cells.flatMap((c) => c.seats));
  return { seated: seats.filter((s) => s.here !== 'empty').length, of: seats.length };
}

/** The seats that a list of addresses reaches, by party, and the cells of those parties that it leaves out. */
export function reach(
  to: readonly string[],
  names: Names,
  view: readonly PartyHere[],
): { parties: { party: string; seats: SeatHere[] }[]; empty: number; count: number } {
  const reached = new Set(to.flatMap((a) => names.seatsOf(a).map((s) => s.address)));
  const parties = view
    .map((p) => ({ party: p.party, seats: p.cells.flatMap((c) => c.seats).filter((s) => reached.has(s.seat.address)) }))
    .filter((p) => p.seats.length > 0);
  const seats = parties.flatMap((p) => p.seats);
  return { parties, empty: seats.filter((s) => s.here === 'empty').length, count: seats.length };
}
