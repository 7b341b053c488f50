import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { forumCalled, TWO_FORUMS } from '../testing/two-forums.ts';
import { ownStandings, standings } from './course.ts';
import { decideBy, decideByText } from './decide-by.ts';
import { executionFigures } from './figures.ts';
import { lostWaiting } from './lost.ts';

const MINUTE = 60_000;
const STEPS = [
  { id: 'decide', text: 'Decide', lead: 'seat:b-lead', at: 'PT10M', duration: 'PT10M', decision: true },
  { id: 'say', text: 'Say it', lead: 'seat:a-lead', support: ['b'], after: [{ step: 'decide' }], duration: 'PT5M', by: 'PT29M' },
  { id: 'tell', text: 'Tell', lead: 'seat:b-lead', after: [{ step: 'say' }], duration: 'PT5M' },
];

function tabled(): { t: Table; of: Id } {
  const option = { id: 'both', name: 'Together', steps: STEPS };
  const t = new Table(
    smallScenario({ forums: TWO_FORUMS, plans: [{ id: 'p', forum: 'group', name: 'Options', options: [option] }] }),
  ).start();
  const of = t.ok('seat:a-lead', { type: 'TablePlan', option: [...t.exercise.world.planning.options.keys()][0], title: 'Plan' });
  return { t, of };
}
function active(): { t: Table; plan: Id; task: (n: number) => Id } {
  const { t, of } = tabled();
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

  it('moves in the own world, and in no other, what a side keeps before it', () => {
    const { t, plan } = active();
    const of = t.exercise.world.execution.plans.get(plan)?.of as Id;
    const terms = { lead: 'seat:a-lead', after: [{ step: 'p1' }], duration: 6 * MINUTE };
    const own = t.ok('seat:a-lead', { type: 'KeepOwnStep', of, text: 'Ask the minister', terms, before: ['p2'] });
    const seen = (seat: string) => t.seen(seat).world;
    expect(standings(seen('seat:a-lead'), plan, 0).map((r) => [r.expected?.start, r.slack, r.movedBy])).toEqual([
      [10 * MINUTE, -2 * MINUTE, undefined],
      [26 * MINUTE, -2 * MINUTE, own],
      [31 * MINUTE, undefined, 'p2'],
    ]);
    expect(ownStandings(seen('seat:a-lead'), plan, 0)).toMatchObject([
      { own: { id: own }, state: 'planned', expected: { start: 20 * MINUTE, end: 26 * MINUTE }, slack: -2 * MINUTE },
    ]);
    expect(ownStandings(seen('seat:b-lead'), plan, 0)).toEqual([]);
    expect(standings(seen('seat:b-lead'), plan, 0).map((r) => r.expected?.start)).toEqual([10 * MINUTE, 20 * MINUTE, 25 * MINUTE]);
    expect(
      t.refused('seat:a-lead', { type: 'KeepOwnStep', of, text: 'Later', terms: { ...terms, after: [{ step: 'p2' }] }, before: ['p2'] }),
    ).toBe('plan-not-sound');
    t.wait(20).ok('seat:a-lead', { type: 'MarkOwnStep', own, is: 'started' });
    t.wait(3).ok('seat:a-lead', { type: 'MarkOwnStep', own, is: 'done' });
    expect(ownStandings(seen('seat:a-lead'), plan, 24 * MINUTE)).toMatchObject([{ state: 'done', expected: { end: 23 * MINUTE } }]);
  });
});

describe('a step that is late by less than a minute', () => {
  const SECOND = 1_000;
  /** Step 1 begun and, at `end`, reported done, ms after its planned times. */
  function begun(start: number, end?: number) {
    const { t, plan, task } = active();
    t.wait(10 + start / MINUTE).ok('seat:b-lead', { type: 'StartStep', task: task(0) });
    if (end !== undefined) t.wait(10 + (end - start) / MINUTE).ok('seat:b-lead', { type: 'FinishStep', task: task(0) });
    const { world } = t.seen('seat:a-lead');
    const late = (at: number) => standings(world, plan, at).map((r) => [r.late, r.slack, r.movedBy]);
    return { t, late, steps: () => executionFigures(t.exercise.world, 21 * MINUTE)[0]?.steps };
  }

  it('was late by what it was, to the millisecond, in its figures too', () => {
    const { late, steps, t } = begun(0, 450);
    expect(late(21 * MINUTE)[0]).toEqual([450, 4 * MINUTE - 450, undefined]);
    expect(steps()).toMatchObject({ onTime: 0, late: 1 });
    expect([...t.exercise.world.execution.tasks.values()][0]?.overdue.map((o) => o.past)).toEqual(['planned']);
    expect(begun(0, 0).late(21 * MINUTE)[0]?.[0]).toBe(0);
    expect(begun(0, 0).steps()).toMatchObject({ onTime: 1, late: 0 });
  });

  it('is not expected to be late, nor moves anything, by less than a second; by seconds it is', () => {
    expect(begun(450).late(11 * MINUTE)).toEqual([
      [0, 4 * MINUTE - 450, undefined],
      [0, 4 * MINUTE - 450, undefined],
      [0, undefined, undefined],
    ]);
    expect(begun(25 * SECOND).late(11 * MINUTE)).toEqual([
      [25 * SECOND, 4 * MINUTE - 25 * SECOND, undefined],
      [25 * SECOND, 4 * MINUTE - 25 * SECOND, 'p1'],
      [25 * SECOND, undefined, 'p2'],
    ]);
  });

  it('has no slack that is less than nothing by less than a second', () => {
    expect(begun(4 * MINUTE + 300).late(15 * MINUTE)[0]?.[1]).toBe(0);
    expect(begun(4 * MINUTE + 20 * SECOND).late(15 * MINUTE)[0]?.[1]).toBe(-20 * SECOND);
  });
});

describe('a step that stands still', () => {
  const ends = (t: Table, seat: string, plan: Id, minute: number) =>
    standings(t.seen(seat).world, plan, minute * MINUTE).map((r) => [r.expected?.start, r.expected?.end].map((ms) => (ms ?? 0) / MINUTE));

  it('ends later by what it stood still since it began, and not by what it was blocked for before', () => {
    const { t, plan, task } = active();
    t.ok('seat:b-lead', { type: 'BlockStep', task: task(0), text: 'Nobody is there.' });
    t.wait(30).ok('seat:b-lead', { type: 'UnblockStep', task: task(0) });
    t.ok('seat:b-lead', { type: 'StartStep', task: task(0) });
    expect(ends(t, 'seat:a-lead', plan, 30)).toEqual([
      [30, 40],
      [40, 45],
      [45, 50],
    ]);
    t.wait(2).ok('seat:b-lead', { type: 'BlockStep', task: task(0), text: 'The line is down.' });
    t.wait(3).ok('seat:b-lead', { type: 'UnblockStep', task: task(0) });
    expect(ends(t, 'seat:a-lead', plan, 35)[0]).toEqual([30, 43]);
  });

  it('because lead control holds it up neither begins nor ends before that time, for its own side alone', () => {
    const { t, plan, task } = active();
    t.ok('control', { type: 'HinderStep', task: task(0), until: 40 * MINUTE, text: 'The line is down.' });
    expect(ends(t, 'seat:b-lead', plan, 0)).toEqual([
      [40, 50],
      [50, 55],
      [55, 60],
    ]);
    expect(ends(t, 'seat:a-lead', plan, 0)[0]).toEqual([10, 20]);
    t.ok('control', { type: 'LiftHindrance', task: task(0) });
    expect(ends(t, 'seat:b-lead', plan, 0)[0]).toEqual([10, 20]);
    t.wait(10).ok('seat:b-lead', { type: 'StartStep', task: task(0) });
    t.wait(5).ok('control', { type: 'HinderStep', task: task(0), until: 30 * MINUTE, text: 'The line is down.' });
    // Five minutes are done, and five are left.
    expect(ends(t, 'seat:b-lead', plan, 15)[0]).toEqual([10, 35]);
    expect(ends(t, 'seat:a-lead', plan, 15)[0]).toEqual([10, 20]);
  });

  it('because it failed is no later the longer ago that was', () => {
    const { t, plan, task } = active();
    t.wait(10).ok('seat:b-lead', { type: 'StartStep', task: task(0) });
    t.wait(5).ok('seat:b-lead', { type: 'FailStep', task: task(0), text: 'Nobody is there.' });
    expect(standings(t.exercise.world, plan, 90 * MINUTE)[0]).toMatchObject({ state: 'failed', late: 0, expected: { end: 15 * MINUTE } });
  });
});

describe('a step that a side keeps beside a plan which changes', () => {
  const changed = (t: Table, of: Id, wording: object): void => {
    const bracket = t.ok('seat:a-lead', {
      type: 'SetWording',
      of,
      version: t.exercise.world.consultation.texts.get(of)?.versions.length,
      ...wording,
    });
    t.ok('seat:b-lead', { type: 'TakeWording', bracket });
  };
  const own = (t: Table, of: Id, after: string, before: readonly string[]): string =>
    t.ok('seat:a-lead', {
      ...{ type: 'KeepOwnStep', of, text: 'Ask the minister', before },
      terms: { lead: 'seat:a-lead', after: [{ step: after }], duration: 6 * MINUTE },
    });

  it('waits no longer for a step that is gone: the side keeps more, and everybody reads the plan', () => {
    const { t, of } = tabled();
    const gone = own(t, of, 'p3', []);
    changed(t, of, { paragraph: 'p3' });
    own(t, of, 'p1', []);
    const plan = t.ok('control', { type: 'ActivatePlan', of });
    for (const { world } of [t.exercise, t.seen('seat:a-lead')]) {
      expect(standings(world, plan, 0).map((r) => r.expected?.start)).toEqual([10 * MINUTE, 20 * MINUTE]);
      expect(ownStandings(world, plan, 0)).toMatchObject([
        { own: { id: gone }, expected: { start: 0 } },
        { expected: { start: 20 * MINUTE } },
      ]);
    }
  });

  it('holds nothing up any more where it would wait for itself', () => {
    const { t, of } = tabled();
    own(t, of, 'p1', ['p2']);
    changed(t, of, { paragraph: 'p2', step: { lead: 'seat:a-lead', at: 10 * MINUTE, duration: 5 * MINUTE } });
    changed(t, of, { paragraph: 'p1', step: { lead: 'seat:b-lead', after: [{ step: 'p2' }], duration: 10 * MINUTE } });
    own(t, of, 'p1', []);
    const plan = t.ok('control', { type: 'ActivatePlan', of });
    for (const { world } of [t.exercise, t.seen('seat:a-lead')])
      expect(standings(world, plan, 0).map((r) => r.expected?.start)).toEqual([15 * MINUTE, 10 * MINUTE, 15 * MINUTE]);
  });
});

describe('what must be signed, and by when', () => {
  it('is the plan before the latest start of its first step, by each side that has not, and again after a new version', () => {
    const { t } = active();
    const option = [...t.exercise.world.planning.options.keys()][0];
    const of = t.ok('seat:a-lead', { type: 'TablePlan', option, title: 'Again' });
    const next = () => decideByText(t.seen('seat:b-lead').world, of).map(({ kind, party, step, by }) => [kind, party, step, by / MINUTE]);
    const decision = ['decision', 'b', 'p1', 24];
    const [a, b] = ['a', 'b'].map((party) => ['signature', party, 'p1', 14]);
    expect(next()).toEqual([a, b, decision]);
    const matter = t.ok('seat:a-lead', {
      ...{ type: 'OpenMatter', forum: forumCalled(t, 'group'), procedure: 'joint-signature', title: 'Sign', text: 'Sign.', on: of },
      due: 9 * MINUTE,
    });
    const digest = () => t.exercise.world.consultation.texts.get(of)?.versions.at(-1)?.digest as string;
    t.ok('seat:a-lead', { type: 'ActInMatter', matter, act: 'sign', on: digest() });
    expect(next()).toEqual([b, decision]);
    const bracket = t.ok('seat:b-lead', { type: 'SetWording', of, paragraph: 'p2', version: 1, words: 'Say it well' });
    t.ok('seat:a-lead', { type: 'TakeWording', bracket });
    expect(next()).toEqual([a, b, decision]);
    for (const seat of ['seat:a-lead', 'seat:b-lead']) t.ok(seat, { type: 'ActInMatter', matter, act: 'sign', on: digest() });
    expect(next()).toEqual([decision]);
    t.ok('seat:a-lead', { type: 'ActivatePlan', of });
    expect(next()).toEqual([]);
  });
});
