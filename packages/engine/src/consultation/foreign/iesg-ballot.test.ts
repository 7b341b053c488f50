import { expect, it } from 'vitest';
import type { Need, Proceeding } from '../procedure.ts';
import { Trial } from '../trial.ts';
import { iesgBallot } from './iesg-ballot.ts';

const DIRECTORS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
/** A ballot on revision 00; `a` asks, and the chair of the seven is `g`. */
const ballot = (track: string, m: Partial<Proceeding> = {}): Trial =>
  new Trial(iesgBallot, { members: DIRECTORS, chairs: ['g'], asker: 'a', due: undefined, terms: { digest: '00', track }, ...m });
const positions = (t: Trial, position: string, ...by: string[]): string[] => by.map((party) => t.does(party, position, '00'));

/** What it needs, as the ballot’s own page says it. */
const sentences = ({ what, from, count = from.length, besides }: Need): string[] => [
  {
    yes: 'Needs a YES.',
    'discuss-cleared': count === 1 ? 'Has a DISCUSS.' : `Has ${count} DISCUSSes.`,
    'in-favour':
      count === 1 ? 'Needs one more YES or NO OBJECTION position to pass.' : `Needs ${count} more YES or NO OBJECTION positions to pass.`,
    approval: 'Has enough positions to pass.',
  }[what] ?? what,
  ...(besides ? sentences(besides) : []),
];
const passes = (t: Trial): boolean => new Trial(iesgBallot, t.m).does('g', 'approve') === 'done';

it('B1: a director takes one of five positions and changes it, and the same on the same revision is refused', () => {
  const t = ballot('other');
  for (const position of ['yes', 'no-objection', 'discuss', 'abstain', 'recuse'])
    expect(positions(t, position, 'b', 'b')).toEqual(['done', 'done-already']);
  expect(positions(t, 'maybe', 'b')).toEqual(['no-such-act']);
  expect(positions(t, 'yes', 'a', 'X')).toEqual(['done', 'not-a-member']);
});

it('B2: without a Yes it does not pass, however many have no objection', () => {
  const t = ballot('standards');
  positions(t, 'no-objection', ...DIRECTORS);
  expect([passes(t), sentences(t.needs), t.needs.from]).toEqual([false, ['Needs a YES.'], DIRECTORS]);
  positions(t, 'yes', 'c');
  expect(passes(t)).toBe(true);
});

it('B3: a Discuss blocks until it is changed', () => {
  const t = ballot('other');
  positions(t, 'yes', 'a', 'b', 'c', 'd');
  positions(t, 'discuss', 'e');
  expect([passes(t), t.needs]).toEqual([false, { what: 'discuss-cleared', from: ['e'] }]);
  positions(t, 'abstain', 'e');
  expect(passes(t)).toBe(true);
});

it('B4: a standards-track text needs two thirds, rounded up, of those not recused; who abstains is not recused', () => {
  const t = ballot('standards');
  positions(t, 'yes', 'a');
  positions(t, 'no-objection', 'b', 'c', 'd');
  positions(t, 'abstain', 'e');
  // Five of seven.
  expect([passes(t), sentences(t.needs), t.needs.from]).toEqual([
    false,
    ['Needs one more YES or NO OBJECTION position to pass.'],
    ['e', 'f', 'g'],
  ]);
  // Four of six.
  positions(t, 'recuse', 'f');
  expect([passes(t), sentences(t.needs)]).toEqual([true, ['Has enough positions to pass.']]);
  // Four of five, and one taken away: three are too few.
  positions(t, 'recuse', 'e');
  positions(t, 'abstain', 'd');
  expect([passes(t), t.needs.count]).toEqual([false, 1]);
});

it('B5: for any other text one Yes is enough', () => {
  const t = ballot('other');
  expect(sentences(t.needs)).toEqual(['Needs a YES.']);
  positions(t, 'yes', 'f');
  expect(passes(t)).toBe(true);
});

it('B6: each position names the revision that stands, and a new revision leaves positions as they are', () => {
  const t = ballot('other');
  expect([t.does('b', 'yes', '01'), t.does('b', 'yes')]).toEqual(['other-text', 'other-text']);
  positions(t, 'yes', 'b');
  positions(t, 'discuss', 'c');
  t.does(undefined, 'new-version', '01');
  expect(sentences(t.needs)).toEqual(['Has a DISCUSS.']);
  expect([
    t.does('c', 'no-objection', '00'),
    t.does('c', 'no-objection', '01'),
    t.does('b', 'yes', '01'),
    t.does('b', 'yes', '01'),
  ]).toEqual(['other-text', 'done', 'done', 'done-already']);
  expect(passes(t)).toBe(true);
});

it('B7: a chair approves what passes, nobody else does, and time approves nothing', () => {
  const t = ballot('other', { due: 100 });
  expect(t.does('g', 'approve')).toBe('not-passed');
  positions(t, 'yes', 'a');
  expect([t.at(1000).outcome, t.ifNothing('b'), t.needs]).toEqual(['open', 'waits', { what: 'approval', from: ['g'] }]);
  expect([t.does('a', 'approve'), t.does('g', 'approve'), t.outcome, t.does('b', 'discuss', '00')]).toEqual([
    'not-the-chair',
    'done',
    'approved',
    'closed',
  ]);
});

it('says what is needed in sentences', () => {
  const t = ballot('standards');
  positions(t, 'discuss', 'b', 'c');
  positions(t, 'no-objection', 'd', 'e');
  expect(sentences(t.needs)).toEqual(['Needs a YES.', 'Has 2 DISCUSSes.', 'Needs 3 more YES or NO OBJECTION positions to pass.']);
  positions(t, 'yes', 'b');
  expect(sentences(t.needs)).toEqual(['Has a DISCUSS.', 'Needs 2 more YES or NO OBJECTION positions to pass.']);
});
