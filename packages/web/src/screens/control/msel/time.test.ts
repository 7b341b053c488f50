import { describe, expect, it } from 'vitest';
import { clockWords } from '../../../kit/calendar.ts';
import { parseClock } from '../../../kit/control/scenarioTime.ts';
import { leftEdge, NOW_AT, panned, revealing, zoomed } from './timeWindow.ts';

const START = '2027-03-02T08:00+09:00';
const HOUR = 3_600_000;

describe('times of the exercise’s own clock', () => {
  it('are told where STARTEX is told', () => expect(clockWords(6 * HOUR + 32 * 60_000, START)).toBe('14:32'));
  it('carry the day from the second on', () => expect(clockWords(25 * HOUR, START)).toBe('09:00 D2'));
  it('are read as they are told', () => {
    for (const ms of [0, 6 * HOUR, 25 * HOUR, 47 * HOUR + 60_000]) expect(parseClock(clockWords(ms, START), START, 0)).toBe(ms);
  });
  it('are read as minutes from now', () => expect(parseClock('+25', START, HOUR)).toBe(HOUR + 25 * 60_000));
  it('are refused if they are none', () => {
    for (const typed of ['', 'soon', '25:00', '14:75', '+', '14']) expect(parseClock(typed, START, 0)).toBeUndefined();
  });
});

describe('the stretch of time shown', () => {
  it('keeps now at its place while it follows', () => expect(leftEdge({ span: 2 * HOUR }, 5 * HOUR)).toBe(5 * HOUR - NOW_AT * 2 * HOUR));
  it('begins at STARTEX, with a little air, while now is near it', () => {
    const before = leftEdge({ span: 2 * HOUR }, 0);
    expect(before).toBeLessThan(0);
    expect(before).toBeGreaterThan(-0.1 * HOUR);
    expect(leftEdge({ span: 2 * HOUR }, HOUR / 2)).toBe(before);
  });
  it('still follows after zooming by button', () => expect(zoomed({ span: 2 * HOUR }, -1, 5 * HOUR, 8 * HOUR)).toEqual({ span: HOUR }));
  it('keeps the moment under the pointer where it is', () => {
    const before = { span: 2 * HOUR };
    const at = 5.6 * HOUR;
    const after = zoomed(before, -1, 5 * HOUR, 8 * HOUR, at);
    const share = (w: { span: number; from?: number }): number => (at - leftEdge(w, 5 * HOUR)) / w.span;
    expect(share(after)).toBeCloseTo(share(before), 6);
  });
  it('never leaves the exercise out of sight', () => {
    const far = panned({ span: 2 * HOUR }, 50, HOUR, 8 * HOUR);
    expect(leftEdge(far, HOUR)).toBeLessThan(8 * HOUR);
  });
  it('does not move for what is in view already', () => {
    const window = { span: 2 * HOUR };
    expect(revealing(window, 5.2 * HOUR, 5 * HOUR, 8 * HOUR)).toBe(window);
    expect(revealing(window, 1 * HOUR, 5 * HOUR, 8 * HOUR).from).toBeDefined();
  });
});
