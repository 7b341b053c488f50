import type { Id } from '../fact.ts';
import type { Table } from '../testing/table.ts';
import { forumCalled } from '../testing/two-forums.ts';
import type { Case } from '../waiting.case.ts';

/** What waits in plans, by `room.kind`. */

const MINUTE = 60_000;
const SCENARIO = {
  forums: [{ id: 'two', name: 'Two', members: ['a', 'b'], chairs: ['a'] }],
  plans: [
    {
      id: 'plan',
      forum: 'two',
      name: 'Options',
      criteria: [{ id: 'calm', name: 'Calm' }],
      options: [
        {
          id: 'one',
          name: 'One',
          steps: [
            { id: 'ask', text: 'Ask', lead: 'seat:b-lead', at: 'PT3M', duration: 'PT5M', by: 'PT9M' },
            { id: 'show', text: 'Show', lead: 'seat:b-lead', at: 'PT9M', duration: 'PT1M', word: 'a' },
          ],
        },
      ],
    },
  ],
};
const first = <T>(of: ReadonlyMap<Id, T>): Id => [...of.keys()][0] as Id;
const tabled = (t: Table): Id => {
  for (const there of ['seat:a-lead', 'seat:b-lead']) t.sit(there);
  return t.ok('seat:a-lead', { type: 'TablePlan', option: first(t.exercise.world.planning.options), title: 'The plan' });
};
const active = (t: Table): Id => {
  t.ok('control', { type: 'ActivatePlan', of: tabled(t) });
  return first(t.exercise.world.execution.tasks);
};
const signed = (t: Table): Id => {
  const on = tabled(t);
  const digest = t.exercise.world.consultation.texts.get(on)?.versions[0]?.digest;
  const ask = {
    type: 'OpenMatter',
    forum: forumCalled(t, 'two'),
    procedure: 'joint-signature',
    title: 'Sign',
    text: 'Sign.',
    on,
    due: 2 * MINUTE,
  } as const;
  const matter = t.ok('seat:a-lead', ask);
  for (const seat of ['seat:a-lead', 'seat:b-lead']) t.ok(seat, { type: 'ActInMatter', matter, act: 'sign', on: digest });
  return on;
};
const began = (t: Table): Id => {
  const task = active(t);
  t.ok('seat:b-lead', { type: 'StartStep', task });
  return task;
};

export const PLAN_CASES: Readonly<Record<string, Case>> = {
  'planning.scores': {
    viewer: 'seat:b-lead',
    not: ['seat:a-lead', 'control', 'control:b', 'evaluators:b', 'public'],
    scenario: SCENARIO,
    bring(t) {
      for (const there of ['seat:a-lead', 'seat:b-lead']) t.sit(there);
      const board = first(t.exercise.world.planning.boards);
      t.ok('seat:a-lead', { type: 'AskScores', board, due: 9 * MINUTE });
      return board;
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle(t) {
      const { options, criteria } = t.exercise.world.planning;
      t.ok('seat:b-lead', { type: 'KeepScore', option: first(options), criterion: first(criteria), score: 3 });
    },
  },
  'execution.start': {
    viewer: 'seat:b-lead',
    not: ['seat:a-lead', 'seat:b-press', 'control', 'control:b', 'evaluators:b', 'public'],
    scenario: SCENARIO,
    bring: active,
    says: { since: 0, due: 3 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, task) => void t.ok('seat:b-lead', { type: 'StartStep', task }),
  },
  'execution.finish': {
    viewer: 'seat:b-lead',
    not: ['seat:a-lead', 'seat:b-press', 'control', 'control:b', 'evaluators:b', 'public'],
    scenario: SCENARIO,
    bring: began,
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, task) => void t.ok('seat:b-lead', { type: 'FinishStep', task }),
  },
  'execution.answer': {
    viewer: 'seat:a-lead',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a', 'public'],
    scenario: SCENARIO,
    bring(t) {
      const task = began(t);
      t.ok('seat:b-lead', { type: 'BlockStep', task, on: 'a' });
      return task;
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, task) => void t.ok('seat:b-lead', { type: 'UnblockStep', task }),
  },
  'execution.word': {
    viewer: 'seat:a-lead',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a', 'public'],
    scenario: SCENARIO,
    bring(t) {
      active(t);
      return [...t.exercise.world.execution.tasks.keys()].at(-1) as Id;
    },
    says: { since: 0, due: 9 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, task) => void t.ok('seat:a-lead', { type: 'GiveWord', task }),
  },
  'execution.activate': {
    viewer: 'seat:a-lead',
    not: ['seat:b-lead', 'control', 'control:a', 'evaluators:a', 'public'],
    scenario: SCENARIO,
    bring: signed,
    says: { since: 0, due: 3 * MINUTE, ifNothing: 'late' },
    later: 'waits',
    settle: (t, of) => void t.ok('seat:a-lead', { type: 'ActivatePlan', of }),
  },
};
