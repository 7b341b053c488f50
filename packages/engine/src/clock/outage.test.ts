import { describe, expect, it } from 'vitest';
import { expectedStatus } from '../expected/status.ts';
import { injectStatus } from '../injects/status.ts';
import { requestStatus } from '../sharing/items.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';

const MINUTE = 60_000;
const SECOND = 1_000;
const item = { id: 'gauge', title: 'The gauge', originator: 'party:a', portions: [{ text: 'It rises.' }], held: ['party:a'] };
const table = (more: object = {}): Table => new Table(smallScenario({ items: [item], ...more } as Record<string, unknown>)).start();
const now = (t: Table): number => t.exercise.now(t.wall);
const at = (t: Table, ms: number): Table => t.wait((ms - now(t)) / MINUTE);
const ask = (t: Table, due: number): string =>
  t.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'What does the gauge say?', due });
const asked = (t: Table) => [...t.exercise.world.sharing.requests.values()].at(-1) as Parameters<typeof requestStatus>[0];
const decide = (t: Table) =>
  t.say('seat:a-lead', { type: 'DecideRequest', request: asked(t).id, decision: 'refuse', reason: 'Not now.', tell: true });
const itemOf = (t: Table): string => [...t.exercise.world.sharing.items.keys()][0] as string;
const expected = (t: Table): string => expectedStatus(t.exercise.world.expected.rows.get(t.expected('e')) as never);
const inject = (t: Table): string => injectStatus(t.exercise.world.injects.rows.get(t.inject('i')) as never);

describe('an outage decides nothing', () => {
  it('leaves a request in time that was asked for 19:55, when the server is killed at 19:54', () => {
    const t = table();
    ask(t, 19 * MINUTE + 55 * SECOND);
    at(t, 19 * MINUTE + 54 * SECOND).kill(t.wall);
    expect(now(t)).toBe(20 * MINUTE);
    expect(requestStatus(asked(t))).toBe('open');
    expect(decide(t).ok).toBe(true);
    expect(asked(t).overdue).toBeUndefined();
  });

  it('nor an expected action, an item that expires or an inject that lapses, whatever the second', () => {
    const t = table({
      items: [{ ...item, expires: 'PT19M55S' }],
      injects: [{ id: 'i', title: 'I', text: 'I', to: ['party:a'], manual: true, until: 'PT19M55S' }],
      expects: [
        { id: 'e', by: 'party:a', text: 'Tells B', at: 'PT5M', within: 'PT14M55S', seen: { message: { from: 'party:a', to: 'party:b' } } },
      ],
    });
    at(t, 19 * MINUTE + 54 * SECOND).kill(t.wall);
    expect([expected(t), inject(t)]).toEqual(['open', 'planned']);
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: itemOf(t), to: ['party:b'] });
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });
    expect(expected(t)).toBe('met');
  });

  it('stands where it stood if nothing was seen of the next ten seconds', () => {
    const t = at(table(), 20 * MINUTE).kill(0);
    expect(now(t)).toBe(0);
    const noted = at(table(), 20 * MINUTE);
    expect(now(noted.kill(noted.wall))).toBe(20 * MINUTE);
    const later = at(table(), 20 * MINUTE + 1);
    expect(now(later.kill(later.wall))).toBe(20 * MINUTE + 10 * SECOND);
  });

  it('says why the clock stands when the server only stood still', () => {
    const t = at(table(), 5 * SECOND);
    t.record.push(...t.exercise.interrupt(t.wall, t.wall, 'standstill'));
    expect(t.exercise.world.clock.reading).toMatchObject({ status: 'paused', reason: 'standstill', at: 10 * SECOND });
  });
});

describe('an answer exactly at its deadline is in time, and a millisecond later it is not, however the clock came there', () => {
  const due = 20 * MINUTE;
  const ways: Record<string, (t: Table, to: number) => unknown> = {
    'by running': (t, to) => at(t, to),
    'by a jump': (t, to) => t.ok('control', { type: 'JumpClock', to }),
    'by a jump while it stands': (t, to) => {
      t.ok('control', { type: 'PauseClock' });
      t.ok('control', { type: 'JumpClock', to });
    },
    'by a jump, and a restart': (t, to) => {
      t.ok('control', { type: 'JumpClock', to });
      t.ok('control', { type: 'PauseClock' });
      t.kill(0);
    },
    'at a look every second': (t, to) => {
      while (now(t) < to) at(t, Math.min(to, now(t) + SECOND));
    },
  };
  const tell = (t: Table) => t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });
  const seen = { message: { from: 'party:a', to: 'party:b' } };
  const expects = [{ id: 'e', by: 'party:a', text: 'Tells B', at: 'PT5M', within: 'PT15M', seen }];
  const injects = [
    { id: 'i', title: 'I', text: 'I', to: ['party:a'], when: { message: { from: 'party:a', to: 'party:b' } }, until: 'PT20M' },
  ];

  for (const [way, go] of Object.entries(ways)) {
    it(`${way}: a request`, () => {
      const [intime, late] = [due, due + 1].map((to) => {
        const t = table();
        ask(t, due);
        go(t, to);
        expect(now(t)).toBe(to);
        expect(decide(t).ok).toBe(true);
        t.wait(1);
        return asked(t).overdue !== undefined;
      });
      expect([intime, late]).toEqual([false, true]);
    });

    it(`${way}: an expected action`, () => {
      const told = [due, due + 1].map((to) => {
        const t = table({ expects });
        go(t, to);
        tell(t);
        return expected(t);
      });
      // Where a jump took the time for it, it is done, and nobody is late.
      expect(told).toEqual(['met', way.startsWith('by a jump') ? 'met' : 'late']);
    });

    it(`${way}: an item that expires`, () => {
      const answers = [due, due + 1].map((to) => {
        const t = table({ items: [{ ...item, expires: 'PT20M' }] });
        go(t, to);
        return t.say('seat:a-lead', { type: 'ReleaseItem', item: itemOf(t), to: ['party:b'] }).ok;
      });
      expect(answers).toEqual([true, false]);
    });

    it(`${way}: an inject that lapses`, () => {
      const stands = [due, due + 1].map((to) => {
        const t = table({ injects });
        go(t, to);
        tell(t);
        return inject(t);
      });
      expect(stands).toEqual(['released', 'lapsed']);
    });
  }

  it('ends with ENDEX, which is after all that ends at its time', () => {
    const t = table({ expects });
    ask(t, due);
    at(t, due).ok('control', { type: 'EndExercise' });
    expect([expected(t), asked(t).overdue !== undefined]).toEqual(['missed', true]);
  });
});

describe('a jump', () => {
  it('lets happen what is due at its end, moves too, and stands exactly there', () => {
    const t = table({
      moves: [
        { id: 'm1', name: 'One', from: 'PT0M', to: 'PT20M' },
        { id: 'm2', name: 'Two', from: 'PT20M', to: 'PT1H' },
      ],
      injects: [{ id: 'i', title: 'I', text: 'I', to: ['party:a'], at: 'PT20M' }],
    });
    t.ok('control', { type: 'PauseClock' });
    t.ok('control', { type: 'JumpClock', to: 20 * MINUTE });
    expect([now(t), inject(t), t.exercise.world.moves.began.at(-1)?.number]).toEqual([20 * MINUTE, 'released', 2]);
    t.ok('control', { type: 'JumpClock', to: 20 * MINUTE });
    expect(t.record.filter((r) => r.event.type === 'InjectReleased')).toHaveLength(1);
  });

  it('leaves a row that was skipped and restored at its very time to a hand, folded anew or not', () => {
    const statuses = [false, true].map((folded) => {
      const t = table({ injects: [{ id: 'i', title: 'I', text: 'I', to: ['party:a'], at: 'PT20M' }] });
      t.ok('control', { type: 'SkipInject', inject: t.inject('i') });
      t.ok('control', { type: 'JumpClock', to: 20 * MINUTE });
      t.ok('control', { type: 'RestoreInject', inject: t.inject('i') });
      if (folded) t.kill(0, 0).start();
      t.wait(1);
      return inject(t);
    });
    expect(statuses).toEqual(['due', 'due']);
  });
});

describe('times that people set', () => {
  it('are rounded up to whole ten seconds, in commands and in scenarios', () => {
    const t = table({
      items: [{ ...item, expires: 'PT1M1S' }],
      injects: [
        { id: 'i', title: 'I', text: 'I', to: ['party:a'], at: 'PT1M0.5S', until: 'PT2M10S' },
        { id: 'then', title: 'T', text: 'T', to: ['party:a'], after: { event: 'i', delay: 'PT5S' }, manual: true },
      ],
      expects: [{ id: 'e', by: 'party:a', text: 'Tells B', at: 'PT1M1S', within: 'PT1M1S' }],
    });
    const plan = t.exercise.world.injects.rows.get(t.inject('i'))?.plan;
    expect([plan?.card.at, plan?.until]).toEqual([70 * SECOND, 130 * SECOND]);
    ask(t, 61_001);
    expect([...asked(t).asked.values()].map((a) => a.due)).toEqual([70 * SECOND]);
    at(t, 65 * SECOND);
    t.ok('control', { type: 'ReleaseInject', inject: t.inject('i') });
    expect(t.exercise.world.injects.rows.get(t.inject('then'))?.timed?.due).toBe(70 * SECOND);
    t.ok('control', { type: 'MoveInject', inject: t.inject('then'), at: 91_000 });
    expect(t.exercise.world.injects.rows.get(t.inject('then'))?.timed?.due).toBe(100 * SECOND);
    at(t, 80 * SECOND);
    expect(t.exercise.world.expected.rows.get(t.expected('e'))?.opened).toMatchObject({ from: 70 * SECOND, deadline: 140 * SECOND });
  });
});
