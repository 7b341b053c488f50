import { expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { forumCalled, TWO_FORUMS } from '../testing/two-forums.ts';
import { ownSteps } from './board.ts';

/** What was dropped, or has another in its place, while somebody still had it open. */

const MINUTE = 60_000;
const A = 'seat:a-lead';
const terms = (more: object = {}) => ({ lead: A, support: [], tells: [], after: [], duration: 5 * MINUTE, ...more });
function board(): { t: Table; board: Id; option: Id } {
  const t = new Table(smallScenario({ forums: TWO_FORUMS })).start();
  const id = t.ok(A, { type: 'OpenBoard', forum: forumCalled(t, 'group'), name: 'Options' });
  const steps = [{ id: 's1', text: 'We tell them.', terms: terms({ at: 10 * MINUTE }) }];
  return { t, board: id, option: t.ok(A, { type: 'TableOption', board: id, name: 'One', steps }) };
}

it('an option that was dropped becomes no plan, and nothing more is kept of it', () => {
  const { t, board: of, option } = board();
  const criterion = t.ok(A, { type: 'ProposeCriterion', board: of, name: 'Calm' });
  t.ok(A, { type: 'DropOption', option });
  for (const command of [
    { type: 'TablePlan', option, version: 1, title: 'Plan' },
    { type: 'ChangeOption', option, version: 1, name: 'One' },
    { type: 'KeepRedLine', option, text: 'Not with us.' },
    { type: 'KeepScore', option, criterion, score: 3 },
    { type: 'DropOption', option },
  ] as const)
    expect(t.refused(A, command), command.type).toBe('option-dropped');
  expect(t.exercise.world.consultation.texts.size).toBe(0);
});

it('of a criterion that was dropped nothing more is kept, and nobody takes it', () => {
  const { t, board: of, option } = board();
  const criterion = t.ok(A, { type: 'ProposeCriterion', board: of, name: 'Calm' });
  t.ok(A, { type: 'DropCriterion', criterion });
  for (const command of [
    { type: 'TakeCriterion', criterion },
    { type: 'KeepScore', option, criterion, score: 3 },
    { type: 'KeepWeight', criterion, weight: 'high' },
  ] as const)
    expect(t.refused('seat:b-lead', command), command.type).toBe('no-longer-stands');
});

it('of two who keep another step in place of the same, the second is told that it is gone: one of the two stands', () => {
  const { t, option } = board();
  const of = t.ok(A, { type: 'TablePlan', option, title: 'Plan' });
  const keep = (text: string, instead?: Id) => ({ type: 'KeepOwnStep' as const, of, text, terms: terms({ at: MINUTE }), instead });
  const first = t.ok(A, keep('First'));
  const second = t.ok(A, keep('Second', first));
  expect(t.refused(A, keep('Third', first))).toBe('no-longer-stands');
  expect(t.refused(A, { type: 'MarkOwnStep', own: first, is: 'started' })).toBe('no-longer-stands');
  expect(ownSteps(t.exercise.world, of, 'a').map((s) => s.id)).toEqual([second]);
  t.ok(A, { type: 'MarkOwnStep', own: second, is: 'dropped' });
  expect(t.refused(A, keep('Third', second))).toBe('no-longer-stands');
  expect(ownSteps(t.exercise.world, of)).toEqual([]);
});
