import { expect, it } from 'vitest';
import type { Need, Proceeding } from '../procedure.ts';
import { Trial } from '../trial.ts';
import { finalCommentPeriod } from './final-comment-period.ts';

const DAY = 24 * 60 * 60 * 1000;
const TEAM = ['Ada', 'Ben', 'Cyd', 'Dee', 'Eve', 'Fay', 'Gus'];
/** Ada proposes to merge; she is in no chair, and nobody has set a time that counts. */
const proposed = (n: number, m: Partial<Proceeding> = {}): Trial =>
  new Trial(finalCommentPeriod, {
    members: TEAM.slice(0, n),
    chairs: [],
    asker: 'Ada',
    due: undefined,
    terms: { disposition: 'merge' },
    ...m,
  });
const review = (t: Trial, ...by: string[]): string[] => by.map((party) => t.does(party, 'review'));

/** What it needs, as a screen would say it. */
const sentences = ({ what, from, count = from.length, besides }: Need): string[] => [
  {
    review: `Needs ${count} more of ${from.join(', ')} to review.`,
    'concern-resolved': `${count === 1 ? 'A concern' : `${count} concerns`} of ${from.join(', ')} ${count === 1 ? 'is' : 'are'} open.`,
    silence: 'Needs nobody to speak up until the period ends.',
  }[what] ?? what,
  ...(besides ? sentences(besides) : []),
];

it('F1: each member reviews once, and who proposes has reviewed', () => {
  const t = proposed(5);
  expect(review(t, 'Ada', 'Ben', 'Ben', 'X')).toEqual(['done-already', 'done', 'done-already', 'not-a-member']);
});

it('F2: any member raises concerns, each by a name that is new', () => {
  const t = proposed(5);
  expect([t.does('Ben', 'concern', 'syntax'), t.does('Cyd', 'concern', 'syntax'), t.does('Cyd', 'concern')]).toEqual([
    'done',
    'done-already',
    'no-name',
  ]);
  t.does('Ben', 'resolve', 'syntax');
  expect([t.does('Ben', 'concern', 'syntax'), t.does('Ada', 'concern', 'cost')]).toEqual(['done-already', 'done']);
});

it('F3: only who raised a concern resolves it, once', () => {
  const t = proposed(5);
  t.does('Ben', 'concern', 'syntax');
  expect([t.does('Ada', 'resolve', 'syntax'), t.does('Ben', 'resolve', 'cost'), t.does('Ben', 'resolve')]).toEqual(
    Array(3).fill('nothing-to-resolve'),
  );
  expect([t.does('Ben', 'resolve', 'syntax'), t.does('Ben', 'resolve', 'syntax')]).toEqual(['done', 'nothing-to-resolve']);
});

it('F4: the period starts when those who have reviewed outnumber those who have not, and at most two have not', () => {
  for (const [n, needed] of [
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [6, 3],
    [7, 4],
  ] as const) {
    const t = proposed(n);
    for (const by of TEAM.slice(1, needed + 1)) {
      expect(t.at(1000 * DAY).outcome, `${n} members, without ${by}`).toBe('open');
      t.at(0);
      review(t, by);
    }
    expect(t.at(10 * DAY + 1).outcome, `${n} members`).toBe('merge');
  }
});

it('F4: it does not start while a concern is open', () => {
  const t = proposed(3);
  t.does('Cyd', 'concern', 'syntax');
  review(t, 'Ben', 'Cyd');
  expect(t.at(1000 * DAY).outcome).toBe('open');
  t.does('Cyd', 'resolve', 'syntax');
  expect([t.at(1010 * DAY).outcome, t.at(1010 * DAY + 1).outcome]).toEqual(['open', 'merge']);
});

it('F5: it ends ten days after its start with what was proposed, and an act exactly then is in time', () => {
  for (const disposition of ['merge', 'close', 'postpone']) {
    const t = proposed(3, { terms: { disposition } }).at(DAY);
    review(t, 'Ben');
    expect([t.at(11 * DAY).outcome, t.ifNothing('Ben'), t.at(11 * DAY + 1).outcome]).toEqual(['open', 'agreed', disposition]);
    expect(t.does('Cyd', 'concern', 'syntax')).toBe('closed');
  }
});

it('F5: a later review does not start it anew, and nobody sets or prolongs its end', () => {
  const t = proposed(3, { chairs: ['Ada'], due: 5 }).at(6);
  expect(t.outcome).toBe('open');
  review(t, 'Ben');
  t.at(5 * DAY);
  review(t, 'Cyd');
  expect(t.prolongs('Ada', 100 * DAY)).toBe('no-such-act');
  expect([t.at(10 * DAY + 6).outcome, t.at(10 * DAY + 7).outcome]).toEqual(['open', 'merge']);
});

it('F6: a new concern stops the period, and it starts anew when the concern is resolved', () => {
  const t = proposed(3);
  review(t, 'Ben');
  t.at(10 * DAY).does('Cyd', 'concern', 'syntax');
  expect([t.at(50 * DAY).outcome, t.ifNothing('Cyd')]).toEqual(['open', 'waits']);
  t.does('Cyd', 'resolve', 'syntax');
  expect([t.at(60 * DAY).outcome, t.at(60 * DAY + 1).outcome]).toEqual(['open', 'merge']);
});

it('F7: any member cancels, and what is proposed anew has no reviews and no concerns', () => {
  const t = proposed(3);
  t.does('Cyd', 'concern', 'syntax');
  review(t, 'Ben');
  expect([t.does('Ben', 'cancel'), t.outcome, t.at(1000 * DAY).outcome, t.does('Cyd', 'review')]).toEqual([
    'done',
    'cancelled',
    'cancelled',
    'closed',
  ]);
  expect(sentences(proposed(3).needs)).toEqual(['Needs 1 more of Ben, Cyd to review.']);
});

it('says what is needed in sentences', () => {
  const t = proposed(7);
  expect(sentences(t.needs)).toEqual(['Needs 4 more of Ben, Cyd, Dee, Eve, Fay, Gus to review.']);
  t.does('Ben', 'concern', 'syntax');
  t.does('Ben', 'concern', 'cost');
  review(t, 'Ben', 'Cyd', 'Dee');
  expect(sentences(t.needs)).toEqual(['2 concerns of Ben are open.', 'Needs 1 more of Eve, Fay, Gus to review.']);
  review(t, 'Eve');
  t.does('Ben', 'resolve', 'cost');
  expect(sentences(t.needs)).toEqual(['A concern of Ben is open.']);
  t.does('Ben', 'resolve', 'syntax');
  expect(sentences(t.needs)).toEqual(['Needs nobody to speak up until the period ends.']);
});
