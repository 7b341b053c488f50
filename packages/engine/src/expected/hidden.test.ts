import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { expectedStatus } from './status.ts';

const minute = 60_000;
/** B writes to C: nothing that A's controllers may read. */
const hidden = { message: { from: 'party:b', to: 'party:c' } };
const own = { message: { from: 'party:a', to: 'party:b' } };
const tell = (t: Table): void => void t.ok('seat:b-lead', { type: 'SendMessage', to: ['party:c'], text: 'Between us.' });
const expects = (more: object) => [{ id: 'e1', by: 'party:a', text: 'Acts', within: 'PT10M', at: 'PT5M', ...more }];
const table = (more: Record<string, unknown>): Table => new Table(smallScenario(more)).start();
const inject = (id: string, more: object) => ({ id, title: id, text: id, to: ['party:a'], ...more });

/** What a viewer was told of expected actions and rows after the opening: type and minute. */
const told = (t: Table, viewer: string): string[] =>
  t
    .seen(viewer)
    .events.filter((r) => /^(Expected|Inject)/.test(r.event.type) && !/Planned|Shown/.test(r.event.type))
    .map((r) => `${r.event.type} ${Math.floor(r.at / minute)}`);
const status = (t: Table, viewer: string): string => expectedStatus([...t.seen(viewer).world.expected.rows.values()][0] as never);

describe('an expected action that opens by something hidden', () => {
  const scenario = { milestones: [{ id: 'm', when: hidden }], expects: expects({ at: undefined, after: { milestone: 'm' } }) };

  it('is told to its party neither when it opens nor when it is missed', () => {
    const t = table(scenario).wait(3);
    tell(t);
    t.wait(30);
    for (const viewer of ['control:a', 'evaluators:a']) expect(told(t, viewer)).toEqual([]);
    expect(told(t, 'control')).toEqual(['ExpectedOpened 3', 'ExpectedMissed 13']);
  });

  it('is judged without a word of its deadline to those who do not know it', () => {
    const t = table(scenario).wait(3);
    tell(t);
    t.wait(15);
    t.ok('control', { type: 'JudgeExpected', expected: t.expected('e1'), verdict: 'met' });
    expect(JSON.stringify(t.seen('control:a').events.at(-1)?.event)).toContain('"late":false');
    expect([status(t, 'control:a'), status(t, 'control')]).toEqual(['met', 'late']);
  });

  it('waits for lead control’s hand, unless its author names the party’s own, which is then told', () => {
    const t = table(scenario).wait(3);
    tell(t);
    expect(t.refused('control:a', { type: 'JudgeExpected', expected: t.expected('e1'), verdict: 'met' })).toBe('not-yours');
    const named = table({ ...scenario, expects: expects({ at: undefined, after: { milestone: 'm' }, controller: 'control:a' }) }).wait(3);
    tell(named);
    expect(told(named, 'control:a')).toEqual(['ExpectedOpened 3']);
  });
});

describe('what the record sees by something hidden', () => {
  const scenario = { expects: expects({ seen: hidden }) };

  it('is told to the party just after the deadline, at the very moment at which what was missed is', () => {
    const done = table(scenario).wait(8);
    tell(done);
    expect(status(done, 'control')).toBe('met');
    expect(told(done, 'control:a')).toEqual(['ExpectedOpened 5']);
    expect(status(done, 'control:a')).toBe('open');
    done.wait(20);
    const missed = table(scenario).wait(28);
    expect(told(done, 'control:a')).toEqual(['ExpectedOpened 5', 'ExpectedReported 15']);
    expect(told(missed, 'control:a')).toEqual(['ExpectedOpened 5', 'ExpectedMissed 15']);
    const [one, other] = [done, missed].map((t) => t.seen('control:a').events.at(-1));
    expect([one?.at, one?.wall]).toEqual([15 * minute + 1, other?.wall]);
    expect(status(done, 'control:a')).toBe('met');
  });

  it('is in time exactly at the deadline, and missed a moment later whoever is asked', () => {
    const t = table(scenario);
    t.ok('control', { type: 'JumpClock', to: 15 * minute });
    tell(t);
    t.wait(1);
    expect([status(t, 'control'), status(t, 'control:a')]).toEqual(['met', 'met']);
    const late = table(scenario).wait(15.2);
    tell(late);
    late.wait(1);
    expect([status(late, 'control'), status(late, 'control:a')]).toEqual(['late', 'missed']);
  });

  it('is told at ENDEX if it was late, or if its deadline never came', () => {
    const late = table(scenario).wait(20);
    tell(late);
    late.wait(5);
    expect(status(late, 'control:a')).toBe('missed');
    late.ok('control', { type: 'EndExercise' });
    expect(status(late, 'control:a')).toBe('late');
    const early = table(scenario).wait(8);
    tell(early);
    early.ok('control', { type: 'EndExercise' });
    expect(told(early, 'control:a')).toEqual(['ExpectedOpened 5', 'ExpectedReported 8']);
  });

  it('is said on the party’s card; what it can read it reads, and is told at once', () => {
    const shown = (t: Table) => [...t.seen('control:a').world.expected.rows.values()][0]?.shown.get('a');
    expect(shown(table(scenario))).toMatchObject({ atDeadline: true, seen: undefined });
    const t = table({ milestones: [{ id: 'm', when: own }], expects: expects({ seen: { milestone: 'm' } }) }).wait(8);
    expect(shown(t)).toMatchObject({ seen: own });
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'It rises.' });
    expect(told(t, 'control:a')).toEqual(['ExpectedOpened 5', 'ExpectedSeen 8']);
  });
});

describe('a row that waits for a hand', () => {
  it('waits for lead control’s where the party cannot read what it waits for', () => {
    const t = table({ injects: [inject('i1', { manual: true, at: 'PT1M', when: hidden })] }).wait(3);
    tell(t);
    expect(told(t, 'control:a')).toEqual([]);
    expect(waiting(t.seen('control').world, 'control', t.exercise.now(t.wall)).map((i) => i.kind)).toEqual(['release']);
    expect(t.refused('control:a', { type: 'ReleaseInject', inject: t.inject('i1') })).toBe('not-yours');
  });

  it('is the party’s own where the scenario says so: its author chose to tell', () => {
    const t = table({ injects: [inject('i1', { manual: true, at: 'PT1M', when: hidden, controller: 'control:a' })] }).wait(3);
    tell(t);
    expect(told(t, 'control:a')).toEqual(['InjectDue 3']);
  });

  it('is told to fall due by those who were told what it comes after', () => {
    const t = table({
      injects: [inject('i1', { at: 'PT1M' }), inject('i2', { manual: true, after: { event: 'i1', delay: 'PT2M' } })],
    }).wait(5);
    expect(told(t, 'control:a')).toEqual(['InjectReleased 1', 'InjectDelivered 1', 'InjectTimed 1', 'InjectDue 3']);
    const across = table({
      injects: [inject('i1', { at: 'PT1M', to: ['party:b'] }), inject('i2', { manual: true, after: { event: 'i1', delay: 'PT2M' } })],
    }).wait(5);
    expect(told(across, 'control:a')).toEqual([]);
    across.ok('control', { type: 'MoveInject', inject: across.inject('i2'), at: 6 * minute });
    across.wait(2);
    expect(told(across, 'control:a')).toEqual(['InjectTimed 5', 'InjectDue 6']);
  });

  it('skipped and restored, says nothing of a hidden condition to the party, and waits for lead control', () => {
    const t = table({ injects: [inject('i1', { at: 'PT9M', when: hidden })] }).wait(3);
    tell(t);
    t.ok('control:a', { type: 'SkipInject', inject: t.inject('i1') });
    t.wait(9);
    t.ok('control:a', { type: 'RestoreInject', inject: t.inject('i1') });
    expect(told(t, 'control:a')).toEqual(['InjectSkipped 3', 'InjectRestored 12']);
    expect(told(t, 'control').at(-1)).toBe('InjectDue 12');
    expect(waiting(t.seen('control').world, 'control', t.exercise.now(t.wall)).map((i) => i.kind)).toEqual(['release']);
  });

  it('is not read by what control writes to control: evaluators would not hold it', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1M', when: { message: { from: 'control', to: 'control:a' } } })] });
    expect([...t.seen('control:a').world.injects.rows.values()][0]?.shown.get('a')).toMatchObject({ waits: true, when: undefined });
  });
});

it('a slow clock stamps what is due alike, whether or not somebody unseen acted in the same millisecond of the story', () => {
  const heard = [true, false].map((act) => {
    const t = table({ injects: [inject('i1', { at: 'PT1M' })] });
    t.ok('control', { type: 'SetRate', rate: 0.5 });
    t.sit('seat:b-lead');
    t.wall += 2 * minute + 1;
    if (act) t.ok('seat:b-lead', { type: 'WriteNote', text: 'Mine.' });
    t.wait(1);
    return t.seen('seat:a-lead').events.find((r) => r.event.type === 'InjectDelivered')?.wall;
  });
  expect(heard[0]).toBe(heard[1]);
});

it('what falls due with the end of a paused exercise is stamped with the end, whoever acted unseen during the pause', () => {
  const heard = [true, false].map((act) => {
    const t = table({ injects: [inject('i1', { at: 'PT1M' })] });
    t.sit('seat:b-lead');
    t.wall += minute;
    t.ok('control', { type: 'PauseClock' });
    t.wall += minute;
    if (act) t.ok('seat:b-lead', { type: 'WriteNote', text: 'Mine.' });
    t.wall += minute;
    t.ok('control', { type: 'EndExercise' });
    return t.seen('seat:a-lead').events.find((r) => r.event.type === 'InjectDelivered')?.wall;
  });
  expect(heard[0]).toBeDefined();
  expect(heard[0]).toBe(heard[1]);
});
