import { emptyWorld, evolve, type Note, notesOn, type World } from '@entente/engine';
import type { EditionEvent } from '../review/edition.ts';
import type { Edition } from '../review/side.ts';
import { numbering } from './numbers.ts';

export type Numbered<T> = T & { readonly numbers: readonly number[] };
export interface TakenSeat {
  readonly seat: string;
  readonly people: readonly { readonly name: string; readonly function?: string | undefined }[];
}
/** A report: the fold of one edition, and nothing else. */
export interface Report {
  readonly edition: Edition;
  readonly events: readonly EditionEvent[];
  readonly world: World;
  /** Last scenario time of the edition, ms. */
  readonly until: number;
  /** Wall times at which the clock first started and at which the last event came; undefined before STARTEX. */
  readonly held: { readonly from: number; readonly to: number } | undefined;
  readonly seats: readonly TakenSeat[];
  readonly numbersOf: (ids: readonly string[]) => number[];
  /** The notes on each thing: evidence of it, whoever kept them. */
  readonly notes: ReadonlyMap<string, readonly Note[]>;
}

/** Builds the report of an edition from its events: whatever is not in them cannot be in it. */
export function reportOf(events: readonly EditionEvent[], edition: Edition): Report {
  const world = emptyWorld();
  for (const e of events) evolve(world, e.event, e);
  const numbersOf = numbering(events);
  const started = events.find((e) => e.event.type === 'ClockStarted');
  return {
    edition,
    events,
    world,
    until: events.at(-1)?.at ?? 0,
    held: started && { from: started.wall, to: events.at(-1)?.wall ?? started.wall },
    seats: takenSeats(world),
    numbersOf,
    notes: notesOn(world),
  };
}

/** A line with the numbers of the events behind it, notes on it included. `key`: `inject:ID`. */
export function numbered<T extends { readonly key: string; readonly evidence: readonly string[] }>(
  { numbersOf, notes }: Report,
  line: T,
): Numbered<T> {
  const noted = notes.get(line.key.slice(line.key.indexOf(':') + 1)) ?? [];
  return { ...line, numbers: numbersOf([...line.evidence, ...noted.map((n) => n.src)]) };
}

/** Names are on the record of their own party and its control only; here stand those that the edition holds. */
function takenSeats(world: World): TakenSeat[] {
  const seats = new Map<string, TakenSeat['people'][number][]>();
  for (const { seat, name, function: post } of world.seats.people.values()) {
    const people = seats.get(seat) ?? [];
    if (!people.some((p) => p.name === name && p.function === post)) people.push({ name, function: post });
    seats.set(seat, people);
  }
  const order = [...(world.seats.directory?.cells ?? [])].flatMap((c) => c.seats.map((s) => `seat:${s.id}`));
  const rank = (seat: string): number => (order.includes(seat) ? order.indexOf(seat) : -1);
  return [...seats].map(([seat, people]) => ({ seat, people })).sort((a, b) => rank(a.seat) - rank(b.seat));
}
