import { expect, it } from 'vitest';
import { axisOf, nightsOf, placeAt } from './axis.ts';
import { boundBy, grouped, type MatrixRow, movedFrom, rowsOfSteps } from './rows.ts';

const MINUTE = 60_000;
const terms = (more: object = {}) => ({ support: [], tells: [], after: [], duration: 10 * MINUTE, ...more });
const row = (id: string, party: string, more: Partial<MatrixRow> = {}): MatrixRow => ({
  ...{
    id,
    party,
    number: Number(id.slice(1)),
    text: id,
    lead: undefined,
    terms: terms(),
    state: 'planned',
    blocked: [],
    critical: false,
    late: 0,
  },
  ...more,
});
const after = (...steps: string[]) => terms({ after: steps.map((step) => ({ step, kind: 'FS', min: 0 })) });

it('groups steps by their lead’s side in the order of the exercise, the first to begin first, and last what nobody leads', () => {
  const rows = [
    row('p1', 'us', { planned: { start: 5, end: 6 } }),
    row('p2', 'rok', { planned: { start: 9, end: 10 } }),
    row('p3', 'rok', { planned: { start: 2, end: 3 } }),
    row('p4', ''),
  ];
  expect(grouped(rows, ['rok', 'us']).map((g) => [g.party, g.rows.map((r) => r.id)])).toEqual([
    ['rok', ['p3', 'p2']],
    ['us', ['p1']],
    ['', ['p4']],
  ]);
});

it('finds all that a step moves, near and far', () => {
  const rows = [
    row('p1', 'us'),
    row('p2', 'rok', { movedBy: 'p1' }),
    row('p3', 'us', { movedBy: 'p2' }),
    row('p4', 'us', { movedBy: 'p9' }),
  ];
  expect(movedFrom(rows, 'p1').map((r) => r.id)).toEqual(['p2', 'p3']);
});

it('names the step whose hard time binds another: 10 minutes each, and the last must be over by minute 60', () => {
  const rows = [
    row('p1', 'us', { latestStart: 30 * MINUTE }),
    row('p2', 'rok', { latestStart: 40 * MINUTE, terms: after('p1') }),
    row('p3', 'rok', { latestStart: 50 * MINUTE, terms: { ...after('p2'), by: 60 * MINUTE } }),
    row('p4', 'rok'),
  ];
  expect(boundBy(rows, 'p1')?.id).toBe('p3');
  expect(boundBy(rows, 'p3')?.id).toBe('p3');
  expect(boundBy(rows, 'p4')).toBeUndefined();
});

it('draws steps that contradict each other without times, and never fails over them', () => {
  const circle = [
    { id: 'a', text: 'a', terms: { ...after('b'), lead: 'seat:x' } },
    { id: 'b', text: 'b', terms: { ...after('a'), lead: 'seat:x' } },
  ];
  const rows = rowsOfSteps(circle, [{ party: 'us', seats: ['seat:x'] }], 0);
  expect(rows.map((r) => [r.party, r.planned])).toEqual([
    ['us', undefined],
    ['us', undefined],
  ]);
});

it('shades the night of each capital, from ten to six by its own clock', () => {
  const start = '2027-03-02T12:00+09:00';
  const axis = { from: 0, to: 4 * 60 * MINUTE, ticks: [] };
  // Noon in Seoul is ten in the evening in Washington.
  expect(nightsOf(axis, start, 'Asia/Seoul')).toEqual([]);
  expect(nightsOf(axis, start, 'America/New_York')).toEqual([{ start: 0, end: 4 * 60 * MINUTE }]);
  const early = { from: -60 * MINUTE, to: 0, ticks: [] };
  expect(nightsOf(early, start, 'America/New_York')).toEqual([]);
});

it('puts ticks on round times of the exercise’s own clock, and nothing beyond its edges', () => {
  const axis = axisOf([row('p1', 'us', { planned: { start: 7 * MINUTE, end: 52 * MINUTE } })], undefined, '2027-03-02T12:05+09:00');
  expect(axis.ticks.map((t) => (t / MINUTE + 5) % 10)).toEqual(axis.ticks.map(() => 0));
  expect(placeAt(axis, -1_000 * MINUTE)).toBe(0);
  expect(placeAt(axis, 1_000 * MINUTE)).toBe(100);
});
