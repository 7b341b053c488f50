import { describe, expect, it } from 'vitest';
import { waiting } from '../exercise.ts';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { actIn as act, AS_C as C, forumCalled as forum, TWO_FORUMS } from '../testing/two-forums.ts';
import type { Matter } from './language.ts';

const MINUTE = 60_000;
const forums = [...TWO_FORUMS, { id: 'pair', name: 'Without B', members: ['a', { party: 'c', seats: ['seat:c-lead'] }], chairs: ['a'] }];
const start = (): Table => new Table(smallScenario({ forums, subjects: [{ id: 'measure', name: 'A visible measure' }] })).start();

const matters = (t: Table, viewer: string): Matter[] => [...t.seen(viewer).world.consultation.matters.values()];
const matter = (t: Table, id: Id): Matter => t.exercise.world.consultation.matters.get(id) as Matter;
const open = (t: Table, seat: string, more: object): Id =>
  t.ok(seat, { type: 'OpenMatter', title: 'The notice', text: 'Do we warn?', due: 10 * MINUTE, ...more } as never);
const refused = (t: Table, seat: string, id: Id, what: string, more: object = {}) =>
  t.refused(seat, { type: 'ActInMatter', matter: id, act: what, ...more } as never);
const silence = (t: Table, more: object = {}) => open(t, 'control', { forum: forum(t, 'council'), procedure: 'silence', ...C, ...more });
const ask = (t: Table, more: object = {}) => open(t, 'seat:a-lead', { forum: forum(t, 'council'), ...more });
const told = (t: Table, id: Id) => t.exercise.roster.viewers.filter((v) => t.exercise.holds(v, id)).sort();
const A = ['control', 'control:a', 'evaluators:a', 'seat:a-lead', 'seat:a-press'];
const B = ['control:b', 'evaluators:b', 'seat:b-lead', 'seat:b-press'];
const ALL = [...A, ...B, 'control:c', 'evaluators:c', 'seat:c-lead'].sort();

describe('a forum', () => {
  it('is a fact of its delegations, and of nobody else', () => {
    const t = start();
    expect(told(t, forum(t, 'pair'))).toEqual([...A, 'control:c', 'evaluators:c', 'seat:c-lead'].sort());
    expect(told(t, forum(t, 'council'))).toEqual(ALL);
  });

  it('that does not exist and one that is hidden have one answer', () => {
    const t = start();
    const no = (id: Id) => t.refused('seat:b-lead', { type: 'OpenMatter', forum: id, title: 'x', text: 'x' });
    expect(no(forum(t, 'pair'))).toBe('unknown');
    expect(no('e00000000000000000000')).toBe('unknown');
  });

  it('is founded by whoever asks somebody directly, chaired by the asker, and not told to the others of either side', () => {
    const t = start();
    const founded = t.ok('seat:a-lead', { type: 'OpenMatter', with: ['seat:c-lead'], title: 'x', text: 'How do you read it?' });
    expect(told(t, founded)).toEqual(['control', 'control:a', 'control:c', 'evaluators:a', 'evaluators:c', 'seat:a-lead', 'seat:c-lead']);
    expect(t.exercise.world.consultation.forums.get(founded)?.card.chairs).toEqual(['a']);
    expect(t.refused('seat:a-lead', { type: 'OpenMatter', with: ['seat:a-press'], title: 'x', text: 'x' })).toBe('own-side');
    expect(t.refused('seat:a-lead', { type: 'OpenMatter', with: ['control'], title: 'x', text: 'x' })).toBe('no-such-address');
    expect(t.refused('seat:a-lead', { type: 'OpenMatter', with: ['seat:no-such', 'seat:c-lead'], title: 'x', text: 'x' })).toBe(
      'no-such-address',
    );
  });
});

describe('a consultation', () => {
  it('is answered when all who were asked have given a position; the last closes it', () => {
    const t = start();
    const id = ask(t);
    act(t, 'seat:b-lead', id, 'view', { text: 'Yes.' });
    expect(matter(t, id).closed).toBeUndefined();
    act(t, 'control', id, 'no-instructions', C);
    expect(matter(t, id).closed?.outcome).toBe('answered');
  });

  it('refuses a second answer, the asker’s, one without words, one of a side that is not asked, and one after the end', () => {
    const t = start();
    const id = ask(t);
    expect(refused(t, 'seat:b-lead', id, 'view')).toBe('say-it');
    act(t, 'seat:b-lead', id, 'view', { text: 'Yes.' });
    expect(refused(t, 'seat:b-press', id, 'view', { text: 'No.' })).toBe('done-already');
    expect(refused(t, 'seat:a-press', id, 'view', { text: 'No.' })).toBe('not-asked');
    expect(refused(t, 'control:a', id, 'view', { text: 'No.', ...C })).toBe('no-such-sender');
    expect(refused(t, 'seat:b-press', id, 'view', { text: 'No.', ...C })).toBe('no-such-sender');
    act(t, 'seat:a-lead', id, 'withdraw');
    expect(refused(t, 'control', id, 'view', { text: 'x', ...C })).toBe('closed');
  });

  it('stays open after its time, and says so to all; an answer then is late', () => {
    const t = start();
    const id = ask(t);
    act(t, 'seat:b-lead', id, 'view', { text: 'Yes.' });
    t.wait(11);
    expect(matters(t, 'seat:c-lead')[0]?.overdue).toBeDefined();
    expect(waiting(t.seen('control').world, 'control', 11 * MINUTE).filter((w) => w.room === 'consultation')).toMatchObject([
      { kind: 'position', id, due: 10 * MINUTE, ifNothing: 'waits' },
    ]);
    act(t, 'control', id, 'view', { text: 'Late.', ...C });
    expect(matter(t, id).closed?.outcome).toBe('answered');
  });

  it('keeps together what it is to show together: to the chair and the own side until it closes, then to all', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', { forum: forum(t, 'council'), shown: 'together' });
    const given = act(t, 'seat:b-lead', id, 'view', { text: 'Between us.' });
    expect(told(t, given)).toEqual([...B, 'control', 'control:c', 'evaluators:c', 'seat:c-lead'].sort());
    expect(matters(t, 'seat:a-lead')[0]?.acts).toEqual([]);
    act(t, 'control', id, 'view', { text: 'Ours.', ...C });
    for (const viewer of ['seat:a-lead', 'seat:b-lead', 'seat:c-lead', 'control']) {
      const [seen] = matters(t, viewer);
      const all = [...(seen?.acts ?? []), ...(seen?.positions ?? [])].map((a) => `${a.party} ${JSON.stringify(a.text)}`);
      expect([...new Set(all)].sort()).toEqual(['b "Between us."', 'c "Ours."']);
      // All hold the same, whoever was told before.
      expect(seen?.positions.map((a) => a.party)).toEqual(['b', 'c']);
    }
  });

  it('is prolonged by its chair only, to a later time only, and while it is open only', () => {
    const t = start();
    const id = ask(t);
    const more = (seat: string, due: number, as: object = {}) => t.say(seat, { type: 'ProlongMatter', matter: id, due, ...as } as never);
    expect(more('seat:a-lead', 20 * MINUTE)).toMatchObject({ rejection: { code: 'not-the-chair' } });
    expect(more('control', 10 * MINUTE, C)).toMatchObject({ rejection: { code: 'no-later' } });
    expect(more('control', 20 * MINUTE, C)).toMatchObject({ ok: true });
    t.wait(11);
    expect(matter(t, id).overdue).toBeUndefined();
    act(t, 'seat:a-lead', id, 'withdraw');
    expect(more('control', 30 * MINUTE, C)).toMatchObject({ rejection: { code: 'closed' } });
  });

  it('may be drafted inside a side, which others do not learn', () => {
    const t = start();
    const id = ask(t);
    const draft = t.ok('seat:b-press', { type: 'KeepPosition', matter: id, act: 'view', text: 'Perhaps.' });
    expect(told(t, draft)).toEqual([...B, 'control'].sort());
    t.ok('seat:b-lead', { type: 'DropPosition', draft });
    expect(t.refused('seat:a-lead', { type: 'DropPosition', draft })).toBe('unknown');
  });
});

describe('silence', () => {
  it('is opened by a chair, with a time', () => {
    const t = start();
    const by = { forum: forum(t, 'council'), procedure: 'silence', title: 'x', text: 'x' };
    expect(t.refused('seat:a-lead', { type: 'OpenMatter', ...by, due: MINUTE })).toBe('not-the-chair');
    expect(t.refused('control', { type: 'OpenMatter', ...by, ...C })).toBe('say-until');
  });

  it('is broken by an amendment exactly at its expiry, and adopted a moment later without one; all are told at once', () => {
    const t = start();
    const broken = silence(t);
    t.wait(10);
    act(t, 'seat:b-lead', broken, 'amend', { text: 'Until further notice.' });
    expect(matter(t, broken).closed?.outcome).toBe('broken');
    const held = silence(t, { due: 20 * MINUTE });
    t.wait(11);
    expect(matter(t, held).closed?.outcome).toBe('adopted');
    expect(told(t, matter(t, held).closed?.src ?? '')).toEqual(ALL);
    expect(refused(t, 'seat:b-lead', held, 'object')).toBe('closed');
  });

  it('tells who broke it to the chair and its own side alone; the wording to all', () => {
    const t = start();
    const id = silence(t);
    act(t, 'seat:b-lead', id, 'amend', { text: 'Until further notice.' });
    const seen = (viewer: string) => matters(t, viewer)[0]?.acts[0];
    expect(seen('seat:a-lead')).toMatchObject({ text: 'Until further notice.', party: undefined, by: undefined });
    expect(seen('seat:a-lead')?.named).toBeUndefined();
    expect(seen('seat:c-lead')?.named).toMatchObject({ party: 'b', by: 'seat:b-lead' });
  });

  it('is settled inside a side, which may take it back; others do not learn, and nothing follows', () => {
    const t = start();
    const id = silence(t);
    const list = () => waiting(t.seen('seat:b-lead').world, 'seat:b-lead', 0).filter((w) => w.kind === 'silence');
    expect(list()).toMatchObject([{ id, due: 10 * MINUTE, ifNothing: 'agreed' }]);
    const draft = t.ok('seat:b-lead', { type: 'KeepPosition', matter: id, act: 'no-objection' });
    expect(list()).toEqual([]);
    expect(told(t, draft)).toEqual([...B, 'control'].sort());
    t.ok('seat:b-lead', { type: 'DropPosition', draft });
    expect(list()).toHaveLength(1);
  });

  it('is broken by a reservation not, and by those who may not bind their side not', () => {
    const t = start();
    const id = silence(t);
    act(t, 'seat:b-lead', id, 'reserve', { text: 'Except in our waters.' });
    expect(matter(t, id).closed).toBeUndefined();
    expect(refused(t, 'seat:b-press', id, 'object')).toBe('may-not-bind');
  });

  it('is not decided by an outage: killed a second before it ends, it waits after the restart, and may still be broken', () => {
    const t = start();
    const id = silence(t);
    t.wait(10 - 1 / 60);
    t.kill(t.wall);
    expect(matter(t, id).closed).toBeUndefined();
    act(t, 'seat:b-lead', id, 'object');
    expect(matter(t, id).closed?.outcome).toBe('broken');
  });
});

describe('a jump', () => {
  const jump = (t: Table, to: number, over: Id[] = []) => t.say('control', { type: 'JumpClock', to: to * MINUTE, over });

  it('stops before a silence, unless lead control lets it fall: then it is marked as passed by a jump', () => {
    const t = start();
    const id = silence(t);
    expect(jump(t, 15)).toMatchObject({ rejection: { code: 'stops-before' } });
    expect(jump(t, 10)).toMatchObject({ ok: true });
    act(t, 'seat:b-lead', id, 'reserve', { text: 'Still here.' });
    expect(jump(t, 15, [id])).toMatchObject({ ok: true });
    expect(matter(t, id).closed).toMatchObject({ outcome: 'adopted', jumped: true });
  });

  it('is free once lead control has carried the silence over', () => {
    const t = start();
    const id = silence(t);
    t.ok('control', { type: 'ProlongMatter', matter: id, due: 40 * MINUTE });
    expect(jump(t, 30)).toMatchObject({ ok: true });
    expect(matter(t, id).closed).toBeUndefined();
  });

  it('over three deadlines lets each fall in order, with what follows of it before the next', () => {
    const t = start();
    const ids = [3, 2, 1].map((minute) => silence(t, { due: minute * MINUTE }));
    jump(t, 5, ids);
    const closed = t.record.filter((r) => r.event.type === 'MatterClosed');
    expect(closed.map((r) => Math.floor(r.at / MINUTE))).toEqual([1, 2, 3]);
  });

  it('passes what only becomes late, and says that the jump passed it', () => {
    const t = start();
    const id = ask(t);
    expect(jump(t, 30)).toMatchObject({ ok: true });
    expect(matter(t, id).overdue).toMatchObject({ jumped: true });
  });
});

describe('consensus', () => {
  it('is reached when all have joined or abstained; the asker has joined by asking', () => {
    const t = start();
    const id = ask(t, { procedure: 'consensus' });
    act(t, 'seat:b-lead', id, 'join');
    act(t, 'control', id, 'abstain', C);
    expect(matter(t, id).closed?.outcome).toBe('agreed');
  });

  it('is concluded by the chair after its time over silence, and never over an objection', () => {
    const t = start();
    const id = ask(t, { procedure: 'consensus' });
    act(t, 'seat:b-lead', id, 'object', { text: 'No.' });
    expect(refused(t, 'control', id, 'conclude', C)).toBe('objection-stands');
    act(t, 'seat:b-lead', id, 'join');
    expect(refused(t, 'control', id, 'conclude', C)).toBe('not-due');
    t.wait(11);
    expect(refused(t, 'seat:a-lead', id, 'conclude')).toBe('not-the-chair');
    act(t, 'control', id, 'conclude', C);
    expect(matter(t, id).closed?.outcome).toBe('agreed');
  });
});

describe('between two sides', () => {
  it('there are statements, and no reservations', () => {
    const t = start();
    const id = open(t, 'seat:a-lead', { forum: forum(t, 'group') });
    expect(refused(t, 'seat:b-lead', id, 'reserve', { text: 'But.' })).toBe('no-reservations');
    act(t, 'seat:b-lead', id, 'interpret', { text: 'We read it so.' });
  });
});

describe('a text that is signed', () => {
  const table = (t: Table): Id =>
    t.ok('seat:a-lead', {
      type: 'TableText',
      forum: forum(t, 'group'),
      title: 'Line',
      paragraphs: ['One.', { en: 'Two.', ko: '둘이다.' }],
    });
  const text = (t: Table, id: Id) => t.exercise.world.consultation.texts.get(id);
  const digest = (t: Table, id: Id) => text(t, id)?.versions.at(-1)?.digest;
  const sign = (t: Table, of: Id) => open(t, 'seat:a-lead', { forum: forum(t, 'group'), procedure: 'joint-signature', on: of });

  it('is signed when one authorised seat of each side has signed the digest that stands', () => {
    const t = start();
    const of = table(t);
    const id = sign(t, of);
    act(t, 'seat:a-lead', id, 'sign', { on: digest(t, of) });
    expect(refused(t, 'seat:a-lead', id, 'sign', { on: digest(t, of) })).toBe('done-already');
    expect(refused(t, 'seat:b-lead', id, 'sign', { on: 'f'.repeat(64) })).toBe('other-text');
    expect(refused(t, 'seat:b-press', id, 'sign', { on: digest(t, of) })).toBe('may-not-bind');
    act(t, 'seat:b-lead', id, 'sign', { on: digest(t, of) });
    expect(matter(t, id).closed?.outcome).toBe('signed');
    const late = t.refused('seat:b-lead', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: 'Three.' });
    expect(late).toBe('text-closed');
  });

  it('is void by a Korean comma that both take, and not before', () => {
    const t = start();
    const of = table(t);
    const id = sign(t, of);
    const first = digest(t, of);
    act(t, 'seat:a-lead', id, 'sign', { on: first });
    const bracket = t.ok('seat:b-lead', { type: 'SetWording', of, version: 1, paragraph: 'p2', words: { en: 'Two.', ko: '둘,이다.' } });
    expect(digest(t, of)).toBe(first);
    t.ok('seat:a-lead', { type: 'TakeWording', bracket });
    expect(digest(t, of)).not.toBe(first);
    expect(refused(t, 'seat:b-lead', id, 'sign', { on: first })).toBe('other-text');
    act(t, 'seat:b-lead', id, 'sign', { on: digest(t, of) });
    expect(matter(t, id).closed).toBeUndefined();
    act(t, 'seat:a-lead', id, 'sign', { on: digest(t, of) });
    expect(matter(t, id).closed?.outcome).toBe('signed');
  });

  it('is not signed at its time, and binds nobody', () => {
    const t = start();
    const of = table(t);
    const id = sign(t, of);
    act(t, 'seat:a-lead', id, 'sign', { on: digest(t, of) });
    t.wait(11);
    expect(matter(t, id).closed?.outcome).toBe('not-signed');
  });

  it('asks a signatory to look at what was said after its signature, which it may acknowledge after the end, too', () => {
    const t = start();
    const of = table(t);
    const id = sign(t, of);
    act(t, 'seat:a-lead', id, 'sign', { on: digest(t, of) });
    act(t, 'seat:b-lead', id, 'interpret', { text: 'We read it so.', paragraph: 'p1' });
    act(t, 'seat:b-lead', id, 'sign', { on: digest(t, of) });
    const list = () => waiting(t.seen('seat:a-lead').world, 'seat:a-lead', 0).filter((w) => w.kind === 'statements');
    expect(list()).toHaveLength(1);
    act(t, 'seat:a-lead', id, 'note-statements');
    expect(list()).toEqual([]);
    expect(refused(t, 'seat:b-lead', id, 'note-statements')).toBe('nothing-new');
  });

  it('takes no silence while there are brackets, and none are set under it', () => {
    const t = start();
    const of = t.ok('control', { type: 'TableText', forum: forum(t, 'council'), title: 'Notice', paragraphs: ['One.'], ...C });
    const bracket = t.ok('seat:a-lead', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: 'Two.' });
    const under = {
      type: 'OpenMatter',
      forum: forum(t, 'council'),
      procedure: 'silence',
      title: 'x',
      text: 'x',
      on: of,
      due: 5 * MINUTE,
      ...C,
    };
    expect(t.refused('control', under as never)).toBe('still-brackets');
    expect(t.refused('seat:b-lead', { type: 'DropWording', bracket })).toBe('not-your-wording');
    t.ok('seat:a-lead', { type: 'DropWording', bracket });
    t.ok('control', under as never);
    expect(t.refused('seat:a-lead', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: 'Two.' })).toBe('under-silence');
  });

  it('is worded by each of three sides until one wording is left that all have taken', () => {
    const t = start();
    const of = t.ok('control', { type: 'TableText', forum: forum(t, 'council'), title: 'Notice', paragraphs: ['One.'], ...C });
    const word = (seat: string, words: string, more: object = {}) =>
      t.ok(seat, { type: 'SetWording', of, version: 1, paragraph: 'p1', words, ...more } as never);
    const take = (seat: string, bracket: Id, more: object = {}) => t.ok(seat, { type: 'TakeWording', bracket, ...more } as never);
    const ofA = word('seat:a-lead', 'Hour.');
    const ofC = word('control', 'Half.', C);
    take('seat:b-lead', ofA);
    take('seat:b-lead', ofC);
    expect(text(t, of)?.versions).toHaveLength(1);
    take('seat:a-lead', ofC);
    expect(text(t, of)?.versions.at(-1)).toMatchObject({ version: 2, paragraphs: [{ id: 'p1', text: 'Half.' }] });
    expect(text(t, of)?.brackets.find((b) => b.id === ofA)?.dropped).toMatchObject({ party: 'a' });
    expect(t.refused('seat:b-lead', { type: 'TakeWording', bracket: ofA })).toBe('no-longer-stands');
    expect(t.refused('seat:b-lead', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: 'x' })).toBe('other-text');
  });
});

describe('a decision', () => {
  const decide = (t: Table, more: object = {}) =>
    t.ok('seat:b-lead', { type: 'RecordDecision', title: 'Announce', text: 'We announce.', subject: 'measure', ...more } as never);

  it('is told to its own side, or to those of it who are named', () => {
    const t = start();
    expect(told(t, decide(t))).toEqual([...B, 'control'].sort());
    expect(told(t, decide(t, { to: ['seat:b-lead'] }))).toEqual(['control', 'control:b', 'evaluators:b', 'seat:b-lead']);
    expect(t.refused('seat:b-lead', { type: 'RecordDecision', title: 'x', text: 'x', to: ['party:a'] })).toBe('no-such-address');
    expect(t.refused('seat:b-lead', { type: 'RecordDecision', title: 'x', text: 'x', subject: 'other' })).toBe('no-such-subject');
  });

  it('is known to another side only that informs of it by a matter, without the decision itself', () => {
    const t = start();
    const decision = decide(t);
    const id = open(t, 'seat:b-lead', { forum: forum(t, 'group'), form: 'inform', basis: 'taken', decision });
    expect(t.exercise.holds('seat:a-lead', decision)).toBe(false);
    expect(matters(t, 'seat:a-lead').find((m) => m.id === id)?.informs).toBeUndefined();
    expect(matters(t, 'seat:b-press').find((m) => m.id === id)?.informs?.decision).toBe(decision);
  });
});
