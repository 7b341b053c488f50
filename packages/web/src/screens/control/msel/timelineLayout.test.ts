import { expect, it } from 'vitest';
import { type LanePlace, type LayoutOptions, layoutLanes, ROW } from './timelineLayout.ts';

type Entry = Parameters<typeof layoutLanes>[0][number];
const lane = { id: 'a', party: 'a' };
const minute = 60_000;
/** A line of the MSEL at a minute, or at no known time. */
const entry = (id: string, at?: number): Entry =>
  ({ id, kind: 'inject', at: at === undefined ? undefined : at * minute, lanes: ['a'], waits: false }) as unknown as Entry;
/** One px a second: a label of 100 px takes 100 seconds. */
const options: LayoutOptions = {
  pxPerMs: 1 / 1000,
  end: 120 * minute,
  now: 30 * minute,
  keep: new Set(),
  label: ({ id }) => ({ number: id, title: 'A title of some length' }),
  measure: (text) => text.length * 6,
  shelf: { width: 900, words: 60 },
};
const laid = (entries: readonly Entry[], before?: readonly LanePlace[], more: Partial<LayoutOptions> = {}): LanePlace => {
  const [first] = layoutLanes(entries, [lane], { ...options, ...more, before }).lanes;
  if (!first) throw new Error('no lane');
  return first;
};
const rows = (place: LanePlace): Record<string, number> => Object.fromEntries(place.marks.map((m) => [m.entry.id, m.y]));

it('leaves every other mark where it stands when one is released from the shelf', () => {
  const before = laid([entry('1', 28), entry('2', 29), entry('3', 30), entry('s1'), entry('s2'), entry('s3')]);
  const released = [entry('1', 28), entry('2', 29), entry('3', 30), entry('s1', 30), entry('s2'), entry('s3')];
  const after = laid(released, [before]);
  const { s1: _, ...others } = rows(before);
  expect(rows(after)).toMatchObject(others);
  const x = (place: LanePlace, id: string) => place.marks.find((m) => m.entry.id === id)?.x;
  for (const id of ['s2', 's3']) expect(x(after, id)).toBe(x(before, id));
});

it('leaves marks in their rows when an earlier one goes', () => {
  const before = laid([entry('1', 28), entry('2', 29), entry('3', 30)]);
  expect(rows(laid([entry('2', 29), entry('3', 30)], [before]))).toEqual({ 2: rows(before)[2], 3: rows(before)[3] });
});

it('keeps all that stands on the shelf within its lane and apart, also what came on it before others', () => {
  const some = ['s1', 's2', 's3', 's4', 's5', 's6'].map((id) => entry(id));
  let before = laid(some);
  for (const entries of [
    [entry('s0'), ...some],
    [entry('s0'), ...some],
    [entry('s0'), ...some],
    [entry('r'), entry('s0'), ...some],
  ]) {
    before = laid(entries, [before]);
    const places = before.marks.map(({ y, from, to }) => ({ y, from, to }));
    for (const [i, a] of places.entries()) {
      expect(a.y + ROW / 2).toBeLessThanOrEqual(before.top + before.height);
      for (const b of places.slice(i + 1)) expect(a.y !== b.y || a.to <= b.from || b.to <= a.from).toBe(true);
    }
  }
});

it('folds a lane to one row of marks without words', () => {
  const place = laid([entry('1', 28), entry('2', 29), entry('s1')], undefined, { folded: new Set(['a']) });
  expect(place.height).toBe(32);
  expect(place.marks.map((m) => [m.entry.id, m.y, m.label.title])).toEqual([
    ['1', 16, ''],
    ['2', 16, ''],
  ]);
});
