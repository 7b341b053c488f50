import { describe, expect, it } from 'vitest';
import { roomEntries, waiting } from './exercise.ts';
import type { Id } from './fact.ts';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';
import { CASES, item } from './waiting.cases.ts';

/** People come and go, what was done is judged, notes are kept, and an emergency is real; nothing else is taken once the exercise has ended. */
const STILL = {
  seats: ['TakeSeat', 'LeaveSeat', 'HandOver'],
  expected: ['JudgeExpected'],
  messages: ['WriteNote'],
  statements: ['CodeSaid', 'JudgeFlag', 'ReleaseCodings'],
  emergency: ['RaiseEmergency', 'StandDown'],
  takings: ['TakeCard', 'DismissCard', 'GiveCardBack'],
} as Readonly<Record<string, readonly string[]>>;
const STILL_WAITS = ['emergency.emergency', 'expected.judge', 'expected.missed', 'statements.code', 'statements.flag'];

const started = (scenario: Record<string, unknown> = {}): Table => {
  const { parties, ...rest } = smallScenario({ items: [item('gauge', 'party:a', 'party:a')], ...scenario });
  return new Table({ ...rest, parties: parties.map((p) => (p.id === 'a' ? { ...p, head: 'a-press' } : p)) }).start();
};

describe('after ENDEX', () => {
  const commands = roomEntries.flatMap(([room, { commands }]) =>
    Object.keys(commands).flatMap((type) => (STILL[room]?.includes(type) ? [] : [type])),
  );
  it('every command but those is refused, whoever gives it and whatever it names', () => {
    const t = started();
    const people = ['control', 'control:a', 'seat:a-lead', 'seat:b-lead'].map((seat) => ({ seat, person: t.sit(seat) }));
    t.ok('control', { type: 'EndExercise' });
    const answers = people.flatMap((by) =>
      commands.map((type) => {
        const turn = { by, commandId: `${by.seat} ${type}`, command: { type } as never, wall: t.wall };
        const { answer, events } = t.exercise.take(turn);
        return [type, answer.ok ? 'taken' : answer.rejection.code, events.length];
      }),
    );
    expect(answers.filter(([, code, events]) => code !== 'ended' || events !== 0)).toEqual([]);
  });

  it('people still come and go, keep notes, judge what was done, and raise what is real', () => {
    const t = started({ expects: [{ id: 'act', by: 'party:a', text: 'Tells B', at: 'PT0M', within: 'PT8M' }] });
    t.sit('seat:a-lead');
    t.ok('control', { type: 'EndExercise' });
    t.ok('seat:b-lead', { type: 'WriteNote', text: 'For the talk.' });
    t.ok('control', { type: 'JudgeExpected', expected: t.expected('act'), verdict: 'met' });
    t.ok('seat:a-lead', { type: 'RaiseEmergency' });
    t.ok('control', { type: 'StandDown' });
    t.ok('seat:a-lead', { type: 'HandOver', name: 'Next' });
    t.ok('seat:a-lead', { type: 'LeaveSeat' });
  });
});

describe.each(Object.entries(CASES))('%s', (name, { viewer, scenario, bring }) => {
  const [kind = ''] = name.split('/');
  const listed = (t: Table, id: Id): boolean =>
    waiting(t.seen(viewer).world, viewer, t.exercise.now(t.wall)).some((w) => `${w.room}.${w.kind}` === kind && w.id === id);

  it(STILL_WAITS.includes(kind) ? 'still waits after ENDEX' : 'waits for nobody after ENDEX', () => {
    const t = started(scenario);
    const id = bring(t);
    expect(listed(t, id)).toBe(true);
    t.ok('control', { type: 'EndExercise' });
    expect(listed(t, id)).toBe(STILL_WAITS.includes(kind));
  });
});
