import { expect, it } from 'vitest';
import { executionRoom } from '../../execution/execution.ts';
import type { Id } from '../../fact.ts';
import { planningRoom } from '../../planning/planning.ts';
import { smallScenario } from '../fixture.ts';
import { Table } from '../table.ts';
import { TWO_FORUMS } from '../two-forums.ts';
import { breaches } from './breaches.ts';

const STEPS = [{ id: 'say', text: 'Say it', lead: 'seat:a-lead', at: 'PT10M', duration: 'PT5M' }];

/** Side A keeps all that can be kept beside options and a plan, and tells one score of it. */
function kept(): Table {
  const option = { id: 'both', name: 'Together', steps: STEPS };
  const plan = { id: 'p', forum: 'group', name: 'Options', criteria: [{ id: 'calm', name: 'Calm' }], options: [option] };
  const t = new Table(smallScenario({ forums: TWO_FORUMS, plans: [plan] })).start();
  const { boards, criteria, options } = t.exercise.world.planning;
  const [board, criterion, of] = [boards, criteria, options].map((m) => [...m.keys()][0] as Id);
  const does = (command: object): Id => t.ok('seat:a-lead', command as never);
  does({ type: 'KeepScore', option: of, criterion, score: 4 });
  does({ type: 'KeepWeight', criterion, weight: 'high' });
  does({ type: 'KeepRedLine', option: of, text: 'Not without us.' });
  does({ type: 'TellAssessment', board, scores: [{ option: of, criterion }], reasons: [], weights: [], redLines: [] });
  const text = does({ type: 'TablePlan', option: of, title: 'Plan' });
  does({ type: 'KeepOwnStep', of: text, text: 'Ask', terms: { lead: 'seat:a-lead', duration: 60_000 }, before: [] });
  t.ok('control', { type: 'ActivatePlan', of: text });
  t.ok('control', { type: 'HinderStep', task: [...t.exercise.world.execution.tasks.keys()][0] as Id, text: 'The line is down.' });
  return t;
}

it('an evaluator of a side holds what its side holds of options and plans, what it keeps for itself too, and the evaluators of all nothing', () => {
  const play = kept().play();
  expect(breaches(play)).toEqual([]);
  const holds = (viewer: string): string[] => [
    ...new Set(
      play.record
        .filter(({ event }) => Object.hasOwn(planningRoom.events, event.type) || Object.hasOwn(executionRoom.events, event.type))
        .filter((r) => play.viewers(r).has(viewer))
        .map((r) => r.event.type),
    ),
  ];
  const told = ['BoardOpened', 'CriterionSet', 'OptionTabled', 'AssessmentTold', 'PlanDrafted', 'PlanActivated', 'TaskGiven'];
  const own = ['ScoreKept', 'WeightKept', 'RedLineKept', 'OwnStepKept', 'StepHindered'];
  expect(holds('evaluators:a').sort()).toEqual([...told, ...own].sort());
  expect(holds('evaluators:a')).toEqual(holds('seat:a-lead'));
  expect(holds('evaluators:b').sort()).toEqual([...told].sort());
  for (const viewer of ['evaluators:c', 'evaluators', 'observers', 'public']) expect(holds(viewer)).toEqual([]);
});
