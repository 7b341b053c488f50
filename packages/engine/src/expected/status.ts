import { isPast } from '../deadlines.ts';
import { firstOn } from '../lookup.ts';
import type { Atom } from '../room.ts';
import type { ExpectedAsk } from './asks.ts';
import type { ExpectedCard, ExpectedRow, ExpectedStatus } from './language.ts';

/** True if what a controller judged was done after the deadline, as far as this world knows the deadline. */
export function judgedLate({ judged, opened }: ExpectedRow): boolean {
  return judged !== undefined && (judged.late || (opened !== undefined && isPast(opened.deadline, judged.done)));
}

/** `late`: met, but after its deadline; `missed`: its time passed and nobody has seen or judged it. */
export function expectedStatus(row: ExpectedRow): ExpectedStatus {
  const { judged, opened } = row;
  if (judged?.verdict === 'met') return judgedLate(row) ? 'late' : 'met';
  if (judged) return judged.verdict;
  const done = row.seen ?? row.reported;
  if (done) return done.late ? 'late' : 'met';
  if (row.missed) return 'missed';
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
    // `met` says that it was done, in time or late; `late` says that it was late.
    return status === is || (is === 'met' && status === 'late');
  },
  keys: ({ id }) => [`expected:${id}`],
  names: ({ id }) => [{ kind: 'expected', id, at: 'id' }],
  implies: follows,
  excludes: (a, b) => a.id === b.id && !follows(a, b) && !follows(b, a),
};
