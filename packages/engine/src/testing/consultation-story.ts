import type { Id } from '../fact.ts';
import type { Command } from '../world.ts';
import { FORUMS, SUBJECTS } from './consultation-acts.ts';
import { smallScenario } from './fixture.ts';
import { Table } from './table.ts';

type Said = { type: Command['type']; [field: string]: unknown };
const MINUTE = 60_000;
const C = { speaker: 'seat:c-lead' };

/** Of each side one of two who sit for it. */
const FEW = {
  id: 'few',
  name: 'Heads',
  members: [
    { party: 'a', seats: ['seat:a-lead'] },
    { party: 'b', seats: ['seat:b-lead'] },
    { party: 'c', seats: ['seat:c-lead'] },
  ],
  chairs: ['a'],
};

/** An exercise in which everything happens at every table that can: by hand, since chance comes by some of it seldom. */
export function consultationStory(): Table {
  const t = new Table(smallScenario({ forums: [...FORUMS, FEW], subjects: SUBJECTS, items: [] }));
  for (const seat of ['control', 'control:a', 'control:b', 'seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press']) t.sit(seat);
  t.start();
  const forum = (id: string): Id => [...t.exercise.world.consultation.forums.values()].find((f) => f.named?.scenario === id)?.id ?? '';
  const [both, all, apart] = [forum('f0'), forum('f1'), forum('f2')];
  const open = (seat: string, more: object): Id => {
    t.ok(seat, {
      type: 'OpenMatter',
      title: { en: `By ${seat} at ${t.record.length}` },
      text: { en: 'What do you say?' },
      ...more,
    } as Said);
    return [...t.exercise.world.consultation.matters.keys()].at(-1) as Id;
  };
  const act = (seat: string, matter: Id, what: string, more: object = {}): void =>
    void t.say(seat, { type: 'ActInMatter', matter, act: what, text: { en: `${what} by ${seat} at ${t.record.length}` }, ...more } as Said);
  const due = (minutes: number) => ({ due: t.exercise.now(t.wall) + minutes * MINUTE });

  decisions(t, both, open, due);
  positions(t, { both, all, apart }, open, act, due);
  silences(t, all, open, act, due);
  signatures(t, both, all, open, act, due);
  few(t, forum('few'), open, act, due);
  inKorean(t);
  return t;
}

type Open = (seat: string, more: object) => Id;
type Act = (seat: string, matter: Id, what: string, more?: object) => void;
type Due = (minutes: number) => { due: number };

/** Decided before asking, with and without colleagues; what is told of it, and to whom. */
function decisions(t: Table, both: Id, open: Open, due: Due): void {
  const record = (seat: string, more: object): Id =>
    t.ok(seat, { type: 'RecordDecision', title: { en: `Decided by ${seat}` }, text: { en: 'We announce.' }, ...more } as Said);
  const asked = open('seat:a-lead', { forum: both, subject: 'measure', ...due(30) });
  const ours = record('seat:b-lead', { subject: 'measure', after: [asked], authority: { en: 'The head of government' } });
  const few = record('seat:a-press', { to: ['seat:a-press'], happened: 0, after: [asked] });
  record('control', C);
  open('seat:b-lead', { forum: both, form: 'inform', basis: 'taken', decision: ours, ...due(30) });
  open('seat:a-press', { forum: both, form: 'inform', basis: 'taken', decision: few, ...due(30) });
  t.ok('control', { type: 'SetSubject', decision: few, subject: 'measure' });
  t.ok('control', { type: 'SetSubject', decision: few });
  for (const thing of [ours, few, asked])
    for (const seat of ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press', 'control'])
      t.say(seat, {
        ...{ type: 'Translate', of: thing, language: 'ko', title: `제목, ${seat}` },
        texts: ['본문이다.', ...(thing === ours ? ['정부 수반'] : [])],
      });
}

/** What was said in matters so far, in one language more: tried by each side, for all, and kept for itself. */
function inKorean(t: Table): void {
  for (const { acts, positions, closed } of [...t.exercise.world.consultation.matters.values()])
    for (const of of [...acts, ...positions].map((a) => a.id).concat(closed ? [closed.src] : []))
      for (const [seat, type] of [
        ['seat:a-press', 'Translate'],
        ['seat:b-lead', 'Translate'],
        ['control', 'Translate'],
        ['seat:a-lead', 'TranslateForUs'],
      ] as const)
        t.say(seat, { type, of, language: 'ko', texts: [`우리말, ${seat}`] });
}

/** As they come and together, in every forum and in two that are founded; drafts, late ones, time asked for and given. */
function positions(t: Table, { both, all, apart }: Record<'both' | 'all' | 'apart', Id>, open: Open, act: Act, due: Due): void {
  const together = open('seat:a-lead', { forum: all, shown: 'together', ...due(5) });
  const founded = open('seat:b-press', { with: ['seat:a-lead', 'cell:b-cell', 'seat:c-lead'], procedure: 'notification', ...due(5) });
  const pair = open('seat:a-press', { forum: apart, shown: 'together', ...due(5) });
  const consensus = open('control', { forum: all, procedure: 'consensus', shown: 'together', ...due(4), ...C });
  const draft = t.ok('seat:b-press', { type: 'KeepPosition', matter: together, act: 'view', text: 'Perhaps.' });
  t.say('seat:a-lead', { type: 'DropPosition', draft });
  t.ok('seat:b-lead', { type: 'DropPosition', draft });
  t.ok('control', { type: 'KeepPosition', matter: consensus, act: 'join', text: 'Our own.', ...C });
  for (const matter of [together, founded, pair, consensus]) {
    act('seat:b-lead', matter, 'ask-time');
    act('seat:a-lead', matter, 'reserve');
  }
  act('seat:b-press', together, 'view');
  inKorean(t);
  act('seat:b-lead', consensus, 'object');
  act('seat:a-lead', consensus, 'no-instructions');
  act('control', consensus, 'conclude', C);
  act('seat:a-lead', founded, 'acknowledge');
  t.ok('control', { type: 'ProlongMatter', matter: consensus, ...due(8), ...C });
  t.ok('control', { type: 'ProlongMatter', matter: founded, ...due(20) });
  t.wait(6);
  act('control', together, 'no-instructions', C);
  act('control', pair, 'view', C);
  act('seat:b-lead', consensus, 'join');
  t.wait(4);
  act('control', consensus, 'conclude', C);
  act('control', founded, 'acknowledge', C);
  const closed = open('seat:a-lead', { forum: both, ...due(5) });
  act('seat:b-lead', closed, 'summarise');
  act('seat:a-lead', open('seat:a-lead', { forum: both, ...due(5) }), 'withdraw');
  const later = open('seat:a-lead', { forum: all, procedure: 'ad-referendum', ...due(5) });
  act('seat:b-lead', later, 'agree-ad-referendum');
  act('control', later, 'agree', C);
  act('seat:b-lead', later, 'confirm');
  act('control', open('control', { forum: all, procedure: 'consensus', ...due(5), ...C }), 'take-note', C);
}

/** Broken by each side, the chair’s too, held, and passed by a jump. */
function silences(t: Table, all: Id, open: Open, act: Act, due: Due): void {
  const silence = (minutes: number): Id => open('control', { forum: all, procedure: 'silence', ...due(minutes), ...C });
  act('seat:b-lead', silence(5), 'amend');
  act('seat:a-lead', silence(5), 'object');
  act('control', silence(5), 'amend', C);
  const held = silence(2);
  const settled = t.ok('seat:b-lead', { type: 'KeepPosition', matter: held, act: 'no-objection' });
  t.ok('seat:b-press', { type: 'DropPosition', draft: settled });
  act('seat:a-lead', held, 'reserve');
  t.wait(3);
  const jumped = silence(2);
  t.say('control', { type: 'JumpClock', to: t.exercise.now(t.wall) + 5 * MINUTE });
  t.ok('control', { type: 'JumpClock', to: t.exercise.now(t.wall) + 5 * MINUTE, over: [jumped] });
}

/** A text from two brackets to a signature that a comma makes void; one that three sides word. */
function signatures(t: Table, both: Id, all: Id, open: Open, act: Act, due: Due): void {
  const table = (seat: string, forum: Id, more: object = {}): Id =>
    t.ok(seat, { type: 'TableText', forum, title: `Text of ${seat}`, paragraphs: [{ en: 'One.', ko: '하나.' }, 'Two.'], ...more } as Said);
  const word = (seat: string, of: Id, paragraph: string, more: object = {}): Id => {
    const version = t.exercise.world.consultation.texts.get(of)?.versions.length ?? 1;
    return t.ok(seat, { type: 'SetWording', of, version, paragraph, words: `Words of ${seat} at ${t.record.length}`, ...more } as Said);
  };
  const take = (seat: string, bracket: Id, more: object = {}) => void t.say(seat, { type: 'TakeWording', bracket, ...more } as Said);
  const digest = (of: Id) => t.exercise.world.consultation.texts.get(of)?.versions.at(-1)?.digest;

  const of = table('seat:a-lead', both);
  t.ok('seat:b-lead', { type: 'KeepWording', of, paragraph: 'p1', words: 'Ours, not yet.' });
  const mine = word('seat:a-lead', of, 'p1');
  const theirs = word('seat:b-lead', of, 'p1');
  take('seat:a-lead', theirs);
  take('seat:b-press', mine);
  const matter = open('seat:b-lead', { forum: both, procedure: 'joint-signature', on: of, ...due(20) });
  act('seat:b-lead', matter, 'sign', { on: digest(of) });
  act('seat:a-lead', matter, 'interpret', { paragraph: 'p1' });
  act('seat:b-lead', matter, 'note-statements');
  take('seat:b-lead', word('seat:a-lead', of, 'p2'));
  for (const seat of ['seat:a-lead', 'seat:b-lead']) {
    t.ok(seat, { type: 'CertifyLanguages', of, digest: digest(of) });
    act(seat, matter, 'sign', { on: digest(of) });
  }
  const three = table('control', all, C);
  const first = word('seat:a-lead', three, 'p1');
  take('seat:b-lead', first);
  t.ok('seat:a-lead', { type: 'DropWording', bracket: first });
  const added = word('control', three, '', { after: 'p2', ...C });
  for (const seat of ['seat:a-press', 'seat:b-lead']) take(seat, added);
  const refused = open('seat:a-lead', { forum: both, procedure: 'joint-signature', on: table('seat:b-lead', both), ...due(5) });
  act('seat:b-lead', refused, 'refuse');
}

/** Where one of two sits for a side; and what is refused: other seats’ voices, addresses of nobody. */
function few(t: Table, forum: Id, open: Open, act: Act, due: Due): void {
  const matter = open('seat:b-lead', { forum, shown: 'together', ...due(5) });
  const draft = t.ok('seat:a-lead', { type: 'KeepPosition', matter, act: 'view', text: 'Ours.' });
  t.ok('seat:a-lead', { type: 'DropPosition', draft });
  act('seat:a-lead', matter, 'view');
  act('control', matter, 'view', C);
  const silence = open('seat:a-lead', { forum, procedure: 'silence', ...due(5) });
  act('control', silence, 'object', C);
  const of = t.ok('seat:a-lead', { type: 'TableText', forum, title: 'Short', paragraphs: ['One.'] });
  const bracket = t.ok('seat:b-lead', { type: 'SetWording', of, version: 1, paragraph: 'p1', words: 'Two.' });
  t.ok('seat:b-lead', { type: 'DropWording', bracket });
  const decision = t.ok('seat:b-lead', { type: 'RecordDecision', title: 'Ours', text: 'We go.', to: ['seat:b-lead'] });
  open('seat:b-lead', { forum, form: 'inform', basis: 'taken', decision, ...due(5) });
  const ask = (seat: string, more: object): void =>
    void t.say(seat, { type: 'OpenMatter', title: 'Refused', text: 'Refused.', ...more } as Said);
  ask('seat:a-lead', { forum, speaker: 'seat:b-lead' });
  ask('seat:a-lead', { forum, speaker: 'seat:c-lead' });
  ask('control:a', { forum, speaker: 'seat:a-lead' });
  ask('control:b', { forum, speaker: 'seat:a-lead' });
  ask('control', { forum, speaker: 'seat:b-lead' });
  ask('control', { forum });
  ask('control:a', { forum, speaker: 'seat:no-such' });
  ask('seat:a-lead', { with: ['seat:no-such', 'seat:b-lead'] });
  ask('seat:a-lead', { with: ['seat:b-lead'] });
  for (const to of ['everyone', 'public', 'control:b', 'evaluators:b', 'party:no-such', 'seat:no-such', 'entity:wire']) {
    ask('seat:a-lead', { with: [to] });
    t.say('seat:b-lead', { type: 'RecordDecision', title: 'Refused', text: 'Refused.', to: [to] });
  }
  t.say('seat:b-lead', { type: 'RecordDecision', title: 'Refused', text: 'Refused.', to: ['control:b', 'seat:a-lead'] });
  t.ok('seat:b-lead', { type: 'LeaveSeat' });
  t.ok('control:b', { type: 'RecordDecision', title: 'For an empty seat', text: 'We go.', speaker: 'seat:b-lead' });
}
