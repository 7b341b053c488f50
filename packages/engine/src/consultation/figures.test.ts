import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { actIn, AS_C as C, forumCalled as forum, TWO_FORUMS as forums } from '../testing/two-forums.ts';
import { standings } from './course.ts';
import { consulted } from './due.ts';
import { consultationFigures } from './figures.ts';
import type { Decision, Matter } from './language.ts';

const MINUTE = 60_000;
const start = (): Table => new Table(smallScenario({ forums, subjects: [{ id: 'measure', name: 'A visible measure' }] })).start();
const open = (t: Table, seat: string, where: string, more: object = {}): Id =>
  t.ok(seat, { type: 'OpenMatter', forum: forum(t, where), title: 'T', text: 'Do we?', ...more } as never);
const act = (t: Table, seat: string, matter: Id, what: string, more: object = {}): Id =>
  actIn(t, seat, matter, what, { text: 'Yes.', ...more });
const decide = (t: Table, seat: string, more: object = {}): Id =>
  t.ok(seat, { type: 'RecordDecision', title: 'D', text: 'We do.', subject: 'measure', ...more } as never);
const figures = (t: Table, viewer = 'control', side?: string) => consultationFigures(t.seen(viewer).world, side);

describe('figures of consulting', () => {
  it('of an exercise in which nobody consulted are empty', () => {
    expect(figures(start())).toEqual({
      matters: 0,
      outcomes: {},
      decisions: { taken: 0, asked: 0, unasked: [], toConsult: [], medianToConsult: null },
      answers: { asked: 0, given: 0, late: [], passed: 0, medianMs: null },
      agreement: { reached: [], passed: 0, medianMs: null },
      silenceBroken: [],
      bracketed: [],
      voidSignatures: [],
    });
  });

  it('tell how long before a decision its party asked, how long after, and that it never did', () => {
    const t = start();
    const [ours, none] = [decide(t, 'seat:b-lead'), decide(t, 'seat:b-lead', { subject: undefined })];
    t.wait(4);
    open(t, 'seat:a-lead', 'group', { subject: 'measure' });
    t.wait(6);
    const theirs = decide(t, 'seat:a-lead');
    expect(figures(t).decisions).toEqual({
      taken: 3,
      asked: 1,
      unasked: [{ decision: ours, party: 'b', subject: 'measure' }],
      toConsult: [
        { decision: ours, party: 'b', subject: 'measure', ms: null },
        { decision: theirs, party: 'a', subject: 'measure', ms: 6 * MINUTE },
      ],
      medianToConsult: 6 * MINUTE,
    });
    expect(none).toBeDefined();
    open(t, 'seat:b-lead', 'group', { subject: 'measure' });
    const { unasked, medianToConsult } = figures(t).decisions;
    expect(unasked).toEqual([{ decision: ours, party: 'b', subject: 'measure', by: 10 * MINUTE }]);
    expect(medianToConsult).toBe(-2 * MINUTE);
  });

  it('take a notification for no question', () => {
    const t = start();
    open(t, 'seat:a-lead', 'group', { subject: 'measure', procedure: 'notification' });
    t.wait(3);
    const ours = decide(t, 'seat:a-lead');
    expect(figures(t).decisions.unasked).toEqual([{ decision: ours, party: 'a', subject: 'measure' }]);
  });

  it('tell whose answer was late, whose never came, and how long answers took at the median', () => {
    const t = start();
    const asked = open(t, 'seat:a-lead', 'council', { due: 10 * MINUTE });
    t.wait(3);
    act(t, 'seat:b-lead', asked, 'view');
    const second = open(t, 'seat:b-lead', 'council', { due: 8 * MINUTE });
    t.wait(9);
    act(t, 'seat:a-lead', second, 'view');
    const { answers } = figures(t);
    expect(answers).toEqual({
      asked: 4,
      given: 2,
      late: [
        { matter: asked, forum: 'council', party: 'c' },
        { matter: second, forum: 'council', party: 'a', by: 4 * MINUTE },
        { matter: second, forum: 'council', party: 'c' },
      ],
      passed: 0,
      medianMs: 6 * MINUTE,
    });
  });

  it('say by how much an answer was late as tables do, by the clock, and leave a jump out of what it took', () => {
    const t = start();
    const asked = open(t, 'seat:a-lead', 'group', { due: 10 * MINUTE });
    t.wait(12);
    t.ok('control', { type: 'JumpClock', to: 30 * MINUTE });
    t.wait(1);
    act(t, 'seat:b-lead', asked, 'view');
    const { answers } = figures(t);
    expect(answers).toMatchObject({ late: [{ matter: asked, party: 'b', by: 21 * MINUTE }], passed: 0, medianMs: 13 * MINUTE });
    const { world } = t.exercise;
    const whole = world.consultation.matters.get(asked) as Matter;
    expect(standings(world, whole, 31 * MINUTE).map((s) => s.lateBy)).toEqual([undefined, 21 * MINUTE]);
  });

  it('say as tables do by how much was decided before asking, without what a jump passed', () => {
    const t = start();
    const decision = decide(t, 'seat:b-lead');
    t.wait(4);
    t.ok('control', { type: 'JumpClock', to: 30 * MINUTE });
    t.wait(1);
    open(t, 'seat:b-lead', 'group', { subject: 'measure' });
    expect(figures(t).decisions).toMatchObject({ unasked: [{ decision, by: 5 * MINUTE }], medianToConsult: -5 * MINUTE });
    expect(consulted(t.exercise.world, t.exercise.world.consultation.decisions.get(decision) as Decision)?.by).toBe(5 * MINUTE);
  });

  it('call nobody late, or silent, whose answer is kept from a side until the end', () => {
    const t = start();
    const asked = open(t, 'seat:a-lead', 'council', { due: 10 * MINUTE, shown: 'together' });
    t.wait(3);
    act(t, 'control', asked, 'view', C);
    t.wait(9);
    expect(figures(t).answers).toMatchObject({ asked: 2, given: 1, late: [{ party: 'b' }] });
    expect(figures(t, 'seat:b-lead', 'b').answers).toMatchObject({ asked: 1, given: 0, late: [{ party: 'b' }] });
    expect(figures(t, 'seat:a-lead', 'a').answers).toMatchObject({ asked: 0, given: 0, late: [] });
  });

  it('count what was closed before its time by no jump that came after', () => {
    const t = start();
    const asked = open(t, 'seat:a-lead', 'group', { due: 10 * MINUTE });
    act(t, 'seat:a-lead', asked, 'summarise');
    t.ok('control', { type: 'JumpClock', to: 20 * MINUTE });
    expect(figures(t).answers).toMatchObject({ asked: 1, given: 0, late: [], passed: 0 });
  });

  it('leave out of every rate what a jump passed', () => {
    const t = start();
    open(t, 'seat:a-lead', 'council', { due: 10 * MINUTE });
    const falls = open(t, 'seat:a-lead', 'council', { due: 10 * MINUTE, procedure: 'ad-referendum', unconfirmed: 'stands' });
    t.ok('control', { type: 'JumpClock', to: 20 * MINUTE, over: [falls] });
    t.wait(1);
    expect(figures(t).answers).toMatchObject({ asked: 4, given: 0, late: [], passed: 4, medianMs: null });
  });

  it('count the time that ran until members agreed', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', 'group', { procedure: 'consensus' });
    t.wait(2);
    t.ok('control', { type: 'JumpClock', to: 30 * MINUTE });
    t.wait(5);
    act(t, 'seat:b-lead', matter, 'join');
    expect(figures(t).agreement).toEqual({
      reached: [{ matter, procedure: 'consensus', ms: 7 * MINUTE }],
      passed: 0,
      medianMs: 7 * MINUTE,
    });
    expect(figures(t).outcomes).toEqual({ agreed: 1 });
  });

  it('name who broke silence to those alone who were told', () => {
    const t = start();
    const matter = open(t, 'control', 'council', { procedure: 'silence', due: 10 * MINUTE, ...C });
    t.wait(4);
    act(t, 'seat:a-lead', matter, 'amend');
    expect(figures(t).silenceBroken).toEqual([{ matter, by: 'a', ms: 4 * MINUTE }]);
    expect(figures(t, 'seat:a-lead').silenceBroken).toEqual([{ matter, by: 'a', ms: 4 * MINUTE }]);
    expect(figures(t, 'seat:b-lead').silenceBroken).toEqual([{ matter, ms: 4 * MINUTE }]);
  });

  it('name what is still in brackets, and the signatures that a new version made void', () => {
    const t = start();
    const text = t.ok('seat:a-lead', { type: 'TableText', forum: forum(t, 'group'), title: 'T', paragraphs: ['One.', 'Two.'] } as never);
    const matter = open(t, 'seat:a-lead', 'group', { procedure: 'joint-signature', on: text, due: 60 * MINUTE });
    const digest = (): string => [...t.exercise.world.consultation.texts.values()][0]?.versions.at(-1)?.digest ?? '';
    t.wait(1);
    act(t, 'seat:b-lead', matter, 'sign', { on: digest() });
    const comma = t.ok('seat:a-lead', { type: 'SetWording', of: text, version: 1, paragraph: 'p1', words: 'One,' } as never);
    expect(figures(t)).toMatchObject({ bracketed: [{ text, paragraph: 'p1', parties: ['a'] }], voidSignatures: [] });
    t.ok('seat:b-lead', { type: 'TakeWording', bracket: comma } as never);
    expect(figures(t)).toMatchObject({ bracketed: [], voidSignatures: [{ matter, party: 'b', at: MINUTE }] });
  });
});
