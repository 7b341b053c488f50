import { lastRoll, type Ms, peopleAt, type Roll, type World } from '@entente/engine';
import { isSimulated } from '@entente/engine/seats';
import type { Names, SeatName } from './names.ts';

/** `played`: control plays the party, and nobody sits there. `simulated`: nobody but a simulated person does. */
export type Here = 'present' | 'away' | 'empty' | 'played' | 'simulated';
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
      cell.seats.push(seatHere(world, seat, now, roll, names.party(party)?.playedByControl === true));
    }
    return { party, cells: [...cells.values()] };
  });
}

function seatHere(
  world: World,
  seat: SeatName,
  now: ReadonlyMap<string, 'present' | 'away'>,
  roll: Roll | undefined,
  played: boolean,
): SeatHere {
  const people = peopleAt(world.seats, seat.address);
  const isPlayed = people.length > 0 && people.every(isSimulated);
  const here = played ? 'played' : isPlayed ? 'simulated' : (now.get(seat.address) ?? (people.length > 0 ? 'away' : 'empty'));
  return {
    seat,
    here,
    people: people.map(({ id, name, function: f }) => ({ id, name, function: f })),
    answered: roll && !played ? (roll.answers.get(seat.address)?.at ?? false) : undefined,
  };
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
  return { parties, empty: seats.filter((s) => s.here === 'empty').length, count: seats.filter((s) => s.here !== 'played').length };
}
