import { describe, expect, it } from 'vitest';
import { findables, waiting } from '../exercise.ts';
import type { Id } from '../fact.ts';
import type { Scenario } from '../scenario.ts';
import { smallScenario } from '../testing/fixture.ts';
import { breaches } from '../testing/law/breaches.ts';
import { Table } from '../testing/table.ts';
import { actIn as act, AS_C as C, forumCalled as forum } from '../testing/two-forums.ts';

const MINUTE = 60_000;
const forums = [
  { id: 'group', name: 'The group', members: ['a', 'b'], chairs: ['a', 'b'] },
  { id: 'council', name: 'The council', members: ['a', 'b', 'c'], chairs: ['c'] },
];
type Rights = Readonly<Record<string, string[]>>;
/** The small exercise, with these rights and no others. */
function withRights(may: Rights): Scenario {
  const { parties, ...more } = smallScenario({ forums });
  const cells = (p: Scenario['parties'][number]) =>
    p.cells.map((c) => ({ ...c, seats: c.seats.map((s) => ({ ...s, may: (may[s.id] ?? []) as typeof s.may })) }));
  return { ...more, parties: parties.map((p) => ({ ...p, cells: cells(p) })) };
}
const start = (scenario: Scenario = smallScenario({ forums })): Table => new Table(scenario).start();
const asks = (more: object) => ({ type: 'OpenMatter', title: 'The notice', text: 'Do we warn?', due: 10 * MINUTE, ...more }) as never;
const open = (t: Table, seat: string, more: object): Id => {
  t.ok(seat, asks(more));
  return [...t.exercise.world.consultation.matters.keys()].at(-1) as Id;
};
const silence = (t: Table): Id => open(t, 'control', { forum: forum(t, 'council'), procedure: 'silence', ...C });
const told = (t: Table, type: string) => t.exercise.roster.viewers.filter((v) => t.seen(v).events.some((r) => r.event.type === type));

describe('a right', () => {
  it('to consult is not gained by asking others directly', () => {
    const t = start(withRights({ 'a-lead': ['consult'] }));
    expect(t.refused('seat:a-press', asks({ forum: forum(t, 'council') }))).toBe('may-not-consult');
    expect(t.refused('seat:a-press', asks({ with: ['seat:b-lead'] }))).toBe('may-not-consult');
    t.ok('seat:a-lead', asks({ with: ['seat:b-lead'] }));
  });

  it('to bind is not given to whom another side asks alone', () => {
    for (const rights of [{ 'b-lead': ['sign'] }, {}]) {
      const t = start(withRights(rights));
      for (const procedure of ['silence', 'ad-referendum', 'consensus'])
        expect(t.refused('seat:a-lead', asks({ with: ['seat:b-press'], procedure }))).toBe('nobody-binds');
      const matter = open(t, 'seat:a-lead', { with: ['seat:b-press', 'seat:b-lead'], procedure: 'ad-referendum' });
      expect(t.refused('seat:b-press', { type: 'ActInMatter', matter, act: 'agree' })).toBe('may-not-bind');
      act(t, 'seat:b-lead', matter, 'agree');
    }
  });

  it('to bind is not gained by a later matter in a forum that was founded to ask', () => {
    const t = start();
    const asked = open(t, 'seat:a-lead', { with: ['seat:b-press'] });
    const founded = t.exercise.world.consultation.matters.get(asked)?.forum;
    expect(t.refused('seat:a-lead', asks({ forum: founded, procedure: 'silence' }))).toBe('nobody-binds');
    act(t, 'seat:b-press', asked, 'view', { text: 'Yes.' });
  });

  it('to bind is needed to ask ad referendum: who asks so has agreed', () => {
    const t = start();
    const by = { forum: forum(t, 'group'), procedure: 'ad-referendum' };
    expect(t.refused('seat:a-press', asks(by))).toBe('may-not-bind');
    t.ok('seat:a-lead', asks(by));
  });

  it('to sit for a party is nobody’s of another, whatever a scenario says that was not checked', () => {
    const members = [{ party: 'a', seats: ['party:a', 'seat:b-lead'] }, 'c'];
    const t = start(smallScenario({ forums: [{ id: 'f', name: 'F', members, chairs: ['c', 'b'] }] }));
    expect(t.exercise.holds('seat:b-lead', forum(t, 'f'))).toBe(false);
    expect(t.exercise.world.consultation.forums.get(forum(t, 'f'))?.card.chairs).toEqual(['c']);
  });
});

describe('who is about to act', () => {
  it('is not told to the controllers of other sides by a card that was taken', () => {
    const t = start();
    for (const controller of ['control:a', 'control:c']) t.sit(controller);
    const card = silence(t);
    t.ok('control:b', { type: 'TakeCard', card });
    expect(told(t, 'CardTaken')).toEqual(['control', 'control:b']);
    expect(breaches(t.play())).toEqual([]);
  });

  it('has the card for itself: it goes back when its taker leaves, though another has taken it since', () => {
    const t = start();
    const card = silence(t);
    t.ok('control:b', { type: 'TakeCard', card });
    t.ok('control', { type: 'TakeCard', card });
    t.ok('control:b', { type: 'LeaveSeat' });
    expect(told(t, 'CardGivenBack')).toEqual(['control', 'control:b']);
    expect(breaches(t.play())).toEqual([]);
  });
});

describe('what is kept together', () => {
  it('is shown to nobody by withdrawing the matter', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', { forum: forum(t, 'council'), shown: 'together' });
    act(t, 'seat:b-lead', matter, 'view', { text: 'Between us.' });
    act(t, 'seat:a-lead', matter, 'withdraw');
    expect(JSON.stringify(t.seen('seat:a-lead').events)).not.toContain('Between us.');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is found by a search once it was shown, and not before', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', { forum: forum(t, 'council'), shown: 'together' });
    act(t, 'seat:b-lead', matter, 'view', { text: 'Between us.' });
    const found = () => JSON.stringify([...findables(t.seen('seat:a-lead').world)].map((f) => f.texts));
    expect(found()).not.toContain('Between us.');
    act(t, 'control', matter, 'summarise', { text: 'In sum.', ...C });
    expect(found()).toContain('Between us.');
    expect(found()).toContain('In sum.');
  });

  it('are positions: no silence and no signature', () => {
    const t = start();
    const under = { forum: forum(t, 'council'), procedure: 'silence', shown: 'together', ...C };
    expect(t.refused('control', asks(under))).toBe('not-together');
  });

  it('asks a side for the word of its capital, though it is not told that others have answered', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', { forum: forum(t, 'council'), procedure: 'ad-referendum', shown: 'together' });
    act(t, 'seat:b-lead', id, 'agree-ad-referendum');
    const list = (world = t.seen('seat:b-lead').world) => waiting(world, 'seat:b-lead', 0).filter((w) => w.id === id);
    expect(list()).toHaveLength(1);
    act(t, 'control', id, 'agree', C);
    expect(list()).toHaveLength(1);
    expect(list(t.exercise.world)).toEqual(list());
    act(t, 'seat:b-lead', id, 'confirm');
    expect(t.exercise.world.consultation.matters.get(id)?.closed?.outcome).toBe('agreed');
  });
});

describe('a text', () => {
  const table = (t: Table, paragraphs: string[]): Id =>
    t.ok('seat:a-lead', { type: 'TableText', forum: forum(t, 'group'), title: 'Line', paragraphs });
  const word = (t: Table, of: Id, more: object): Id => t.ok('seat:a-lead', { type: 'SetWording', of, version: 1, ...more } as never);

  it('keeps its words while sides are asked to agree to it ad referendum', () => {
    const t = start();
    const of = table(t, ['One.']);
    open(t, 'seat:a-lead', { forum: forum(t, 'group'), procedure: 'ad-referendum', on: of });
    const other = t.refused('seat:b-press', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: 'Two.' });
    expect(other).toBe('under-referendum');
  });

  it('has a new paragraph where it was worded, though the one before it has gone', () => {
    const t = start();
    const of = table(t, ['One.', 'Two.', 'Three.']);
    const added = word(t, of, { after: 'p2', words: 'New.' });
    const first = word(t, of, { after: 'start', words: 'First.' });
    for (const bracket of [word(t, of, { paragraph: 'p2' }), added, first]) t.ok('seat:b-lead', { type: 'TakeWording', bracket });
    const last = t.exercise.world.consultation.texts.get(of)?.versions.at(-1);
    expect(last?.paragraphs.map((p) => p.text)).toEqual(['First.', 'One.', 'New.', 'Three.']);
  });

  it('has no statement on a paragraph that it has not', () => {
    const t = start();
    const of = table(t, ['One.']);
    const matter = open(t, 'seat:a-lead', { forum: forum(t, 'group'), on: of });
    const states = (paragraph: string) => ({ type: 'ActInMatter', matter, act: 'interpret', text: 'We read it so.', paragraph }) as const;
    for (const paragraph of ['p2', '\u202Ep1', 'p1\u200B']) expect(t.refused('seat:b-lead', states(paragraph))).toBe('unknown');
    t.ok('seat:b-lead', states('p1'));
  });
});

describe('control’s hand', () => {
  it('is recorded where it drops a draft', () => {
    const t = start();
    const matter = open(t, 'seat:a-lead', { forum: forum(t, 'group') });
    const B = { speaker: 'seat:b-lead' };
    const draft = t.ok('control:b', { type: 'KeepPosition', matter, act: 'view', text: 'Perhaps.', ...B });
    const before = t.record.length;
    t.ok('control:b', { type: 'DropPosition', draft, ...B });
    expect(t.record.slice(before).map((r) => r.event.type)).toContain('ActedFor');
    expect(breaches(t.play())).toEqual([]);
  });

  it('that closes a matter has not opened it: the words stay their writer’s', () => {
    const t = start();
    t.ok('seat:a-lead', asks({ forum: forum(t, 'group'), title: { en: 'The notice' }, text: { en: 'Do we warn?' } }));
    const [of] = t.exercise.world.consultation.matters.keys();
    t.ok('seat:a-lead', { type: 'LeaveSeat' });
    act(t, 'control:a', of as Id, 'summarise', { text: 'In sum.', speaker: 'seat:a-lead' });
    const translates = { type: 'Translate', of, language: 'ko', title: '공지', texts: ['경고합니까?'] } as const;
    expect(t.refused('control:a', translates)).toBe('not-your-text');
    t.ok('seat:a-press', translates);
  });
});

describe('a jump', () => {
  it('stops before an agreement ad referendum: nobody could decline', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', { forum: forum(t, 'group'), procedure: 'ad-referendum', unconfirmed: 'stands' });
    act(t, 'seat:b-lead', id, 'agree-ad-referendum');
    expect(t.refused('control', { type: 'JumpClock', to: 20 * MINUTE })).toBe('stops-before');
    t.ok('control', { type: 'JumpClock', to: 20 * MINUTE, over: [id] });
    expect(t.exercise.world.consultation.matters.get(id)?.closed).toMatchObject({ outcome: 'agreed', jumped: true });
  });
});
