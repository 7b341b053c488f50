import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockStatus } from './clock/clock.ts';
import { isPast } from './deadlines.ts';
import { roomEntries, settling, waiting, waitingIn, waitsOf } from './exercise.ts';
import type { Id } from './fact.ts';
import type { Waiting } from './room.ts';
import { smallScenario } from './testing/fixture.ts';
import { playSome } from './testing/generate.ts';
import { Table } from './testing/table.ts';
import { Tape } from './testing/tape.ts';
import { ask, CASES, item, question, row } from './waiting.cases.ts';
import type { RoomName } from './world.ts';

const MINUTE = 60_000;
const RUNS = Math.ceil(Number(process.env.ENTENTE_RUNS ?? 50) / 5);
const seed = Number(process.env.ENTENTE_SEED);

/** What only a person can say: whom, whether, what is meant. */
const PERSONAL: ReadonlySet<string> = new Set([
  'translations.translate',
  'execution.answer',
  'emergency.emergency',
  'injects.address',
  'expected.judge',
  'expected.missed',
  'expected.missed/dismissed',
  'seats.rollcall',
  'seats.rollcall/dismissed',
  'statements.code',
  'statements.flag',
]);
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

describe.each(Object.entries(CASES))('%s', (name, { viewer, not, scenario, bring, says, jump = 100, later, settle }) => {
  const [room, kind] = kindOf(name).split('.');
  const find = (t: Table, who: string, id: Id) => listed(t, who).find((w) => w.room === room && w.kind === kind && w.id === id);

  it('waits for whom it waits, since when, until when and with what to follow, and for nobody else', () => {
    const t = started(scenario);
    const id = bring(t);
    const { since, due, ifNothing } = find(t, viewer, id) ?? {};
    expect({ since, due, ifNothing }).toEqual({ due: undefined, ...says });
    for (const other of not) expect(find(t, other, id), other).toBeUndefined();
    // Whoever was told of this thing alone asks after this kind.
    expect(waitsOf(t.exercise.world, new Set([id]), [room as RoomName]).map((k) => k.kind)).toContain(kind);
  });

  it('stays over a jump and after its time, until it is settled, and then goes', () => {
    const t = started(scenario);
    const id = bring(t);
    // An emergency has stopped the clock.
    if (kind !== 'emergency') t.ok('control', { type: 'JumpClock', to: t.exercise.now(t.wall) + jump * MINUTE });
    expect(find(t, viewer, id)).toMatchObject({ ...says, ...(later && { ifNothing: later }) });
    settle(t, id);
    expect(find(t, viewer, id)).toBeUndefined();
  });

  it('is settled by the plainest act that its room knows, once or as often as it asks, or takes a person', () => {
    const t = started(scenario);
    const id = bring(t);
    const acts: string[] = [];
    for (let w = find(t, viewer, id); w && acts.length < 20; w = find(t, viewer, id)) {
      const act = settling(t.seen(viewer).world, viewer, w, 'A line.');
      if (!act) break;
      acts.push(act.type);
      t.ok(viewer, act as never);
    }
    expect(find(t, viewer, id) === undefined ? 'settled' : 'a person').toBe(PERSONAL.has(name) ? 'a person' : 'settled');
    if (PERSONAL.has(name)) expect(acts).toEqual([]);
  });
});

describe('a question to control', () => {
  const asked = (): { t: Table; listed: (viewer: string) => boolean } => {
    const t = started();
    t.sit('control:b');
    const id = question('seat:b-lead', 'control')(t);
    return { t, listed: (viewer) => listed(t, viewer).some((w) => w.id === id) };
  };

  it('waits for the party’s own controllers, and after five minutes for lead control too', () => {
    const { t, listed: on } = asked();
    expect([on('control:b'), on('control')]).toEqual([true, false]);
    t.wait(5);
    expect([on('control:b'), on('control')]).toEqual([true, true]);
  });

  it('waits for lead control at once when the last of them leaves', () => {
    const { t, listed: on } = asked();
    t.ok('control:b', { type: 'LeaveSeat' });
    expect(on('control')).toBe(true);
  });

  it('is answered for all once one of control has acknowledged it', () => {
    const { t, listed: on } = asked();
    t.wait(6);
    t.ok('control:b', { type: 'AcknowledgeMessage', message: [...t.exercise.world.messages.messages.keys()][0] });
    expect([on('control:b'), on('control')]).toEqual([false, false]);
  });
});

it('lets nobody dismiss what waits for an act of control', () => {
  const t = started(row('i', { at: 'PT1M', manual: true }));
  t.wait(2);
  expect(t.refused('control', { type: 'DismissCard', card: t.inject('i') })).toBe('not-dismissed');
  const roll = t.ok('control:a', { type: 'CallRoll' });
  expect(t.refused('control:b', { type: 'DismissCard', card: roll })).toBe('unknown');
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

it('asks each kind of the things and for the sides of which its room says that it may wait, and misses none, over generated exercises', () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5039 }), { minLength: 40, maxLength: 400 }), (numbers) => {
      const { exercise, wall } = playSome(new Tape(numbers), 60);
      const { world } = exercise;
      for (const viewer of exercise.roster.viewers)
        for (const [room, { waits = {} }] of roomEntries)
          for (const [kind, of] of Object.entries(waits))
            for (const { id } of of(world, viewer, exercise.now(wall))) {
              const [asked] = waitsOf(world, new Set([id]), [room]).filter((k) => k.kind === kind);
              expect(asked?.kind, `${room}.${kind}`).toBe(kind);
              const told = asked ? waitingIn(world, viewer, exercise.now(wall), [asked]) : [];
              if (clockStatus(world) !== 'ended')
                expect(
                  told.map((w) => w.id),
                  `${room}.${kind} of ${viewer}`,
                ).toContain(id);
              found.add(`${room}.${kind}`);
            }
    }),
    { numRuns: RUNS, seed },
  );
  expect(found.size).toBeGreaterThan(0);
});
