import { isPast } from '../deadlines.ts';
import type { Ms } from '../fact.ts';
import { firstOn } from '../lookup.ts';
import type { Atom } from '../room.ts';
import type { ExpectedAsk } from './asks.ts';
import type { ExpectedCard, ExpectedRow, ExpectedStatus } from './language.ts';

/**
 * True if what a controller judged was done after the deadline, as far as this world knows the deadline. Where a jump took
 * the time for it, nothing is late.
 */
export function judgedLate({ judged, opened, missed }: ExpectedRow): boolean {
  if (judged === undefined || missed?.jumped) return false;
  return judged.late || (opened !== undefined && isPast(opened.deadline, judged.done));
}

/**
 * When it was done, for a controller who judges it now: as the record has told; else now, while there is time; else, at its
 * deadline. Where a jump took the time for it: now.
 */
export function doneWhen({ seen, reported, missed, opened }: ExpectedRow, now: Ms): Ms {
  const deadline = opened?.deadline ?? now;
  if (seen) return seen.at;
  if (reported?.late === false) return Math.min(reported.at, deadline);
  return missed?.jumped ? now : Math.min(now, deadline);
}

/**
 * `late`: met, but after its deadline; `missed`: its time passed and nobody has seen or judged it; `passed`: the same, but it
 * was a jump of control’s that passed its deadline.
 */
export function expectedStatus(row: ExpectedRow): ExpectedStatus {
  const { judged, opened } = row;
  if (judged?.verdict === 'met') return judgedLate(row) ? 'late' : 'met';
  if (judged) return judged.verdict;
  const done = row.seen ?? row.reported;
  if (done) return done.late && !row.missed?.jumped ? 'late' : 'met';
  if (row.missed) return row.missed.jumped ? 'passed' : 'missed';
  return opened ? 'open' : 'planned';
}

/** The card as `party`'s controllers hold it, or lead control's. */
export function expectedCard(row: ExpectedRow, party?: string): ExpectedCard | undefined {
  if (party !== undefined) return row.shown.get(party)?.card;
  return row.plan?.card ?? row.shown.values().next().value?.card;
}

/** Done late is done. */
const follows = (a: ExpectedAsk, b: ExpectedAsk): boolean => a.id === b.id && (a.is === b.is || (a.is === 'late' && b.is === 'met'));

export const expectedAtom: Atom<ExpectedAsk> = {
  holds({ world }, { id, is }) {
    const row = world.expected.rows.get(firstOn(world.expected.named, id) ?? '');
    if (!row) return false;
    const status = expectedStatus(row);
    // `met` says that it was done, in time or late; `late` says that it was late. What a jump passed was not done either.
    return status === is || (is === 'met' && status === 'late') || (is === 'missed' && status === 'passed');
  },
  keys: ({ id }) => [`expected:${id}`],
  names: ({ id }) => [{ kind: 'expected', id, at: 'id' }],
  implies: follows,
  excludes: (a, b) => a.id === b.id && !follows(a, b) && !follows(b, a),
};
