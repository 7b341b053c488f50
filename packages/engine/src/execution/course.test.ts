import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { TWO_FORUMS } from '../testing/two-forums.ts';
import { decideBy, lostWaiting, standings } from './course.ts';

const MINUTE = 60_000;
const STEPS = [
  { id: 'decide', text: 'Decide', lead: 'seat:b-lead', at: 'PT10M', duration: 'PT10M', decision: true },
  { id: 'say', text: 'Say it', lead: 'seat:a-lead', support: ['b'], after: [{ step: 'decide' }], duration: 'PT5M', by: 'PT29M' },
  { id: 'tell', text: 'Tell', lead: 'seat:b-lead', after: [{ step: 'say' }], duration: 'PT5M' },
];

function active(): { t: Table; plan: Id; task: (n: number) => Id } {
  const option = { id: 'both', name: 'Together', steps: STEPS };
  const t = new Table(
    smallScenario({ forums: TWO_FORUMS, plans: [{ id: 'p', forum: 'group', name: 'Options', options: [option] }] }),
  ).start();
  const of = t.ok('seat:a-lead', { type: 'TablePlan', option: [...t.exercise.world.planning.options.keys()][0], title: 'Plan' });
  const plan = t.ok('control', { type: 'ActivatePlan', of });
  return { t, plan, task: (n) => [...t.exercise.world.execution.tasks.keys()][n] as Id };
}

describe('how a plan goes', () => {
  it('stands as it was planned, with the time that is left before a hard time', () => {
    const { t, plan } = active();
    const rows = standings(t.exercise.world, plan, 0);
    expect(rows.map((r) => [r.expected?.start, r.slack, r.critical])).toEqual([
      [10 * MINUTE, 4 * MINUTE, true],
      [20 * MINUTE, 4 * MINUTE, true],
      [25 * MINUTE, undefined, false],
    ]);
    expect(decideBy(t.exercise.world, plan, 0)).toMatchObject([{ kind: 'decision', party: 'b', step: 'p1', by: 24 * MINUTE }]);
  });

  it('slips at once along what comes after, and says by what', () => {
    const { t, plan, task } = active();
    t.wait(12).ok('seat:b-lead', { type: 'StartStep', task: task(0) });
    t.ok('seat:b-lead', { type: 'ReportStep', task: task(0), ends: 26 * MINUTE });
    const rows = standings(t.seen('seat:a-lead').world, plan, 12 * MINUTE);
    expect(rows.map((r) => [r.expected?.start, r.late, r.slack, r.movedBy])).toEqual([
      [12 * MINUTE, 6 * MINUTE, -2 * MINUTE, undefined],
      [26 * MINUTE, 6 * MINUTE, -2 * MINUTE, 'p1'],
      [31 * MINUTE, 6 * MINUTE, undefined, 'p2'],
    ]);
  });

  it('counts what a side lost waiting where it arose, once, and what lead control held up as nobody’s', () => {
    const { t, plan, task } = active();
    t.wait(10).ok('seat:b-lead', { type: 'StartStep', task: task(0) });
    t.wait(14).ok('seat:b-lead', { type: 'FinishStep', task: task(0) });
    t.ok('seat:a-lead', { type: 'StartStep', task: task(1) });
    t.ok('seat:a-lead', { type: 'BlockStep', task: task(1), on: 'b' });
    t.wait(3).ok('control', { type: 'HinderStep', task: task(1), text: 'The line is down.' });
    t.wait(2).ok('control', { type: 'LiftHindrance', task: task(1) });
    t.ok('seat:a-lead', { type: 'UnblockStep', task: task(1) });
    t.wait(5).ok('seat:a-lead', { type: 'FinishStep', task: task(1) });
    t.ok('seat:b-lead', { type: 'StartStep', task: task(2) });
    // A began 4 minutes late by B’s own step, and was blocked on B for 5, of which 2 were lead control’s; B’s delay came back to B.
    expect(lostWaiting(t.exercise.world, plan, t.exercise.now(t.wall))).toEqual(new Map([['a', 7 * MINUTE]]));
  });
});
