import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { Exercise } from '../head.ts';
import type { Step } from '../steps/terms.ts';
import { smallScenario } from '../testing/fixture.ts';
import { SECRET, Table } from '../testing/table.ts';
import { forumCalled, TWO_FORUMS } from '../testing/two-forums.ts';

const MINUTE = 60_000;
const step = (id: string, lead: string | undefined, more: object = {}): Step =>
  ({
    id,
    text: `Step ${id}`,
    terms: { ...(lead && { lead: `seat:${lead}` }), support: [], tells: [], after: [], duration: 5 * MINUTE, ...more },
  }) as Step;
const SOUND = [step('s1', 'a-lead', { at: 10 * MINUTE }), step('s2', 'b-lead', { after: [{ step: 's1' }] })];

/** A board with an option of these steps, and the plan by it on the table. */
function drafted(steps: readonly Step[] = SOUND): { t: Table; forum: Id; option: Id; of: Id } {
  const t = new Table(smallScenario({ forums: TWO_FORUMS })).start();
  const forum = forumCalled(t, 'group');
  const board = t.ok('seat:a-lead', { type: 'OpenBoard', forum, name: 'Options' });
  const option = t.ok('seat:a-lead', { type: 'TableOption', board, name: 'One', steps });
  return { t, forum, option, of: t.ok('seat:a-lead', { type: 'TablePlan', option, title: 'Plan' }) };
}
const signature = (forum: Id, on: Id) =>
  ({ type: 'OpenMatter', forum, procedure: 'joint-signature', title: 'Sign', text: 'Sign.', on, due: 30 * MINUTE }) as const;
function tabled(): { t: Table; option: Id; of: Id; digest: () => string; matter: Id } {
  const { t, forum, option, of } = drafted();
  const matter = t.ok('seat:a-lead', signature(forum, of));
  return { t, option, of, matter, digest: () => t.exercise.world.consultation.texts.get(of)?.versions.at(-1)?.digest as string };
}
const signs = (t: Table, matter: Id, seat: string, on: string) => t.say(seat, { type: 'ActInMatter', matter, act: 'sign', on });
const code = (answer: ReturnType<Table['say']>): string => (answer.ok ? 'ok' : answer.rejection.code);

describe('a plan that cannot be kept', () => {
  const circle = [step('s1', 'a-lead', { after: [{ step: 's2' }] }), step('s2', 'b-lead', { after: [{ step: 's1' }] })];
  const late = [step('s1', 'a-lead', { at: 10 * MINUTE, by: 12 * MINUTE })];
  const bare = [step('s1', undefined, { at: 0 })];
  const idle = [step('s1', 'a-lead')];
  for (const [what, steps, problem] of [
    ['steps in a circle', circle, 'cycle'],
    ['a step without a lead', bare, 'no-lead'],
    ['a time that cannot be kept', late, 'impossible'],
    ['a step that nothing begins', idle, 'no-start'],
  ] as const)
    it(`with ${what} is put to nobody for signature, and made active by nobody, lead control included`, () => {
      const { t, forum, of } = drafted(steps);
      expect(t.say('seat:a-lead', signature(forum, of))).toMatchObject({
        ok: false,
        rejection: { code: 'plan-not-sound', details: { problem } },
      });
      expect(t.refused('control', { type: 'ActivatePlan', of })).toBe('plan-not-sound');
      expect(t.exercise.world.execution.plans.size).toBe(0);
    });

  it('because of a change is not signed, though it was sound when it was put down', () => {
    const { t, of, matter, digest } = tabled();
    const terms = { ...SOUND[0]?.terms, at: undefined, after: [{ step: 'p2' }] };
    const bracket = t.ok('seat:b-lead', { type: 'SetWording', of, paragraph: 'p1', version: 1, step: terms });
    t.ok('seat:a-lead', { type: 'TakeWording', bracket });
    expect(signs(t, matter, 'seat:a-lead', digest())).toMatchObject({
      ok: false,
      rejection: { code: 'plan-not-sound', details: { problem: 'cycle', steps: 'p1, p2' } },
    });
    expect(t.refused('control', { type: 'ActivatePlan', of })).toBe('plan-not-sound');
  });

  it('names as lead who is nobody’s seat, or sits elsewhere: it is not put down at all', () => {
    const t = new Table(smallScenario({ forums: TWO_FORUMS })).start();
    const board = t.ok('seat:a-lead', { type: 'OpenBoard', forum: forumCalled(t, 'group'), name: 'Options' });
    for (const lead of ['nobody', 'c-lead'])
      expect(t.say('seat:a-lead', { type: 'TableOption', board, name: 'One', steps: [step('s1', lead, { at: 0 })] })).toMatchObject({
        ok: false,
        rejection: { code: 'lead-not-here', details: { meant: `seat:${lead}` } },
      });
    expect(t.exercise.world.planning.options.size).toBe(0);
  });

  it('has one number twice, or tells somebody who is not there: it is not put down, as an option or as a text', () => {
    const { t, of, forum } = drafted();
    const board = t.ok('seat:a-lead', { type: 'OpenBoard', forum, name: 'Options' });
    const telling = (tells: string) => [step('s1', 'a-lead', { at: 0, tells: [tells] })];
    const put = (steps: readonly unknown[]) =>
      [
        { type: 'TableOption' as const, board, name: 'One', steps },
        { type: 'TableText' as const, forum, title: 'Plan', paragraphs: ['Both.'], steps },
      ].map((command) => code(t.say('seat:a-lead', command)));
    expect(put([SOUND[0], SOUND[0]])).toEqual(['same-id', 'same-id']);
    for (const nobody of ['entity:nobody', 'seat:nobody', 'nobody', 'public', 'control', 'evaluators'])
      expect(put(telling(nobody))).toEqual(['no-such-address', 'no-such-address']);
    for (const somebody of ['party:c', 'seat:c-lead']) expect(put(telling(somebody))).toEqual(['ok', 'ok']);
    const wording = { type: 'SetWording' as const, of, paragraph: 'p1', version: 1, step: telling('seat:nobody')[0]?.terms };
    expect(t.refused('seat:b-lead', wording)).toBe('no-such-address');
  });
});

describe('signing and changing at once', () => {
  it('an older version is signed by nobody, and what was signed is void after a change', () => {
    const { t, of, digest, matter } = tabled();
    const before = digest();
    expect(code(signs(t, matter, 'seat:a-lead', before))).toBe('ok');
    const bracket = t.ok('seat:b-lead', { type: 'SetWording', of, paragraph: 'p1', version: 1, words: 'Otherwise' });
    t.ok('seat:a-lead', { type: 'TakeWording', bracket });
    expect(digest()).not.toBe(before);
    // Nobody’s signature is left, and the plan is not half signed.
    expect(code(signs(t, matter, 'seat:b-lead', before))).toBe('other-text');
    expect(code(signs(t, matter, 'seat:b-lead', digest()))).toBe('ok');
    expect(t.exercise.world.consultation.matters.get(matter)?.closed).toBeUndefined();
    expect(code(signs(t, matter, 'seat:a-lead', digest()))).toBe('ok');
    expect(t.exercise.world.consultation.matters.get(matter)?.closed?.outcome).toBe('signed');
  });

  it('a change that races the last signature is refused, whichever comes first, and the record says one thing on every replay', () => {
    const one = tabled();
    const bracket = one.t.ok('seat:b-lead', { type: 'SetWording', of: one.of, paragraph: 'p1', version: 1, words: 'Otherwise' });
    signs(one.t, one.matter, 'seat:a-lead', one.digest());
    signs(one.t, one.matter, 'seat:b-lead', one.digest());
    expect(one.t.refused('seat:a-lead', { type: 'TakeWording', bracket })).toBe('text-closed');
    const other = tabled();
    const open = other.t.ok('seat:b-lead', { type: 'SetWording', of: other.of, paragraph: 'p1', version: 1, words: 'Otherwise' });
    const read = other.digest();
    signs(other.t, other.matter, 'seat:a-lead', read);
    other.t.ok('seat:a-lead', { type: 'TakeWording', bracket: open });
    expect(code(signs(other.t, other.matter, 'seat:b-lead', read))).toBe('other-text');
    for (const { t, of } of [one, other]) {
      const replayed = Exercise.from(t.record, { secret: SECRET }).world;
      expect(replayed.consultation.texts.get(of)).toEqual(t.exercise.world.consultation.texts.get(of));
    }
  });

  it('of two who change one option the second is shown that there is a newer version', () => {
    const { t, option } = tabled();
    const change = (name: string) => ({ type: 'ChangeOption' as const, option, version: 1, name, steps: SOUND });
    t.ok('seat:a-lead', change('A’s'));
    expect(t.say('seat:b-lead', change('B’s'))).toMatchObject({ ok: false, rejection: { code: 'newer-version', details: { version: 2 } } });
    expect(t.refused('seat:b-lead', { type: 'TablePlan', option, version: 1, title: 'Plan' })).toBe('newer-version');
  });
});

describe('a plan that is carried out', () => {
  function active() {
    const { t, of, digest, matter } = tabled();
    for (const seat of ['seat:a-lead', 'seat:b-lead']) signs(t, matter, seat, digest());
    t.ok('seat:a-lead', { type: 'ActivatePlan', of });
    const [first, second] = [...t.exercise.world.execution.tasks.keys()] as [Id, Id];
    return { t, of, first, second };
  }

  it('is made active once, and not changed after', () => {
    const { t, of } = active();
    for (const seat of ['seat:b-lead', 'control']) expect(t.refused(seat, { type: 'ActivatePlan', of })).toBe('active-already');
    expect(t.refused('seat:b-lead', { type: 'SetWording', of, paragraph: 'p1', version: 1, words: 'Otherwise' })).toBe('text-closed');
    expect(t.exercise.world.execution.tasks.size).toBe(2);
  });

  it('is reported on by each lead for its own steps, and in order', () => {
    const { t, first, second } = active();
    for (const type of ['StartStep', 'ReportStep', 'BlockStep', 'FinishStep'] as const)
      expect(t.refused('seat:b-lead', { type, task: first })).toBe('not-your-step');
    expect(t.refused('seat:a-lead', { type: 'FinishStep', task: first })).toBe('not-started');
    t.ok('seat:a-lead', { type: 'StartStep', task: first });
    expect(t.refused('seat:a-lead', { type: 'StartStep', task: first })).toBe('started-already');
    expect(t.refused('seat:a-lead', { type: 'UnblockStep', task: first })).toBe('not-blocked');
    t.ok('seat:a-lead', { type: 'FinishStep', task: first });
    for (const type of ['StartStep', 'FinishStep', 'BlockStep'] as const)
      expect(t.refused('seat:a-lead', { type, task: first })).toBe('done-already');
    expect(t.refused('seat:a-lead', { type: 'FailStep', task: first, text: 'No.' })).toBe('done-already');
    expect(t.refused('seat:b-lead', { type: 'StartStep', task: second, happened: 60 * MINUTE })).toBe('in-the-future');
    expect(t.refused('seat:b-lead', { type: 'HandOverStep', task: second, to: 'seat:a-lead' })).toBe('lead-not-here');
    expect(t.refused('seat:b-lead', { type: 'GiveWord', task: second })).toBe('no-word');
  });

  it('takes nothing from who does not sit at its table: to them it is not there', () => {
    const { t, of, first } = active();
    for (const command of [
      { type: 'ActivatePlan', of },
      { type: 'StartStep', task: first },
      { type: 'GiveWord', task: first },
      { type: 'StartStep', task: 'e0' },
    ] as const)
      expect(t.refused('control', { ...command, speaker: 'seat:c-lead' })).toBe('unknown');
    expect(t.refused('seat:a-lead', { type: 'HinderStep', task: first, text: 'Mine.' })).toBe('lead-control-only');
  });
});
