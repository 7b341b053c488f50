import type { Address, AnyEvent, Ms, Recorded } from '@entente/engine';
import { authorOf } from '../seats/author.ts';

/** One act on a record: the events that one command made. */
export interface Act {
  /** So many events stood before it. */
  readonly before: number;
  /** … and after it, with all that followed at once. */
  readonly after: number;
  readonly at: Ms;
  readonly seat: Address;
  /** What it did. */
  readonly event: AnyEvent;
}

/** The acts of people on a record, in order, from STARTEX on; what time did is none. */
export function actsIn(events: readonly Recorded[]): Act[] {
  const acts: { before: number; after: number; at: Ms; seat: Address; event: AnyEvent }[] = [];
  let wall = Number.NaN;
  let open = false;
  const began = events.findIndex((r) => r.event.type === 'ClockStarted');
  const ended = events.findIndex((r) => r.event.type === 'ExerciseEnded');
  const last = ended < 0 ? events.length : ended;
  events.forEach((r, i) => {
    if (began < 0 || i <= began || i >= last) return;
    const act = acts.at(-1);
    const seat = authorOf(r.event);
    const same = open && act !== undefined && r.at === act.at && r.wall === wall;
    wall = r.wall;
    if (same && (seat === undefined || seat === act.seat || REACTS.has(r.event.type))) {
      act.after = i + 1;
      if (act.event.type === 'HandChanged') act.event = r.event;
      return;
    }
    open = seat !== undefined;
    if (seat !== undefined) acts.push({ before: i, after: i + 1, at: r.at, seat, event: r.event });
  });
  return acts;
}

/** What follows an act of one seat though it names another. */
const REACTS: ReadonlySet<string> = new Set(['InjectDelivered', 'ItemGiven', 'MessageLinked', 'ExpectedOpened', 'ItemReleased']);
