import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { forumCalled, TWO_FORUMS } from '../testing/two-forums.ts';

const MINUTE = 60_000;

describe('a plan, from options to what was done', () => {
  it('is compared, agreed, signed, made active, and carried out', () => {
    const t = new Table(
      smallScenario({
        forums: TWO_FORUMS,
        milestones: [
          { id: 'tide', when: { variable: { id: 'tide', is: true } } },
          { id: 'all-done', when: { plan: { board: 'response', is: 'done' } } },
        ],
        variables: [{ id: 'tide', value: false }],
        plans: [
          {
            id: 'response',
            forum: 'group',
            name: 'Options for a response',
            criteria: [
              { id: 'calm', name: 'Calm' },
              { id: 'ready', name: 'Ready today' },
            ],
            options: [
              {
                id: 'both',
                name: 'Say it together',
                steps: [
                  { id: 'decide', text: 'Decide', lead: 'seat:a-lead', at: 'PT10M', duration: 'PT10M', decision: true },
                  {
                    id: 'say',
                    text: 'Say it',
                    lead: 'seat:b-lead',
                    support: ['a'],
                    after: [{ step: 'decide' }],
                    duration: 'PT5M',
                    by: 'PT30M',
                  },
                  {
                    id: 'show',
                    text: 'Show it',
                    lead: 'seat:b-lead',
                    after: [{ step: 'say' }],
                    when: { milestone: 'tide' },
                    duration: 'PT5M',
                  },
                ],
              },
            ],
          },
        ],
      }),
    );
    t.start();
    const [option] = [...t.exercise.world.planning.options.keys()] as [Id];
    const [calm, ready] = [...t.exercise.world.planning.criteria.keys()] as [Id, Id];
    const [board] = [...t.exercise.world.planning.boards.keys()] as [Id];
    t.ok('seat:a-lead', { type: 'KeepScore', option, criterion: calm, score: 4, reason: 'Calm, if we speak together.' });
    t.ok('seat:a-lead', { type: 'KeepScore', option, criterion: ready, score: 2 });
    t.ok('seat:a-lead', { type: 'KeepRedLine', option, text: 'Not before the committee is told.' });
    expect(t.seen('seat:b-lead').world.planning.scores).toEqual([]);
    t.ok('seat:a-lead', { type: 'TellAssessment', board, scores: [{ option, criterion: calm }] });
    expect(t.seen('seat:b-lead').world.planning.told[0]?.told).toEqual({
      scores: [{ option, criterion: calm, version: 1, score: 4 }],
      reasons: [],
      weights: [],
      redLines: [],
    });
    const text = t.ok('seat:a-lead', { type: 'TablePlan', option, title: 'The response' });
    const digest = () => t.exercise.world.consultation.texts.get(text)?.versions.at(-1)?.digest as string;
    const matter = t.ok('seat:a-lead', {
      type: 'OpenMatter',
      forum: forumCalled(t, 'group'),
      procedure: 'joint-signature',
      title: 'Sign',
      text: 'Sign the plan.',
      on: text,
      due: 9 * MINUTE,
    });
    t.ok('seat:a-lead', { type: 'ActInMatter', matter, act: 'sign', on: digest() });
    expect(t.refused('seat:a-lead', { type: 'ActivatePlan', of: text })).toBe('not-agreed');
    t.ok('seat:b-lead', { type: 'ActInMatter', matter, act: 'sign', on: digest() });
    t.ok('seat:a-lead', { type: 'ActivatePlan', of: text });
    expect(t.refused('seat:b-lead', { type: 'ActivatePlan', of: text })).toBe('active-already');
    const reached = () => t.exercise.world.milestones.milestones.get('all-done')?.reached !== undefined;
    expect(reached()).toBe(false);
    const [decide, say, show] = [...t.exercise.world.execution.tasks.values()];
    expect([decide?.planned, decide?.latest]).toEqual([{ start: 10 * MINUTE, end: 20 * MINUTE }, 25 * MINUTE]);
    expect(show?.planned).toBeUndefined();
    expect(t.refused('seat:b-lead', { type: 'StartStep', task: decide?.id })).toBe('not-your-step');
    expect(t.refused('seat:a-lead', { type: 'FinishStep', task: decide?.id })).toBe('not-started');
    t.wait(12);
    t.ok('seat:a-lead', { type: 'StartStep', task: decide?.id });
    t.wait(10);
    expect(t.exercise.world.execution.tasks.get(decide?.id as Id)?.overdue).toMatchObject([{ past: 'planned' }]);
    t.ok('seat:a-lead', { type: 'FinishStep', task: decide?.id });
    t.ok('seat:b-lead', { type: 'StartStep', task: say?.id });
    t.ok('seat:b-lead', { type: 'BlockStep', task: say?.id, on: 'a', text: 'Their wording is missing.' });
    expect(waiting(t.seen('seat:a-lead').world, 'seat:a-lead', t.exercise.now(t.wall)).map((w) => w.kind)).toContain('answer');
    t.ok('seat:b-lead', { type: 'UnblockStep', task: say?.id });
    t.ok('seat:b-lead', { type: 'FinishStep', task: say?.id });
    expect(t.refused('seat:b-lead', { type: 'StartStep', task: show?.id })).toBe('waits');
    expect(t.seen('seat:a-lead').world.execution.tasks.get(show?.id as Id)).toMatchObject({ terms: { word: 'b' } });
    expect(t.seen('seat:a-lead').world.execution.tasks.get(show?.id as Id)?.waits).toBeUndefined();
    t.ok('control', { type: 'SetVariable', variable: 'tide', value: true });
    t.ok('seat:b-lead', { type: 'StartStep', task: show?.id });
    t.ok('seat:b-lead', { type: 'FinishStep', task: show?.id });
    expect(reached()).toBe(true);
  });
});
