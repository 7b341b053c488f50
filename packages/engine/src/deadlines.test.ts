import { describe, expect, it } from 'vitest';
import { ranBetween } from './clock/clock.ts';
import { alarmAfter, following, isBetween, isPassed, isPast, isSoon, lateBy } from './deadlines.ts';
import { coming } from './exercise.ts';
import { expectedStatus } from './expected/status.ts';
import { decidedLateBy, requestStatus } from './sharing/items.ts';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';

const MINUTE = 60_000;

describe('a deadline', () => {
  it('has not passed at its very moment, and has a millisecond later', () => {
    expect([isPast(MINUTE, MINUTE), isPast(MINUTE, MINUTE + 1)]).toEqual([false, true]);
    expect([lateBy(MINUTE, MINUTE), lateBy(MINUTE, MINUTE + 1), lateBy(undefined, 5), lateBy(5, undefined)]).toEqual([
      undefined,
      1,
      undefined,
      undefined,
    ]);
  });

  it('rings after it, never at it', () => {
    expect(alarmAfter('thing', MINUTE)).toEqual({ key: 'thing', at: MINUTE, after: true });
  });

  it('is soon in its last five minutes', () => {
    expect([5 * MINUTE + 1, 5 * MINUTE, 0, -1].map((left) => isSoon(10 * MINUTE, 10 * MINUTE - left))).toEqual([false, true, true, false]);
  });

  it('brings nothing more once it has passed', () => {
    expect([following(MINUTE, MINUTE, 'escalates'), following(MINUTE, MINUTE + 1, 'escalates')]).toEqual(['escalates', 'waits']);
  });

  it('is passed by a jump beyond it, and not by one to it; what begins at the end of a jump does begin', () => {
    expect([isPassed(MINUTE, 0, MINUTE), isPassed(MINUTE, 0, MINUTE + 1), isPassed(MINUTE, MINUTE, 2 * MINUTE)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([isBetween(MINUTE, 0, MINUTE), isBetween(MINUTE, MINUTE, 2 * MINUTE), isBetween(undefined, 0, 1)]).toEqual([true, false, false]);
  });
});

describe('requests and expected actions', () => {
  const open = () => {
    const seen = { message: { from: 'party:a', to: 'party:b' } };
    const t = new Table(
      smallScenario({ expects: [{ id: 'act', by: 'party:a', text: 'Tells B', at: 'PT0M', within: 'PT9M', seen }] }),
    ).start();
    t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'How high?', due: 8 * MINUTE + 1 });
    const request = () => [...t.exercise.world.sharing.requests.values()][0]!;
    const status = () => expectedStatus(t.exercise.world.expected.rows.get(t.expected('act'))!);
    return { t, request, status };
  };

  it('are due on whole ten seconds, whatever was asked for', () => {
    const { request } = open();
    expect([...request().asked.values()][0]?.due).toBe(8 * MINUTE + 10_000);
  });

  it('take an act exactly at the deadline for in time, though the clock has jumped to it and stands there', () => {
    const { t, request, status } = open();
    t.ok('control', { type: 'PauseClock' });
    t.ok('control', { type: 'JumpClock', to: 8 * MINUTE + 10_000 });
    t.ok('seat:a-lead', { type: 'DecideRequest', request: request().id, decision: 'refuse' });
    expect(request().overdue).toBeUndefined();
    t.ok('control', { type: 'JumpClock', to: 9 * MINUTE });
    expect(status()).toBe('open');
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'High.' });
    expect(status()).toBe('met');
  });

  it('are late a millisecond after it', () => {
    const { t, request, status } = open();
    t.ok('control', { type: 'PauseClock' });
    t.ok('control', { type: 'JumpClock', to: 8 * MINUTE + 10_001 });
    expect(request().overdue?.at).toBe(8 * MINUTE + 10_001);
    t.ok('control', { type: 'JumpClock', to: 9 * MINUTE + 1 });
    expect(status()).toBe('passed');
  });

  it('are missed when time ran past them, and passed when it was a jump, for all who know the deadline', () => {
    const { t, request, status } = open();
    t.ok('control', { type: 'JumpClock', to: 8 * MINUTE + 5_000 });
    t.wait(2);
    expect([requestStatus(request()), status()]).toEqual(['overdue', 'missed']);
    const jumped = open();
    jumped.t.ok('control', { type: 'JumpClock', to: 30 * MINUTE });
    expect([requestStatus(jumped.request()), jumped.status()]).toEqual(['passed', 'passed']);
    const own = [...jumped.t.seen('control:a').world.expected.rows.values()][0]!;
    expect(expectedStatus(own)).toBe('passed');
  });

  it('are not late where a jump took the time for them', () => {
    const { t, request, status } = open();
    t.ok('control', { type: 'JumpClock', to: 30 * MINUTE });
    t.wait(5);
    t.ok('seat:a-lead', { type: 'DecideRequest', request: request().id, decision: 'refuse' });
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'High.' });
    expect([decidedLateBy(request()), status()]).toEqual([undefined, 'met']);
  });

  it('leave out of every waiting time what a jump passed over', () => {
    const { t } = open();
    t.wait(2);
    t.ok('control', { type: 'JumpClock', to: 60 * MINUTE });
    t.wait(3);
    const { world } = t.exercise;
    expect(ranBetween(world, MINUTE, 63 * MINUTE)).toBe(4 * MINUTE);
    expect(ranBetween(world, 30 * MINUTE, 63 * MINUTE)).toBe(3 * MINUTE);
    expect(ranBetween(world, 61 * MINUTE, 63 * MINUTE)).toBe(2 * MINUTE);
  });

  it('tell controllers and the seats concerned which deadlines a jump passes', () => {
    const { t } = open();
    const passed = (viewer: string, to: number) => coming(t.seen(viewer).world, viewer, 0, to).map((c) => [c.room, c.kind, c.at]);
    const answer = ['sharing', 'deadline', 8 * MINUTE + 10_000];
    const act = ['expected', 'deadline', 9 * MINUTE];
    expect(passed('control', 9 * MINUTE + 1)).toEqual([answer, act]);
    expect(passed('control', 9 * MINUTE)).toEqual([answer]);
    expect(passed('control:a', 10 * MINUTE)).toEqual([answer, act]);
    expect(passed('seat:a-lead', 10 * MINUTE)).toEqual([answer]);
    expect(passed('seat:b-press', 10 * MINUTE)).toEqual([]);
    expect(passed('public', 120 * MINUTE)).toEqual([['seats', 'endex', 120 * MINUTE]]);
    expect(passed('control', 0)).toEqual([]);
  });
});
