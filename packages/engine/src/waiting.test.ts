import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPast } from './deadlines.ts';
import { roomEntries, waiting } from './exercise.ts';
import type { Id, Ms } from './fact.ts';
import type { Waiting } from './room.ts';
import { smallScenario } from './testing/fixture.ts';
import { playSome, Tape } from './testing/generate.ts';
import { Table } from './testing/table.ts';

const MINUTE = 60_000;
const RUNS = Math.ceil(Number(process.env.ENTENTE_RUNS ?? 50) / 5);
const seed = Number(process.env.ENTENTE_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** One kind of waiting: how it comes about, what it must say, and what settles it. */
interface Case {
  /** Whose list it stands on. */
  readonly viewer: string;
  /** Others whose list it must not stand on. */
  readonly not: readonly string[];
  readonly scenario?: Record<string, unknown>;
  /** Brings it about; gives the thing’s id. The exercise has begun, and it is minute 0. */
  bring(t: Table): Id;
  /** At the time when it was brought about. */
  readonly says: { readonly since: Ms; readonly due?: Ms; readonly ifNothing: Waiting['ifNothing'] };
  /** What it says if nothing is done, once its time has passed. */
  readonly later?: Waiting['ifNothing'];
  settle(t: Table, id: Id): void;
}

const item = (id: string, originator: string, held: string) => ({
  id,
  title: id,
  originator,
  held: [held],
  portions: [{ text: 'All.', label: 'TLP:GREEN' }],
});
const row = (id: string, more: object) => ({ injects: [{ id, title: id, text: id, to: ['party:a'], ...more }] });
const action = (more: object) => ({ expects: [{ id: 'act', by: 'party:a', text: 'Tells B', at: 'PT0M', within: 'PT8M', ...more }] });
const ask = (t: Table, to: string): Id => {
  t.ok('seat:b-lead', { type: 'RequestItem', to, text: 'How high?', due: 9 * MINUTE });
  return [...t.exercise.world.sharing.requests.keys()].at(-1) as Id;
};
const give = (t: Table): Id => {
  const [id = ''] = t.exercise.world.sharing.items.keys();
  t.ok('seat:a-lead', { type: 'ReleaseItem', item: id, to: ['party:b'] });
  return id;
};
const question = (from: string, to: string) => (t: Table) =>
  t.ok(from, { type: 'SendMessage', to: [to], text: 'What now?', purpose: 'ask' });
const reply =
  (from: string, to: string, more: object = {}) =>
  (t: Table, about: Id) =>
    void t.ok(from, { type: 'SendMessage', to: [to], text: 'This.', about, ...more });

/** By `room.kind`; what stands behind a slash tells several of one kind apart. */
const CASES: Readonly<Record<string, Case>> = {
  'emergency.emergency': {
    viewer: 'control',
    not: ['seat:a-lead', 'evaluators', 'public'],
    bring: (t) => {
      t.ok('seat:b-press', { type: 'RaiseEmergency', text: 'Fire.' });
      return t.exercise.world.emergency.banner?.src as Id;
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t) => t.ok('control', { type: 'StandDown' }),
  },
  'injects.release': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead'],
    scenario: row('i', { at: 'PT9M', manual: true, controller: 'control' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control', { type: 'ReleaseInject', inject }),
  },
  'injects.release/that can lapse, in the hand of a party’s control': {
    viewer: 'control:a',
    not: ['control:b', 'evaluators:a'],
    scenario: row('i', { at: 'PT9M', manual: true, controller: 'control:a', until: 'PT30M' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, inject) => t.ok('control:a', { type: 'ReleaseInject', inject }),
  },
  'injects.address': {
    viewer: 'control',
    not: ['control:a', 'control:b', 'seat:a-lead'],
    scenario: row('i', { at: 'PT9M', to: [], until: 'PT30M' }),
    bring: (t) => t.inject('i'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'lapses' },
    settle: (t, inject) => t.ok('control', { type: 'ReleaseInject', inject, to: ['party:b'] }),
  },
  'injects.acknowledge': {
    viewer: 'seat:a-press',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a', 'public'],
    scenario: row('i', { at: 'PT1M' }),
    bring: (t) => {
      t.wait(2);
      return [...t.exercise.world.injects.deliveries.keys()][0] as Id;
    },
    says: { since: MINUTE, ifNothing: 'waits' },
    settle: (t, delivery) => t.ok('seat:a-press', { type: 'AcknowledgeInject', delivery }),
  },
  'expected.judge': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead', 'evaluators:a'],
    scenario: action({}),
    bring: (t) => {
      t.wait(1);
      return t.expected('act');
    },
    says: { since: 0, due: 8 * MINUTE, ifNothing: 'missed' },
    later: 'waits',
    settle: (t, expected) => t.ok('control', { type: 'JudgeExpected', expected, verdict: 'met' }),
  },
  'expected.missed': {
    viewer: 'control',
    not: ['control:b', 'seat:a-lead', 'evaluators:a'],
    scenario: action({ within: 'PT1M', seen: { message: { from: 'party:a', to: 'party:b' } } }),
    bring: (t) => {
      t.wait(2);
      return t.expected('act');
    },
    says: { since: 0, due: MINUTE, ifNothing: 'waits' },
    settle: (t) => question('seat:a-lead', 'party:b')(t),
  },
  'messages.answer': {
    viewer: 'seat:a-lead',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a'],
    bring: question('seat:b-lead', 'party:a'),
    says: { since: 0, ifNothing: 'waits' },
    // A colleague’s answer, told to the own side too, is one.
    settle: (t, about) => t.ok('seat:a-press', { type: 'SendMessage', to: ['seat:b-lead', 'party:a'], text: 'This.', about }),
  },
  'messages.answer/to an entity': {
    viewer: 'control',
    not: ['control:b', 'seat:b-lead', 'seat:a-lead'],
    bring: question('seat:b-lead', 'entity:wire'),
    says: { since: 0, ifNothing: 'waits' },
    settle: reply('control', 'seat:b-lead', { speaker: 'entity:wire' }),
  },
  'messages.answer/to a seat that control plays': {
    viewer: 'control',
    not: ['control:a', 'control:b'],
    bring: question('seat:b-lead', 'cell:c-cell'),
    says: { since: 0, ifNothing: 'waits' },
    settle: reply('control', 'seat:b-lead', { speaker: 'seat:c-lead' }),
  },
  'messages.answer/to a party’s control': {
    viewer: 'control:b',
    not: ['control', 'control:a', 'seat:b-press'],
    bring: (t) => {
      t.sit('control:b');
      return question('seat:b-lead', 'control:b')(t);
    },
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, message) => t.ok('control:b', { type: 'AcknowledgeMessage', message }),
  },
  'seats.roll': {
    viewer: 'seat:a-lead',
    not: ['control', 'control:a', 'observers', 'public'],
    bring: (t) => t.ok('control', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, roll) => t.ok('seat:a-lead', { type: 'AnswerRoll', roll }),
  },
  'seats.roll/of an evaluator': {
    viewer: 'evaluators:a',
    not: ['seat:b-lead', 'control:a'],
    bring: (t) => t.ok('control:a', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, roll) => t.ok('evaluators:a', { type: 'AnswerRoll', roll }),
  },
  'seats.rollcall': {
    viewer: 'control:a',
    not: ['control', 'control:b', 'seat:a-lead'],
    bring: (t) => t.ok('control:a', { type: 'CallRoll' }),
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, roll) => {
      for (const seat of ['seat:a-lead', 'seat:a-press']) t.ok(seat, { type: 'AnswerRoll', roll });
    },
  },
  'sharing.decide': {
    viewer: 'seat:a-lead',
    not: ['seat:a-press', 'seat:b-lead', 'control', 'control:a'],
    bring: (t) => ask(t, 'party:a'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'escalates' },
    later: 'waits',
    settle: (t, request) => t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse' }),
  },
  'sharing.decide/by the head, once it has come to it': {
    viewer: 'seat:a-press',
    not: ['seat:b-lead', 'control', 'control:a'],
    bring: (t) => {
      const id = ask(t, 'party:a');
      t.wait(10);
      return id;
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, request) => t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse' }),
  },
  'sharing.decide/where control plays': {
    viewer: 'control',
    not: ['seat:a-lead', 'seat:b-press', 'control:b'],
    bring: (t) => ask(t, 'party:c'),
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, request) => t.ok('seat:b-lead', { type: 'WithdrawRequest', request }),
  },
  'sharing.overdue': {
    viewer: 'control',
    not: ['control:b', 'seat:b-lead'],
    bring: (t) => {
      const id = ask(t, 'party:a');
      t.wait(10);
      return id;
    },
    says: { since: 9 * MINUTE, due: 9 * MINUTE, ifNothing: 'waits' },
    settle: (t, request) => t.ok('seat:a-lead', { type: 'DecideRequest', request, decision: 'refuse' }),
  },
  'sharing.acknowledge': {
    viewer: 'seat:b-lead',
    not: ['seat:a-lead', 'seat:a-press', 'control', 'control:b', 'evaluators:b'],
    bring: give,
    says: { since: 0, ifNothing: 'waits' },
    settle: (t, id) => t.ok('seat:b-lead', { type: 'AcknowledgeItem', item: id }),
  },
  'sharing.destroy': {
    viewer: 'seat:b-press',
    not: ['seat:a-lead', 'control', 'control:b'],
    bring: (t) => {
      const id = give(t);
      t.wait(1);
      t.ok('seat:a-lead', { type: 'RecallItem', item: id });
      return id;
    },
    says: { since: MINUTE, ifNothing: 'waits' },
    settle: (t, id) => t.ok('seat:b-press', { type: 'ConfirmDestroyed', item: id }),
  },
};

const kindOf = (name: string): string => name.split('/')[0] as string;
const listed = (t: Table, viewer: string): Waiting[] => waiting(t.seen(viewer).world, viewer, t.exercise.now(t.wall));
const started = (scenario: Record<string, unknown> = {}): Table => {
  const { parties, ...rest } = smallScenario({ items: [item('gauge', 'party:a', 'party:a')], ...scenario });
  return new Table({ ...rest, parties: parties.map((p) => (p.id === 'a' ? { ...p, head: 'a-press' } : p)) }).start();
};

it('knows a case of every kind that a room declares, and of no other', () => {
  const declared = roomEntries.flatMap(([room, { waits = {} }]) => Object.keys(waits).map((kind) => `${room}.${kind}`));
  expect([...new Set(Object.keys(CASES).map(kindOf))].sort()).toEqual(declared.sort());
});

describe.each(Object.entries(CASES))('%s', (name, { viewer, not, scenario, bring, says, later, settle }) => {
  const [room, kind] = kindOf(name).split('.');
  const find = (t: Table, who: string, id: Id) => listed(t, who).find((w) => w.room === room && w.kind === kind && w.id === id);

  it('waits for whom it waits, since when, until when and with what to follow, and for nobody else', () => {
    const t = started(scenario);
    const id = bring(t);
    const { since, due, ifNothing } = find(t, viewer, id) ?? {};
    expect({ since, due, ifNothing }).toEqual({ due: undefined, ...says });
    for (const other of not) expect(find(t, other, id), other).toBeUndefined();
  });

  it('stays over a jump and after its time, until it is settled, and then goes', () => {
    const t = started(scenario);
    const id = bring(t);
    // An emergency has stopped the clock.
    if (kind !== 'emergency') t.ok('control', { type: 'JumpClock', to: t.exercise.now(t.wall) + 15 * MINUTE });
    expect(find(t, viewer, id)).toMatchObject({ ...says, ...(later && { ifNothing: later }) });
    settle(t, id);
    expect(find(t, viewer, id)).toBeUndefined();
  });
});

it('puts what comes first before what is overdue or presses, then what waits, by time', () => {
  const t = started({ ...row('i', { at: 'PT1M' }) });
  question('seat:b-lead', 'party:a')(t);
  ask(t, 'party:a');
  t.wait(2);
  t.ok('control', { type: 'CallRoll' });
  expect(listed(t, 'seat:a-lead').map((w) => `${w.room}.${w.kind}`)).toEqual([
    'seats.roll',
    'sharing.decide',
    'messages.answer',
    'injects.acknowledge',
  ]);
});

it('asks of players after the end only what can still be done', () => {
  const t = started({ ...row('i', { at: 'PT1M' }) });
  question('seat:b-lead', 'party:a')(t);
  ask(t, 'party:a');
  t.wait(2);
  t.ok('control', { type: 'EndExercise' });
  expect(listed(t, 'seat:a-lead').map((w) => w.kind)).toEqual(['acknowledge']);
  expect(listed(t, 'control')).toEqual([]);
});

it('gives a seat, of its own fold, the list that lead control’s world gives for that seat, over generated exercises', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5039 }), { minLength: 40, maxLength: 400 }), (numbers) => {
      const t = playSome(new Tape(numbers), 60);
      const now = t.exercise.now(t.wall);
      for (const viewer of t.exercise.roster.viewers.filter((v) => /^(seat|evaluators)/.test(v))) {
        const own = waiting(t.seen(viewer).world, viewer, now);
        seen += own.length;
        expect(waiting(t.exercise.world, viewer, now), viewer).toEqual(own);
        for (const w of own) if (isPast(w.due, now)) expect(w.ifNothing, w.kind).toBe('waits');
      }
    }),
    { numRuns: RUNS, seed },
  );
  expect(seen).toBeGreaterThan(0);
});
