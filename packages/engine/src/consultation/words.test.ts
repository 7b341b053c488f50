import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Id, Text } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { AS_C as C } from '../testing/two-forums.ts';
import { mayTranslateThis, ownTranslations } from '../translations/translations.ts';
import { actsOf } from './matters.ts';

/** What is said in matters, in one language more. */

const MINUTE = 60_000;
const forums = [
  { id: 'group', name: 'The group', members: ['a', 'b'], chairs: ['a', 'b'] },
  { id: 'council', name: 'The council', members: ['a', 'b', 'c'], chairs: ['c'] },
];
const start = (): Table => new Table(smallScenario({ forums })).start();
const EN = { en: 'We agree.' };
const KO = '동의한다.';
const BOTH = { ...EN, ko: KO };

const open = (t: Table, seat: string, forum: string, more: object = {}): Id => {
  const found = [...t.exercise.world.consultation.forums.values()].find((f) => f.named?.scenario === forum)?.id;
  const asked = { type: 'OpenMatter', forum: found, title: 'The notice', text: 'Do we warn?', due: 10 * MINUTE, ...more };
  return t.ok(seat, asked as never);
};
const act = (t: Table, seat: string, matter: Id, what: string, more: object = {}): Id =>
  t.ok(seat, { type: 'ActInMatter', matter, act: what, text: EN, ...more } as never);
const translate = (of: Id, more: object = {}) => ({ type: 'Translate', of, language: 'ko', texts: [KO], ...more }) as never;
const list = (t: Table, viewer: string): Id[] => {
  const own = waiting(t.seen(viewer).world, viewer, 0);
  // In lead control’s world a seat has the same to translate as in its own.
  const inAll = waiting(t.exercise.world, viewer, 0);
  const ids = (all: typeof own) => all.filter((w) => w.kind === 'translate').map((w) => w.id);
  if (viewer.startsWith('seat:')) expect(ids(inAll)).toEqual(ids(own));
  return ids(own);
};
const holders = (t: Table, id: Id): string[] => t.exercise.roster.viewers.filter((v) => t.exercise.holds(v, id)).sort();
const texts = (t: Table, viewer: string, matter: Id): (Text | undefined)[] => {
  const found = t.seen(viewer).world.consultation.matters.get(matter);
  return [...(found ? actsOf(found) : []).map((a) => a.text), ...(found?.closed?.text ? [found.closed.text] : [])];
};

describe('a position in one language', () => {
  it('stands on the list of its own side, and has the other one for all who hold it, once it was added', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', 'council');
    const said = act(t, 'seat:b-lead', matter, 'view');
    expect(list(t, 'seat:b-press')).toEqual([said]);
    for (const other of ['seat:a-lead', 'control', 'control:b']) expect(list(t, other)).toEqual([]);
    expect(t.refused('seat:a-lead', translate(said))).toBe('not-your-text');
    const added = t.ok('seat:b-press', translate(said));
    expect(holders(t, added)).toEqual(holders(t, said));
    for (const viewer of ['seat:a-press', 'seat:b-lead', 'seat:c-lead', 'control']) expect(texts(t, viewer, matter)).toEqual([BOTH]);
    expect(list(t, 'seat:b-press')).toEqual([]);
    expect(t.refused('seat:b-lead', translate(said))).toBe('translated-meanwhile');
  });

  it('that is kept together has it for those who were told, and for all when it is shown', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', 'council', { shown: 'together' });
    const said = act(t, 'seat:b-lead', matter, 'view');
    const added = t.ok('seat:b-lead', translate(said));
    expect(holders(t, added)).toEqual(holders(t, said));
    expect(holders(t, added)).not.toContain('seat:a-lead');
    expect(texts(t, 'seat:a-lead', matter)).toEqual([]);
    act(t, 'control', matter, 'view', C);
    expect(texts(t, 'seat:a-lead', matter)).toEqual([BOTH, EN]);
  });

  it('has it for everybody at the table once it was shown, whichever of the two names it has is said', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', 'council', { shown: 'together' });
    const [b, c] = [act(t, 'seat:b-lead', matter, 'view'), act(t, 'control', matter, 'view', { ...C, text: { en: 'So do we.' } })];
    const [shown] = t.exercise.world.consultation.matters.get(matter)?.positions ?? [];
    expect(list(t, 'seat:b-lead')).toEqual([shown?.id]);
    expect(list(t, 'control')).toHaveLength(1);
    const added = t.ok('seat:b-lead', translate(b));
    expect(holders(t, added)).toEqual(holders(t, shown?.id ?? ''));
    t.ok('control', translate(c, { texts: ['우리도 같다.'] }));
    for (const viewer of ['seat:a-lead', 'seat:b-lead', 'seat:c-lead', 'control'])
      expect(texts(t, viewer, matter)).toEqual([BOTH, { en: 'So do we.', ko: '우리도 같다.' }]);
    expect([...list(t, 'seat:b-lead'), ...list(t, 'control')]).toEqual([]);
  });

  it('of a matter that was withdrawn is no more to be translated', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', 'council');
    const said = act(t, 'seat:b-lead', matter, 'view');
    act(t, 'seat:a-lead', matter, 'withdraw', { text: { en: 'No need.' } });
    expect(list(t, 'seat:b-lead')).toEqual([]);
    expect(t.refused('seat:b-lead', translate(said))).toBe('no-longer-stands');
    expect(list(t, 'seat:a-lead')).toHaveLength(1);
  });
});

describe('what else is said in a matter', () => {
  it('is on the list of its side: a statement, a reservation, a reason why time is asked for, a chair’s summary', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', 'council');
    const said = ['interpret', 'reserve', 'ask-time'].map((what) => act(t, 'seat:b-lead', matter, what));
    const summary = act(t, 'control', matter, 'summarise', C);
    expect(list(t, 'seat:b-lead').sort()).toEqual([...said].sort());
    // Control spoke for the chair.
    expect(list(t, 'control')).toEqual([summary]);
    for (const id of said) t.ok('seat:b-press', translate(id));
    t.ok('control', translate(summary));
    expect(texts(t, 'seat:a-press', matter)).toEqual([BOTH, BOTH, BOTH, BOTH]);
  });

  it('is its side’s though others are not told whose it is: what broke a silence they may keep for themselves, and add nothing', () => {
    const t = start();
    const matter = open(t, 'control', 'council', { procedure: 'silence', ...C });
    const said = act(t, 'seat:b-lead', matter, 'amend');
    expect(list(t, 'seat:b-press')).toEqual([said]);
    const other = t.seen('seat:a-lead').world;
    expect(mayTranslateThis(other, 'seat:a-lead', said)).toEqual({ for: 'us', lacks: ['ko'] });
    expect(mayTranslateThis(t.seen('control:a').world, 'control:a', said)).toEqual({ for: 'us', lacks: ['ko'] });
    expect(t.refused('seat:a-lead', translate(said))).toBe('not-your-text');
    const kept = t.ok('seat:a-lead', translate(said, { type: 'TranslateForUs' }));
    expect(holders(t, kept)).toEqual(['control', 'control:a', 'evaluators:a', 'seat:a-lead', 'seat:a-press']);
    expect(ownTranslations(t.seen('seat:a-press').world, said).map((o) => o.texts)).toEqual([[KO]]);
    const added = t.ok('seat:b-press', translate(said));
    expect(holders(t, added)).toEqual(holders(t, said));
    expect(JSON.stringify(t.record.find((r) => r.id === added)?.event)).not.toContain('seat:b');
  });

  it('is unknown to whoever does not sit at that table, like what never was', () => {
    const t = start();
    const matter = t.exercise.world.consultation.matters;
    t.ok('seat:a-lead', { type: 'OpenMatter', with: ['seat:c-lead'], title: 'x', text: 'x' });
    const said = act(t, 'control', [...matter.keys()][0] as Id, 'view', C);
    for (const type of ['Translate', 'TranslateForUs'])
      for (const of of [said, 'e00000000000000000000']) expect(t.refused('seat:b-lead', translate(of, { type }))).toBe('unknown');
  });
});

it('a decision is translated with the authority under which it was taken', () => {
  const t = start();
  const authority = { en: 'The head of government' };
  const decided = t.ok('seat:a-lead', { type: 'RecordDecision', title: { en: 'We warn' }, text: EN, authority });
  expect(t.refused('seat:a-lead', translate(decided, { title: '경고' }))).toBe('incomplete');
  t.ok('seat:a-lead', translate(decided, { title: '경고', texts: [KO, '정부 수반'] }));
  const card = t.seen('seat:a-press').world.consultation.decisions.get(decided)?.card;
  expect(card).toMatchObject({ title: { ko: '경고' }, text: BOTH, authority: { ...authority, ko: '정부 수반' } });
  expect(list(t, 'seat:a-lead')).toEqual([]);
});

describe('a text on the table that lacks a language', () => {
  it('waits with the side that tabled it, and gets it by a wording that all take, never beside the digest', () => {
    const t = start();
    const forum = [...t.exercise.world.consultation.forums.values()].find((f) => f.named?.scenario === 'group')?.id ?? '';
    const of = t.ok('seat:a-lead', { type: 'TableText', forum, title: { en: 'Notice' }, paragraphs: [EN, BOTH] });
    expect(list(t, 'seat:a-press')).toEqual([of]);
    for (const other of ['seat:b-lead', 'control']) expect(list(t, other)).toEqual([]);
    expect(mayTranslateThis(t.seen('seat:a-lead').world, 'seat:a-lead', of)).toBeUndefined();
    for (const seat of ['seat:a-lead', 'seat:b-lead'])
      for (const type of ['Translate', 'TranslateForUs']) expect(t.refused(seat, translate(of, { type, texts: [KO, KO] }))).toBe('word-it');
    const bracket = t.ok('seat:a-press', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: BOTH });
    expect(list(t, 'seat:a-lead')).toEqual([of]);
    t.ok('seat:b-lead', { type: 'TakeWording', bracket });
    expect(list(t, 'seat:a-lead')).toEqual([]);
  });

  it('that is agreed waits no more', () => {
    const t = start();
    const forum = [...t.exercise.world.consultation.forums.values()].find((f) => f.named?.scenario === 'group')?.id ?? '';
    const on = t.ok('seat:a-lead', { type: 'TableText', forum, title: 'Notice', paragraphs: [EN] });
    const matter = open(t, 'seat:a-lead', 'group', { procedure: 'consensus', on });
    act(t, 'seat:b-lead', matter, 'join', { text: undefined });
    expect(list(t, 'seat:a-lead')).toEqual([]);
  });
});
