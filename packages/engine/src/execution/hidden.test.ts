import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { compare, play } from '../testing/hidden-act.ts';
import { Table } from '../testing/table.ts';
import { TWO_FORUMS } from '../testing/two-forums.ts';
import type { Turn } from '../turn.ts';
import { standings } from './course.ts';

/** What lead control does to a step is its lead’s side’s to say: the others read what they would read without it. */

const STEPS = [
  { id: 'decide', text: 'Decide', lead: 'seat:a-lead', at: 'PT10M', duration: 'PT10M', by: 'PT30M' },
  { id: 'say', text: 'Say it', lead: 'seat:a-lead', word: 'b', duration: 'PT5M' },
];
const scenario = smallScenario({
  forums: TWO_FORUMS,
  plans: [{ id: 'p', forum: 'group', name: 'Options', options: [{ id: 'both', name: 'Together', steps: STEPS }] }],
});

function active(): { t: Table; task: (n: number) => Id } {
  const t = new Table(scenario).start();
  const of = t.ok('seat:a-lead', { type: 'TablePlan', option: [...t.exercise.world.planning.options.keys()][0], title: 'Plan' });
  t.ok('control', { type: 'ActivatePlan', of });
  return { t, task: (n) => [...t.exercise.world.execution.tasks.keys()][n] as Id };
}

describe('a step that lead control has failed', () => {
  it('is overdue to the other sides like one that nobody reported', () => {
    const { t, task } = active();
    t.ok('control', { type: 'HinderStep', task: task(0), text: 'Nobody is there.', fails: true });
    t.wait(40).ok('control', { type: 'PauseClock' });
    expect(
      t
        .seen('seat:b-lead')
        .world.execution.tasks.get(task(0))
        ?.overdue.map((o) => o.past),
    ).toEqual(['planned', 'latest']);
    const { turns } = t;
    const walls = turns.map((turn) => turn.wall);
    const act = turns.findIndex((turn) => turn.command.type === 'HinderStep');
    const without: (Turn | undefined)[] = turns.with(act, undefined as never);
    const findings = compare(scenario, play(scenario, turns, walls), play(scenario, without, walls), act);
    expect(findings.find((f) => f.viewer === 'seat:b-lead')).toMatchObject({ end: 'same' });
    expect(findings.filter((f) => f.end === 'leak')).toEqual([]);
  });

  it('still waits for the other side’s word, whoever’s world is asked', () => {
    const { t, task } = active();
    t.ok('control', { type: 'HinderStep', task: task(1), text: 'Nobody is there.', fails: true });
    for (const { world } of [t.seen('seat:b-lead'), t.exercise])
      expect(waiting(world, 'seat:b-lead', 0)).toMatchObject([{ room: 'execution', kind: 'word', id: task(1) }]);
    expect(waiting(t.exercise.world, 'seat:a-lead', 0).map((w) => w.id)).not.toContain(task(1));
    t.ok('seat:b-lead', { type: 'GiveWord', task: task(1) });
  });
});

it('a step that waits for a word or for what is hidden can begin from now on, and not from when the plan began', () => {
  const { t, task } = active();
  const plan = [...t.exercise.world.execution.plans.keys()][0] as Id;
  t.wait(30);
  const stands = () =>
    [t.exercise.world, t.seen('seat:a-lead').world].map((w) => {
      const { notBefore, expected } = standings(w, plan, 30 * 60_000)[1] ?? {};
      return [notBefore, expected?.start];
    });
  expect(stands()).toEqual([
    [30 * 60_000, undefined],
    [30 * 60_000, undefined],
  ]);
  t.ok('seat:b-lead', { type: 'GiveWord', task: task(1) });
  expect(stands()).toEqual([
    [undefined, 30 * 60_000],
    [undefined, 30 * 60_000],
  ]);
});

it('a hindrance that is over by its time is not lifted', () => {
  const { t, task } = active();
  t.ok('control', { type: 'HinderStep', task: task(0), text: 'The line is down.', until: 5 * 60_000 });
  expect(t.wait(6).refused('control', { type: 'LiftHindrance', task: task(0) })).toBe('not-hindered');
});
