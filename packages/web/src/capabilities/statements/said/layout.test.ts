import { expect, it } from 'vitest';
import { type Chart, chartOf, type SaidLook } from './chart.ts';
import { type ChartWords, layoutOf } from './layout.ts';

const MINUTE = 60_000;
const claim = { topic: 'plan', stance: 'affirmed' as const };
const thing = (id: string, at: number, party: string, more: object = {}) => ({
  id,
  at: at * MINUTE,
  parties: [party],
  claims: [claim],
  corrects: [],
  reads: [],
  ...more,
});
const look = (things: SaidLook['things']): SaidLook => ({
  parties: ['k', 'u'],
  topics: ['plan'],
  things,
  flags: [],
  lines: [],
  now: 240 * MINUTE,
});
const words: ChartWords = {
  mark: (m) => ({ text: `said by ${m.said}`, tone: 'plain' }),
  repair: () => ({ text: 'repaired', tone: 'met' }),
  join: () => ({ text: 'ambiguous', tone: 'amber' }),
  end: () => undefined,
};
const placed = (chart: Chart, width = 600) => layoutOf(chart, width, words);

it('sets marks of one minute beside each other, within the picture', () => {
  const { marks } = placed(chartOf(look(['a', 'b', 'c', 'd'].map((id) => thing(id, 239, 'k')))));
  const xs = marks.map((m) => m.x);
  expect(xs.every((x, i) => i === 0 || x - (xs[i - 1] as number) >= 18)).toBe(true);
  expect(Math.max(...xs)).toBeLessThanOrEqual(600);
});

it('writes no words over a mark or over other words', () => {
  const many = [...Array(14).keys()].map((i) => thing(`n${i}`, i * 17, i % 2 ? 'k' : 'u'));
  const { labels, marks } = placed(chartOf(look(many)));
  expect(labels.length).toBeGreaterThan(3);
  const boxes = labels.map((l) => ({
    y: l.y,
    from: l.anchor === 'end' ? l.x - l.text.length * 6.6 : l.x,
    to: l.anchor === 'end' ? l.x : l.x + l.text.length * 6.6,
  }));
  for (const [i, a] of boxes.entries()) {
    expect(marks.filter((m) => m.y - 7 === a.y && m.x > a.from - 8 && m.x < a.to + 8)).toEqual([]);
    expect(boxes.slice(i + 1).filter((b) => b.y === a.y && b.from < a.to && a.from < b.to)).toEqual([]);
  }
});

it('keeps every topic clear of the next one', () => {
  const chart = chartOf({
    ...look([
      thing('a', 1, 'k'),
      thing('b', 2, 'u', { claims: [{ topic: 'talk', stance: 'open' }] }),
      thing('c', 3, 'k', { claims: undefined }),
    ]),
    topics: ['plan', 'talk'],
  });
  const { groups, height } = placed(chart);
  expect(groups.map((g) => g.group?.topic)).toEqual(['plan', 'talk', undefined]);
  for (const [i, g] of groups.entries()) expect(g.top + g.height).toBe(groups[i + 1]?.top ?? height);
});
