import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import { smallScenario } from '../testing/fixture.ts';
import { breaches } from '../testing/law/breaches.ts';
import { PRESS } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { shares } from './clearing.ts';
import type { PressDraft } from './desk-language.ts';
import { mayPublish } from './may-publish.ts';
import { standing } from './standing.ts';

/** Clearance, from docs/statement-rules.md: the rules are named by their numbers there. */

const MINUTE = 60_000;
const seat = (id: string, may: string[] = []) => ({ id, name: id, may });
const PARTIES = [
  {
    id: 'a',
    name: 'A',
    cells: [
      {
        id: 'a-cell',
        name: 'A',
        seats: [
          seat('first'),
          seat('second'),
          seat('head'),
          seat('speaker', ['speak']),
          seat('other-speaker', ['speak']),
          seat('colleague'),
        ],
      },
    ],
  },
  { id: 'b', name: 'B', cells: [{ id: 'b-cell', name: 'B', seats: [seat('b-speaker', ['speak']), seat('b-clearer')] }] },
];
const ROLES = ['speaker', 'other-speaker', 'first', 'second', 'head', 'colleague', 'b-speaker', 'b-clearer'].map((id) => `seat:${id}`);
const open = (press: object = {}) => {
  const t = new Table(
    smallScenario({
      ...PRESS,
      parties: PARTIES,
      press: [
        { party: 'a', clearers: ['seat:first', 'seat:second'], each: 'PT5M', ...press },
        { party: 'b', clearers: ['seat:b-clearer'] },
      ],
    }),
  ).start();
  for (const role of [...ROLES, 'control']) t.sit(role);
  return t;
};
interface Desk {
  readonly t: Table;
  readonly draft: string;
}
const SPEAKER = 'seat:speaker';
const drafted = (press: object = {}, more: object = {}): Desk => {
  const t = open(press);
  const draft = t.ok(SPEAKER, { type: 'DraftStatement', ...more });
  t.ok(SPEAKER, { type: 'WordDraft', draft, language: 'en', text: 'We plan.' });
  return { t, draft };
};
const asked = (press: object = {}, more: object = {}): Desk => {
  const d = drafted(press, more);
  d.t.ok(SPEAKER, { type: 'AskClearance', draft: d.draft, language: 'en' });
  return d;
};
const clear = ({ t, draft }: Desk, who: string, more: object = {}) =>
  t.ok(`seat:${who}`, { type: 'ClearDraft', draft, language: 'en', act: 'clear', ...more });
const draftIn = ({ t, draft }: Desk, viewer = SPEAKER) => t.seen(viewer).world.statements.drafts.get(draft) as PressDraft;
const stands = (d: Desk, language = 'en') => standing(draftIn(d), language);

/** Every state in which the English text of a draft can be, and how it comes there. */
const STATES = {
  drafted: () => drafted(),
  'with the first': () => asked(),
  'with the second': () => {
    const d = asked();
    clear(d, 'first');
    return d;
  },
  'objected to': () => {
    const d = asked();
    clear(d, 'first', { act: 'object', reason: 'Not so.' });
    return d;
  },
  'out of time': () => {
    const d = asked();
    d.t.wait(11);
    return d;
  },
  cleared: () => {
    const d = asked();
    clear(d, 'first');
    clear(d, 'second');
    return d;
  },
  'cleared with an edit': () => {
    const d = asked();
    clear(d, 'first');
    clear(d, 'second', { act: 'clear-with-edits', text: 'We plan together.' });
    return d;
  },
  published: () => {
    const d = asked();
    clear(d, 'first');
    clear(d, 'second');
    d.t.ok(SPEAKER, { type: 'PublishDraft', draft: d.draft });
    return d;
  },
  'set aside': () => {
    const d = asked();
    d.t.ok(SPEAKER, { type: 'DropStatementDraft', draft: d.draft });
    return d;
  },
} satisfies Record<string, () => Desk>;
type State = keyof typeof STATES;

const ACTS = {
  word: { type: 'WordDraft', language: 'en', text: 'Other words.' },
  ask: { type: 'AskClearance', language: 'en' },
  clear: { type: 'ClearDraft', language: 'en', act: 'clear' },
  edit: { type: 'ClearDraft', language: 'en', act: 'clear-with-edits', text: 'Edited.' },
  object: { type: 'ClearDraft', language: 'en', act: 'object', reason: 'No.' },
  note: { type: 'NoteEdit', language: 'en' },
  prolong: { type: 'ProlongClearance', language: 'en', due: 60 * MINUTE },
  publish: { type: 'PublishDraft' },
  drop: { type: 'DropStatementDraft' },
} as const;
type Name = keyof typeof ACTS;

/** The rule itself: who may do what in which state, and nobody else anything. */
const SPEAKERS = ['seat:speaker', 'seat:other-speaker'];
const MAY: Record<State, Partial<Record<Name, readonly string[]>>> = {
  drafted: { word: SPEAKERS, ask: SPEAKERS, drop: SPEAKERS },
  'with the first': {
    word: SPEAKERS,
    clear: ['seat:first'],
    edit: ['seat:first'],
    object: ['seat:first'],
    prolong: [...SPEAKERS, 'control'],
    drop: SPEAKERS,
  },
  'with the second': {
    word: SPEAKERS,
    clear: ['seat:second'],
    edit: ['seat:second'],
    object: ['seat:second'],
    prolong: [...SPEAKERS, 'control'],
    drop: SPEAKERS,
  },
  'objected to': {
    word: SPEAKERS,
    clear: ['seat:first'],
    edit: ['seat:first'],
    object: ['seat:first'],
    prolong: [...SPEAKERS, 'control'],
    drop: SPEAKERS,
  },
  'out of time': {
    word: SPEAKERS,
    clear: ['seat:first'],
    edit: ['seat:first'],
    object: ['seat:first'],
    prolong: [...SPEAKERS, 'control'],
    drop: SPEAKERS,
  },
  cleared: { word: SPEAKERS, publish: SPEAKERS, drop: SPEAKERS },
  'cleared with an edit': { word: SPEAKERS, note: ['seat:first'], publish: SPEAKERS, drop: SPEAKERS },
  published: {},
  'set aside': {},
};

describe.each(Object.keys(STATES) as State[])('a draft that is %s', (state) => {
  it('lets exactly those act whom the rule lets', () => {
    const may = (role: string, name: Name) => MAY[state][name]?.includes(role) === true;
    const pairs = [...ROLES, 'control'].flatMap((role) => (Object.keys(ACTS) as Name[]).map((name) => [role, name] as const));
    const still = STATES[state]();
    const before = still.t.record.length;
    // What is refused changes nothing, so all of it is tried on one draft.
    const taken = pairs.filter(([role, name]) => !may(role, name) && still.t.say(role, { ...ACTS[name], draft: still.draft }).ok);
    expect(taken).toEqual([]);
    expect(still.t.record.slice(before).filter((r) => r.event.type !== 'HandChanged')).toEqual([]);
    const refused = pairs
      .filter(([role, name]) => may(role, name))
      .flatMap(([role, name]) => {
        const { t, draft } = STATES[state]();
        const answer = t.say(role, { ...ACTS[name], draft });
        return answer.ok ? [] : [[role, name, answer.rejection.code]];
      });
    expect(refused).toEqual([]);
  });
});

describe('clearance', () => {
  it('is for nobody outside the press desk to know of', () => {
    const d = STATES['with the second']();
    for (const viewer of ['seat:colleague', 'seat:b-speaker', 'seat:b-clearer', 'public', 'control:b'])
      expect(draftIn(d, viewer)).toBeUndefined();
    expect(stands(d).holders).toEqual(['seat:second']);
    expect(breaches(d.t.play())).toEqual([]);
  });

  it('D1: is given by nobody to a draft of their own, though they clear others’', () => {
    const d = asked({ clearers: ['seat:speaker', 'seat:second'] });
    expect(stands(d).turns.map((r) => r.seat)).toEqual(['seat:second']);
    expect(d.t.refused(SPEAKER, { type: 'ClearDraft', draft: d.draft, language: 'en', act: 'clear' })).toBe('own-draft');
    const alone = drafted({ clearers: ['seat:speaker'] });
    expect(alone.t.refused(SPEAKER, { type: 'AskClearance', draft: alone.draft, language: 'en' })).toBe('nobody-clears');
  });

  it('D1: is given seat for seat where control plays the side: by its clearer, not by its drafter', () => {
    const played = PARTIES.map((p) => (p.id === 'a' ? { ...p, played: 'control' } : p));
    const press = [{ party: 'a', clearers: ['seat:first'], each: 'PT5M' }];
    const t = new Table(smallScenario({ ...PRESS, parties: played, press })).start();
    const speaker = 'seat:speaker';
    const draft = t.ok('control', { type: 'DraftStatement', speaker });
    t.ok('control', { type: 'WordDraft', draft, language: 'en', text: 'We plan.', speaker });
    t.ok('control', { type: 'AskClearance', draft, language: 'en', speaker });
    const clears = { type: 'ClearDraft', draft, language: 'en', act: 'clear' } as const;
    expect(t.refused('control', { ...clears, speaker })).toBe('own-draft');
    expect(t.refused('control', { ...clears, speaker: 'seat:b-clearer' })).toBe('no-such-sender');
    t.ok('control', { ...clears, speaker: 'seat:first' });
    t.ok('control', { type: 'PublishDraft', draft, speaker });
    expect(breaches(t.play())).toEqual([]);
  });

  it('D3: in parallel lies with all at once', () => {
    const d = asked({ order: 'parallel' });
    expect(stands(d).holders).toEqual(['seat:first', 'seat:second']);
    clear(d, 'second');
    expect(stands(d).holders).toEqual(['seat:first']);
    clear(d, 'first');
    expect(stands(d).state).toBe('cleared');
  });

  it('D5: blocks when a clearer’s time has passed, and still takes the late clearance', () => {
    const d = STATES['out of time']();
    expect(stands(d)).toMatchObject({ state: 'lapsed', holders: ['seat:first'] });
    expect(d.t.refused(SPEAKER, { type: 'PublishDraft', draft: d.draft })).toBe('expired');
    clear(d, 'first');
    clear(d, 'second');
    d.t.ok(SPEAKER, { type: 'PublishDraft', draft: d.draft });
    expect(breaches(d.t.play())).toEqual([]);
  });

  it('D5: passes up or clears where the scenario says so', () => {
    const up = asked({ expired: 'passes-up', up: 'seat:head' });
    up.t.wait(5.1);
    expect(stands(up).holders).toEqual(['seat:second']);
    up.t.wait(5.1);
    expect(stands(up).holders).toEqual(['seat:head']);
    clear(up, 'head');
    expect(stands(up).state).toBe('cleared');
    const clears = asked({ expired: 'clears' });
    clears.t.wait(11);
    expect(stands(clears).state).toBe('cleared');
    clears.t.ok(SPEAKER, { type: 'PublishDraft', draft: clears.draft });
    expect(breaches(up.t.play())).toEqual([]);
    expect(breaches(clears.t.play())).toEqual([]);
  });

  it('D5: is in time exactly when it is due, and out of time after it', () => {
    const d = asked();
    d.t.wait(5);
    expect(stands(d).state).toBe('asked');
    clear(d, 'first');
    expect(stands(d).holders).toEqual(['seat:second']);
  });

  it('D6: tells an earlier clearer what a later one has edited', () => {
    const d = STATES['cleared with an edit']();
    const rows = stands(d).turns;
    expect(rows[0]).toMatchObject({ seat: 'seat:first', act: 'clear', edited: 'new' });
    expect(rows[1]).toMatchObject({ seat: 'seat:second', act: 'clear-with-edits', before: 'We plan.' });
    expect(stands(d).words?.text).toBe('We plan together.');
    d.t.ok('seat:first', { type: 'NoteEdit', draft: d.draft, language: 'en' });
    expect(stands(d).turns[0]?.edited).toBe('noted');
  });

  it('D7: runs back from the time at which it is to be published', () => {
    const d = asked({}, { due: 30 * MINUTE });
    expect(stands(d).turns.map((r) => r.due)).toEqual([25 * MINUTE, 30 * MINUTE]);
    const soon = asked({}, { due: 4 * MINUTE });
    expect(stands(soon).turns.map((r) => r.due)).toEqual([2 * MINUTE, 4 * MINUTE]);
    const free = asked();
    expect(stands(free).turns.map((r) => r.due)).toEqual([5 * MINUTE, 10 * MINUTE]);
    expect(shares(3, 0, 10_000, MINUTE, (at) => at)).toEqual([10_000 / 3, 20_000 / 3, 10_000].map((x) => expect.closeTo(x, 5)));
  });

  it('D7: gives each of three clearers their time before the next, counted back from the deadline, and a late one a minute', () => {
    const three = { clearers: ['seat:first', 'seat:second', 'seat:head'], each: 'PT7M' };
    const d = asked(three, { due: 40 * MINUTE });
    expect(stands(d).turns.map((r) => `${r.seat} ${r.due / MINUTE}`)).toEqual(['seat:first 26', 'seat:second 33', 'seat:head 40']);
    // Who clears early gives the time on; who clears late takes none of the deadline away.
    clear(d, 'first');
    expect(stands(d).turns.find((r) => r.seat === 'seat:second')?.due).toBe(33 * MINUTE);
    d.t.wait(39.5);
    clear(d, 'second');
    expect(stands(d).turns.find((r) => r.seat === 'seat:head')?.due).toBeGreaterThanOrEqual(40.5 * MINUTE);
    expect(stands(d).state).not.toBe('cleared');
  });

  it('D6: lets an earlier clearer object to a later one’s edit, and nothing goes out until they clear', () => {
    const d = asked({ clearers: ['seat:first', 'seat:second', 'seat:head'] });
    clear(d, 'first');
    clear(d, 'second', { act: 'clear-with-edits', text: 'We plan much.' });
    clear(d, 'first', { act: 'object', reason: 'Not much.' });
    expect(stands(d)).toMatchObject({ state: 'objected' });
    // In order it lies with the first again.
    expect(d.t.refused('seat:head', { type: 'ClearDraft', draft: d.draft, language: 'en', act: 'clear' })).toBe('not-your-turn');
    expect(d.t.refused(SPEAKER, { type: 'PublishDraft', draft: d.draft })).toBe('objected');
    clear(d, 'first');
    clear(d, 'head');
    d.t.ok(SPEAKER, { type: 'PublishDraft', draft: d.draft });
  });

  it('D5: blocks both languages when one clearer’s time has passed in one of them', () => {
    const d = asked();
    d.t.ok(SPEAKER, { type: 'WordDraft', draft: d.draft, language: 'ko', text: '기획합니다.' });
    for (const who of ['first', 'second']) clear(d, who);
    d.t.ok(SPEAKER, { type: 'AskClearance', draft: d.draft, language: 'ko' });
    d.t.wait(11);
    expect([stands(d).state, stands(d, 'ko').state]).toEqual(['cleared', 'lapsed']);
    expect(d.t.refused(SPEAKER, { type: 'PublishDraft', draft: d.draft })).toBe('expired');
    expect(d.t.seen('public').world.statements.statements.size).toBe(0);
  });

  it('D8: is not due for a line word for word', () => {
    const t = open();
    const line = [...t.exercise.world.statements.lines.values()].find((l) => l.card.use === 'holding')?.id;
    const draft = t.ok(SPEAKER, { type: 'DraftStatement', line });
    t.ok(SPEAKER, { type: 'WordDraft', draft, language: 'en', text: 'More shortly.' });
    t.ok(SPEAKER, { type: 'PublishDraft', draft });
  });

  it('D9: new words are cleared anew in their language; other claims in every language', () => {
    const d = asked();
    const { t, draft } = d;
    t.ok(SPEAKER, { type: 'WordDraft', draft, language: 'ko', text: '기획합니다.' });
    t.ok(SPEAKER, { type: 'AskClearance', draft, language: 'ko' });
    for (const language of ['en', 'ko']) for (const who of ['first', 'second']) clear(d, who, { language });
    expect([stands(d).state, stands(d, 'ko').state]).toEqual(['cleared', 'cleared']);
    t.ok(SPEAKER, { type: 'WordDraft', draft, language: 'en', text: 'We do plan.' });
    expect([stands(d).state, stands(d, 'ko').state]).toEqual(['asked', 'cleared']);
    for (const who of ['first', 'second']) clear(d, who);
    t.ok(SPEAKER, { type: 'WordDraft', draft, language: 'en', text: 'We plan.', claims: [{ topic: 'planning', stance: 'affirmed' }] });
    expect([stands(d).state, stands(d, 'ko').state]).toEqual(['asked', 'asked']);
    for (const language of ['en', 'ko']) for (const who of ['first', 'second']) clear(d, who, { language });
    expect(t.refused(SPEAKER, { type: 'PublishDraft', draft })).toBe('claims-differ');
    t.ok(SPEAKER, { type: 'WordDraft', draft, language: 'ko', text: '기획합니다.', claims: [{ topic: 'planning', stance: 'affirmed' }] });
    for (const language of ['en', 'ko']) for (const who of ['first', 'second']) clear(d, who, { language });
    expect(mayPublish(t.seen(SPEAKER).world, draftIn(d))).toBeUndefined();
    t.ok(SPEAKER, { type: 'PublishDraft', draft });
    const [said] = [...t.seen('public').world.statements.statements.values()];
    expect(said?.card.text).toEqual({ en: 'We plan.', ko: '기획합니다.' });
    expect(breaches(t.play())).toEqual([]);
  });

  it('D9: an edit that claims something else is cleared anew by everybody else', () => {
    const d = STATES['with the second']();
    clear(d, 'second', { act: 'clear-with-edits', text: 'No plans.', claims: [{ topic: 'planning', stance: 'denied' }] });
    expect(stands(d)).toMatchObject({ state: 'asked', holders: ['seat:first'] });
    clear(d, 'first');
    expect(stands(d).state).toBe('cleared');
  });

  it('publishes once, whoever of two is first, and nothing half', () => {
    const d = STATES.cleared();
    d.t.ok(SPEAKER, { type: 'PublishDraft', draft: d.draft });
    expect(d.t.refused('seat:other-speaker', { type: 'PublishDraft', draft: d.draft })).toBe('published-already');
    expect(d.t.seen('public').world.statements.statements.size).toBe(1);
  });

  it('is not passed by a jump unless lead control carries it over or lets it fall', () => {
    const d = asked();
    const jump = (more: object = {}) => d.t.say('control', { type: 'JumpClock', to: 20 * MINUTE, ...more });
    expect(jump()).toMatchObject({ ok: false, rejection: { code: 'stops-before' } });
    d.t.ok('control', { type: 'ProlongClearance', draft: d.draft, language: 'en', due: 40 * MINUTE });
    expect(jump()).toMatchObject({ ok: true });
    const fallen = asked();
    fallen.t.ok('control', { type: 'JumpClock', to: 20 * MINUTE, over: [fallen.draft] });
    expect(draftIn(fallen).steps.at(-1)).toMatchObject({ is: 'lapsed', jumped: true });
  });

  it('waits for whose turn it is, with what follows if they do nothing', () => {
    const d = STATES['with the second']();
    const waits = (who: string) =>
      waiting(d.t.seen(who).world, who, d.t.exercise.now(d.t.wall))
        .filter((w) => w.room === 'statements')
        .map((w) => [w.kind, w.id, w.ifNothing]);
    expect(waits('seat:first')).toEqual([]);
    expect(waits('seat:second')).toEqual([['clearance', d.draft, 'late']]);
    expect(waits('seat:colleague')).toEqual([]);
    clear(d, 'second', { act: 'clear-with-edits', text: 'We plan together.' });
    expect(waits('seat:first')).toEqual([['edit', d.draft, 'waits']]);
    expect(waits(SPEAKER)).toEqual([['publish', d.draft, 'waits']]);
  });
});
