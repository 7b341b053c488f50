import { type ClockStatus, emptyWorld, type World } from '@entente/engine';
import { expect, test } from 'vitest';
import { countAt, endOf, momentAt, momentOf, stepped, ticks } from './moment.ts';
import { flood } from './record.fixture.ts';

const MINUTE = 60_000;

test('everything stamped with the chosen time lies within the moment', () => {
  expect(countAt(flood, 10 * MINUTE)).toBe(12);
  expect(countAt(flood, 10 * MINUTE - 1)).toBe(6);
  expect(countAt(flood, 0)).toBe(6);
});

test('a moment stays within the exercise', () => {
  expect(momentAt(flood, -1, 100)).toEqual({ at: 0, count: 6 });
  expect(momentAt([], 500, 100)).toEqual({ at: 100, count: 0 });
});

test('stepping goes event by event, also among events of one time, and stops at both ends', () => {
  const at10 = momentAt(flood, 10 * MINUTE, 240 * MINUTE);
  expect(stepped(flood, at10, 1)).toEqual({ at: 12 * MINUTE, count: 13 });
  expect(stepped(flood, at10, -1)).toEqual({ at: 10 * MINUTE, count: 11 });
  expect(stepped(flood, { at: 0, count: 0 }, -1)).toEqual({ at: 0, count: 0 });
  expect(stepped(flood, { at: 0, count: flood.length }, 1).count).toBe(flood.length);
});

test('the moment of an event has nothing after it', () => {
  expect(momentOf(flood, 'd-up')).toEqual({ at: 10 * MINUTE, count: 8 });
  expect(momentOf(flood, 'never')).toBeUndefined();
});

test('the scrubber ends with the plan, or with the last event of an exercise that ran longer, or has ended', () => {
  const world = (status: ClockStatus, duration: number): World => {
    const made = emptyWorld();
    const clock = { ...made.clock, reading: { src: 'e', status, rate: 1, at: 0, wall: 0 } };
    return { ...made, clock, seats: { ...made.seats, exercise: { duration } as never } };
  };
  expect(endOf(flood, world('running', 240 * MINUTE))).toBe(240 * MINUTE);
  expect(endOf(flood, world('paused', MINUTE))).toBe(50 * MINUTE);
  expect(endOf(flood, world('ended', 240 * MINUTE))).toBe(50 * MINUTE);
  expect(endOf([], world('ended', 240 * MINUTE))).toBe(MINUTE);
});

test('ticks are round by the clock of the scenario and not too many', () => {
  const local = (8 * 60 + 20) * MINUTE;
  expect(ticks(240 * MINUTE, local, 5).map((t) => (local + t) / (60 * MINUTE))).toEqual([9, 10, 11, 12]);
});
