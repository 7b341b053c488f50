import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { actIn, forumCalled as forum, TWO_FORUMS as forums } from '../testing/two-forums.ts';

const MINUTE = 60_000;
const MATTERS = {
  opened: { forum: 'group' },
  'opened-by-b': { by: 'b' },
  answered: { is: 'answered' },
  'in-time': { is: 'in-time' },
  late: { is: 'late' },
  'late-c': { is: 'late', by: 'c' },
  closed: { is: 'closed', by: 'a' },
  agreed: { is: 'closed', outcome: 'agreed' },
};
const DECISIONS = { taken: {}, asked: { is: 'asked' }, unasked: { is: 'unasked', by: 'b' } };
const named = (kind: string, asks: object) => Object.entries(asks).map(([id, ask]) => ({ id: `${kind}-${id}`, when: { [kind]: ask } }));
const start = (): Table =>
  new Table(
    smallScenario({
      forums,
      subjects: [{ id: 'measure', name: 'A measure' }],
      milestones: [...named('matter', MATTERS), ...named('decision', DECISIONS)],
    }),
  ).start();
/** When each milestone was reached, in minutes. */
const reached = (t: Table, kind: string): Record<string, number> =>
  Object.fromEntries(
    [...t.exercise.world.milestones.milestones].flatMap(([id, m]) =>
      m.reached && id.startsWith(`${kind}-`) ? [[id.slice(kind.length + 1), Math.round(m.reached.at / MINUTE)]] : [],
    ),
  );
const open = (t: Table, seat: string, where: string, more: object = {}): Id =>
  t.ok(seat, { type: 'OpenMatter', forum: forum(t, where), title: 'T', text: 'Do we?', ...more } as never);
const act = (t: Table, seat: string, matter: Id, what: string, more: object = {}): Id =>
  actIn(t, seat, matter, what, { text: 'Yes.', ...more });

describe('a condition on a matter', () => {
  it('holds once one was opened, answered in time, and closed as it says', () => {
    const t = start();
    t.wait(1);
    const asked = open(t, 'seat:a-lead', 'group', { procedure: 'consensus', due: 10 * MINUTE });
    expect(reached(t, 'matter')).toEqual({ opened: 1 });
    t.wait(2);
    act(t, 'seat:b-lead', asked, 'join');
    expect(reached(t, 'matter')).toEqual({ opened: 1, answered: 3, 'in-time': 3, closed: 3, agreed: 3 });
  });

  it('holds for who is late once the time has passed, and for who answers after it', () => {
    const t = start();
    const asked = open(t, 'seat:b-lead', 'council', { due: 10 * MINUTE });
    act(t, 'control', asked, 'view', { speaker: 'seat:c-lead' });
    t.wait(10);
    expect(reached(t, 'matter').late).toBeUndefined();
    t.wait(1);
    expect(reached(t, 'matter')).toEqual({ 'opened-by-b': 0, answered: 0, 'in-time': 0, late: 10 });
    t.wait(1);
    act(t, 'seat:a-lead', asked, 'view');
    expect(reached(t, 'matter')['late-c']).toBeUndefined();
  });

  it('holds for who let the time pass also where due has ended the matter', () => {
    const t = start();
    open(t, 'seat:a-lead', 'council', { procedure: 'ad-referendum', due: 10 * MINUTE });
    t.wait(11);
    expect(reached(t, 'matter')).toEqual({ late: 10, 'late-c': 10, closed: 10 });
  });
});

describe('a condition on a decision', () => {
  const decide = (t: Table, seat: string) =>
    t.ok(seat, { type: 'RecordDecision', title: 'D', text: 'We do.', subject: 'measure' } as never);

  it('tells one that was taken before asking from one after', () => {
    const t = start();
    t.wait(1);
    decide(t, 'seat:b-lead');
    expect(reached(t, 'decision')).toEqual({ taken: 1, unasked: 1 });
    t.wait(1);
    open(t, 'seat:a-lead', 'group', { subject: 'measure' });
    t.wait(1);
    decide(t, 'seat:a-lead');
    expect(reached(t, 'decision')).toEqual({ taken: 1, unasked: 1, asked: 3 });
  });

  it('is asked again when a matter is opened at the moment of the decision', () => {
    const t = start();
    t.wait(1);
    t.ok('control', { type: 'PauseClock' });
    decide(t, 'seat:a-lead');
    open(t, 'seat:a-lead', 'group', { subject: 'measure' });
    expect(reached(t, 'decision')).toEqual({ taken: 1, asked: 1 });
  });
});
