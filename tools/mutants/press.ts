import type { Table } from '@entente/engine/testing';
import { PRESS } from '../../packages/engine/src/testing/press.ts';
import { seated, setting } from './setting.ts';

/** Stories of what is said in public: press desks with several who speak and clear, forums in which not all of a side sit. */
export const PUBLIC: Readonly<Record<string, () => void>> = {
  cleared: () => cleared(),
  lapsed: () => lapsed(),
  spoken: () => spoken(),
  agreed: () => agreed(),
  jointly: () => jointly(),
  conferences: () => conferences(),
  brought: () => brought(),
  'nobody at the desk': () => unmanned(),
};

const MINUTE = 60_000;
type More = Record<string, unknown>;
const FORUMS = [{ id: 'both', name: 'Both', members: [{ party: 'a', seats: ['seat:a-lead', 'seat:a-press'] }, 'b'], chairs: ['a', 'b'] }];
const CLEARERS = ['seat:a-lead', 'seat:a-desk'];
const desk = (more: More = {}): object => ({ party: 'a', clearers: CLEARERS, each: 'PT5M', languages: ['en'], ...more });

/** The setting with the press of the tests; nobody in B clears. `more`: sections in place of those. */
function press(more: More = {}): Table {
  return seated({
    ...PRESS,
    statements: [],
    reports: [],
    questions: [],
    posts: { on: false, every: 'PT2M', list: [1, 2, 3].map((n) => ({ by: 'people', text: `Post ${n}` })) },
    press: [desk()],
    forums: FORUMS,
    ...more,
  });
}

interface Desk {
  readonly table: Table;
  readonly draft: string;
}
function asked(table: Table, more: More = {}, seat = 'seat:a-press'): Desk {
  const draft = table.ok(seat, { type: 'DraftStatement', ...more });
  table.ok(seat, { type: 'WordDraft', draft, language: 'en', text: 'We plan.', claims: [{ topic: 'planning', stance: 'affirmed' }] });
  table.ok(seat, { type: 'AskClearance', draft, language: 'en' });
  return { table, draft };
}
const clear = ({ table, draft }: Desk, seat: string, more: More = {}): string =>
  table.ok(seat, { type: 'ClearDraft', draft, language: 'en', act: 'clear', ...more });
const say = (table: Table, seat: string, text: string, more: More = {}): string => table.ok(seat, { type: 'Speak', text, ...more });
const line = (table: Table, name: string): string => {
  for (const { id, named } of table.exercise.world.statements.lines.values()) if (named?.scenario === name) return id;
  throw new Error(`no line ${name}`);
};

/** Drafts cleared one after the other and at once, with edits, objections, prolonged, set aside, published on and off the record. */
function cleared(): void {
  const table = press();
  const first = asked(table, { due: 30 * MINUTE });
  clear(first, 'seat:a-lead');
  clear(first, 'seat:a-desk', { act: 'clear-with-edits', text: 'We plan together.', reason: 'Clearer.' });
  table.ok('seat:a-lead', { type: 'NoteEdit', draft: first.draft, language: 'en' });
  table.refused('seat:a-watch', { type: 'PublishDraft', draft: first.draft });
  const said = table.ok('seat:a-press', { type: 'PublishDraft', draft: first.draft });
  const second = asked(table, { corrects: said, line: line(table, 'communique'), venue: 'At the door' });
  clear(second, 'seat:a-lead', { act: 'object', reason: 'Not so.' });
  table.ok('seat:a-press', { type: 'WordDraft', draft: second.draft, language: 'en', text: 'We go on.' });
  table.ok('seat:a-press', { type: 'ProlongClearance', draft: second.draft, language: 'en', due: 50 * MINUTE });
  table.ok('control', { type: 'ProlongClearance', draft: second.draft, language: 'en', due: 60 * MINUTE });
  for (const seat of CLEARERS) clear(second, seat);
  table.ok('seat:a-press', { type: 'PublishDraft', draft: second.draft });
  for (const more of [{ attribution: 'background' }, { attribution: 'off-record', outlet: 'entity:wire' }]) {
    const draft = asked(table, more);
    for (const seat of CLEARERS) clear(draft, seat);
    table.ok('seat:a-press', { type: 'PublishDraft', draft: draft.draft });
  }
  const dropped = asked(table);
  clear(dropped, 'seat:a-lead', { act: 'clear-with-edits', text: 'No plans.', claims: [{ topic: 'planning', stance: 'denied' }] });
  table.ok('seat:a-press', { type: 'DropStatementDraft', draft: dropped.draft });
  const question = table.ok('control', { type: 'PutQuestion', speaker: 'entity:wire', to: ['party:a'], text: 'Which is it?' });
  const answers = asked(table, { question });
  for (const seat of CLEARERS) clear(answers, seat);
  table.ok('seat:a-press', { type: 'PublishDraft', draft: answers.draft });
  for (const seat of ['seat:b-press', 'seat:a-watch', 'control:a', 'control'])
    for (const type of ['NoteEdit', 'AskClearance'] as const) table.say(seat, { type, draft: second.draft, language: 'en' });
  const free = table.ok('seat:b-press', { type: 'DraftStatement' });
  table.ok('seat:b-press', { type: 'WordDraft', draft: free, language: 'en', text: 'We, too.' });
  table.say('seat:b-press', { type: 'WordDraft', draft: free, language: 'ko', text: '우리도.' });
  table.say('seat:b-press', { type: 'PublishDraft', draft: free });
  forOthers(table);
}

/** Control at the desk of a party that it plays, and at an empty seat of a party’s. */
function forOthers(table: Table): void {
  const of = { speaker: 'seat:c-press' };
  const draft = table.ok('control', { type: 'DraftStatement', ...of });
  table.ok('control', { type: 'WordDraft', draft, language: 'en', text: 'C plans.', ...of });
  table.say('control', { type: 'PublishDraft', draft, ...of });
  say(table, 'control', 'C says more.', of);
  table.ok('seat:b-press', { type: 'LeaveSeat' });
  const theirs = { speaker: 'seat:b-press' };
  say(table, 'control:b', 'B by its control.', theirs);
  const empty = table.ok('control:b', { type: 'DraftStatement', ...theirs });
  table.ok('control:b', { type: 'WordDraft', draft: empty, language: 'en', text: 'B drafts.', ...theirs });
  table.ok('control:b', { type: 'DropStatementDraft', draft: empty, ...theirs });
}

/** Time passes over clearers: it blocks, goes on to the next and up, or clears; or a jump lets it fall. */
function lapsed(): void {
  for (const more of [{}, { expired: 'passes-up', up: 'seat:a-watch' }, { expired: 'clears' }, { order: 'parallel' }]) {
    const table = press({ press: [desk(more), { party: 'b', clearers: ['seat:b-lead', 'seat:b-watch'], languages: ['en'] }] });
    const draft = asked(table);
    const theirs = asked(table, {}, 'seat:b-press');
    table.wait(5.2);
    table.wait(6);
    for (const seat of ['seat:a-watch', 'seat:a-lead', 'seat:a-desk'])
      table.say(seat, { type: 'ClearDraft', draft: draft.draft, language: 'en', act: 'clear' });
    table.say('seat:a-press', { type: 'PublishDraft', draft: draft.draft });
    table.say('control', { type: 'JumpClock', to: 40 * MINUTE, over: [theirs.draft] });
  }
}

/** What is said without a draft, on and off the record; questions to seats, cells and parties; reports; codings and judgements. */
function spoken(): void {
  const table = press({ press: [] });
  const put = (to: string[], more: More = {}): string =>
    table.ok('control', { type: 'PutQuestion', speaker: 'entity:wire', to, text: `Which of ${to.join(' ')}?`, ...more });
  const forSeat = put(['seat:a-press'], { due: 20 * MINUTE });
  const forCell = put(['cell:b-out'], { venue: 'At the door' });
  put(['party:d']);
  table.refused('control', { type: 'PutQuestion', speaker: 'entity:wire', to: ['party:d', 'seat:b-press'], text: 'Both?' });
  for (const to of ['everyone', 'public', 'observers', 'control:a', 'evaluators', 'entity:wire', 'party:c', 'seat:no-such'])
    for (const seat of ['control', 'control:a']) table.say(seat, { type: 'PutQuestion', speaker: 'entity:wire', to: [to], text: 'You?' });
  table.say('control:a', { type: 'PutQuestion', speaker: 'entity:daily', to: ['party:a'], text: 'And you?' });
  const dropped = put(['party:a']);
  table.ok('control', { type: 'DropQuestion', question: dropped, speaker: 'entity:wire' });
  const no = say(table, 'seat:b-press', 'No.', { claims: [{ topic: 'drills', stance: 'denied', term: 'exercise' }], question: forCell });
  const aside = say(table, 'seat:a-press', 'Well.', { attribution: 'off-record', outlet: 'entity:wire', question: forSeat });
  const secret = say(table, 'seat:b-press', 'We go on.', {
    attribution: 'background',
    claims: [{ topic: 'planning', stance: 'affirmed' }],
  });
  const line1 = say(table, 'seat:a-press', 'We plan together.', { line: line(table, 'communique'), corrects: aside });
  const head = say(table, 'control', 'We plan.', { speaker: 'entity:a-head' });
  say(table, 'seat:b-press', 'Not quite.', { corrects: no, asked: { by: 'entity:daily', text: 'Really?' } });
  say(table, 'seat:b-press', 'Off, again.', { attribution: 'off-record', outlet: 'entity:daily' });
  const report = (speaker: string, reads: string[], more: More = {}): string =>
    table.ok('control', { type: 'PublishReport', speaker, title: `By ${speaker}`, reads, ...more });
  const heard = report('entity:wire', [aside, no, secret], { claims: [{ topic: 'planning', stance: 'denied' }] });
  table.refused('control', { type: 'PublishReport', speaker: 'entity:daily', title: 'X', reads: [aside] });
  const post = report('entity:people', [heard, line1], { text: 'They argue.' });
  report('entity:wire', [heard], { corrects: heard });
  table.say('control:a', { type: 'PublishReport', speaker: 'entity:wire', title: 'Of A’s control', reads: [no] });
  table.say('seat:a-press', { type: 'Speak', text: 'The report is wrong.', corrects: heard });
  for (const said of [no, aside, secret, line1, head, heard, post]) {
    table.say('control', { type: 'CodeSaid', said, claims: [{ topic: 'planning', stance: said === no ? 'denied' : 'affirmed' }] });
    for (const seat of ['seat:a-press', 'seat:b-press', 'seat:a-watch', 'control:a'])
      table.say(seat, { type: 'KeepReading', said, claims: [{ topic: 'planning', stance: 'open' }] });
    table.say('control', { type: 'KeepReading', said, claims: [], speaker: 'seat:c-press' });
  }
  for (const [said, other] of [
    [no, head],
    [head, no],
    [no, line1],
    [heard, no],
    [heard, secret],
  ])
    for (const flag of ['contradictory', 'ambiguous', 'misquotation', 'inference'])
      table.say('control', { type: 'JudgeFlag', said, with: other, flag, right: true });
  for (const to of [
    ['seat:a-lead'],
    ['cell:b-ops'],
    ['control:a'],
    ['entity:a'],
    ['control'],
    ['observers'],
    ['party:d'],
    ['everyone'],
    ['public'],
    ['party:c', 'seat:b-press'],
  ])
    for (const seat of ['control', 'control:b']) table.say(seat, { type: 'TellPair', term: 'exercise', to });
  table.ok('control', { type: 'EndExercise' });
  table.ok('control', { type: 'ReleaseCodings' });
}

const forumOf = (table: Table): string => [...table.exercise.world.consultation.forums.keys()][0] as string;
type Propose = 'ProposeLine' | 'ProposeMeaning' | 'ProposePublicity' | 'ProposeJoint';
function propose(table: Table, type: Propose, more: More, conclude = true): string {
  const matter = table.ok('seat:a-lead', { type, forum: forumOf(table), procedure: 'consensus', due: 30 * MINUTE, ...more });
  const acts: [string, string][] = [
    ['seat:b-lead', 'join'],
    ['seat:a-lead', 'join'],
    ['seat:a-lead', 'conclude'],
  ];
  if (conclude) for (const [seat, act] of acts) table.say(seat, { type: 'ActInMatter', matter, act });
  else table.ok('seat:a-lead', { type: 'ActInMatter', matter, act: 'withdraw' });
  return matter;
}
const CLAIMS = [{ topic: 'planning', stance: 'affirmed' }];

/** A line, a meaning, publicity: agreed by two sides of which one has but some of its seats there; or not agreed. */
function agreed(): void {
  const table = press({ press: [] });
  propose(table, 'ProposeLine', { name: 'Joint line', text: 'We plan.', claims: CLAIMS, until: 90 * MINUTE });
  propose(table, 'ProposeLine', { name: 'No line', text: 'We say nothing.' }, false);
  propose(table, 'ProposeMeaning', { term: 'exercise', text: 'Forces in the field only' });
  propose(table, 'ProposePublicity', { topic: 'drills', announce: false, text: 'Nothing of drills.' });
  for (const more of [{ with: ['party:b'] }, { with: ['seat:b-press', 'seat:d-lead'] }])
    table.say('seat:a-press', { type: 'ProposeLine', name: 'Another', text: 'We go on.', due: 40 * MINUTE, ...more });
  table.say('control', {
    type: 'ProposeLine',
    name: 'C’s',
    text: 'C goes on.',
    with: ['party:a'],
    speaker: 'seat:c-lead',
    due: 40 * MINUTE,
  });
  for (const [lines] of table.exercise.world.statements.lines)
    for (const seat of ['seat:a-press', 'seat:b-press', 'seat:d-press'])
      table.say(seat, { type: 'Speak', text: 'We plan.', line: lines, claims: [{ topic: 'drills', stance: 'affirmed' }] });
}

/** Joint statements: at their time, by the last hand, early, under embargo. */
function jointly(): void {
  const table = press({ press: [] });
  const joint = (title: string, release: number, more: More = {}): string => {
    propose(table, 'ProposeJoint', { title, text: `${title} of us.`, release: release * MINUTE, due: 5 * MINUTE, ...more });
    return [...table.exercise.world.statements.joints.keys()].at(-1) as string;
  };
  const timely = joint('In time', 20, { claims: CLAIMS });
  const late = joint('Late', 20, { claims: CLAIMS });
  const early = joint('Early', 40, { claims: CLAIMS });
  const voiced = joint('By a voice', 40, { claims: CLAIMS });
  for (const seat of ['seat:a-press', 'seat:b-press']) table.ok(seat, { type: 'GiveHand', joint: timely });
  table.ok('seat:a-press', { type: 'GiveHand', joint: late });
  table.ok('seat:b-press', { type: 'GiveUnderEmbargo', joint: timely, outlets: ['entity:wire', 'entity:daily'] });
  table.ok('control', { type: 'PublishReport', speaker: 'entity:wire', title: 'They will say', reads: [timely] });
  table.ok('seat:b-press', { type: 'ReleaseEarly', joint: early });
  for (const seat of ['seat:d-press', 'seat:b-watch', 'control', 'control:b'])
    for (const type of ['GiveHand', 'ReleaseEarly'] as const) table.say(seat, { type, joint: early });
  table.wait(21);
  table.ok('seat:b-press', { type: 'LeaveSeat' });
  table.ok('control:b', { type: 'GiveHand', joint: late, speaker: 'seat:b-press' });
  table.ok('control:b', { type: 'GiveUnderEmbargo', joint: early, outlets: ['entity:daily'], speaker: 'seat:b-press' });
  table.ok('control:b', { type: 'ReleaseEarly', joint: voiced, speaker: 'seat:b-press' });
}

/** A side of which nobody may speak or clears: all of it stand at its press desk. */
function unmanned(): void {
  const parties = JSON.parse(JSON.stringify(setting().parties).replaceAll('"speak"', '"release"')) as { id: string }[];
  const table = press({ parties: parties.map((p) => (p.id === 'd' ? p : setting().parties.find(({ id }) => id === p.id))), press: [] });
  const question = table.ok('control', { type: 'PutQuestion', speaker: 'entity:wire', to: ['seat:d-lead'], text: 'Which is it?' });
  table.refused('seat:d-lead', { type: 'Speak', text: 'Both.', question });
  const said = say(table, 'seat:a-press', 'We plan.');
  for (const seat of ['seat:d-lead', 'seat:d-watch']) table.ok(seat, { type: 'KeepReading', said, claims: CLAIMS });
  table.ok('control', { type: 'DropQuestion', question, speaker: 'entity:wire' });
}

/** Conferences of one side and of several, with a queue; posts. */
function conferences(): void {
  const table = press();
  const both = table.ok('control', {
    type: 'OpenConference',
    title: 'Briefing',
    venue: 'Hall',
    hosts: ['seat:a-press', 'seat:b-press'],
  });
  const own = table.ok('seat:a-press', { type: 'OpenConference', title: 'Ours', hosts: ['seat:a-press'], until: 30 * MINUTE });
  const played = table.ok('control', { type: 'OpenConference', title: 'C’s', hosts: ['seat:c-press'], speaker: 'seat:c-press' });
  for (const conference of [both, own, played]) {
    const queue = (speaker: string): string =>
      table.ok('control', { type: 'QueueQuestion', conference, speaker, text: `${speaker}: which is it?` });
    const waits = [queue('entity:wire'), queue('entity:daily'), queue('entity:wire')];
    table.say('control:a', { type: 'QueueQuestion', conference, speaker: 'entity:daily', text: 'Of A’s control?' });
    for (const [n, queued] of waits.entries()) {
      const caller = conference === played ? 'control' : n === 0 ? 'seat:a-press' : 'control';
      const answer = table.say(caller, { type: 'CallQuestion', queued, ...(conference === played ? { speaker: 'seat:c-press' } : {}) });
      const [question] = answer.ok ? answer.events : [];
      for (const seat of ['seat:a-press', 'seat:b-press'])
        table.say(seat, { type: 'Speak', text: `${seat}: both.`, ...(question === undefined ? {} : { question }) });
    }
    const [open] = [...table.exercise.world.statements.questions.values()].filter((q) => q.to.includes('public') && !q.dropped).slice(-1);
    if (open) table.say('control', { type: 'DropQuestion', question: open.id, speaker: open.by });
    table.say('seat:a-press', { type: 'Speak', text: 'One more thing.', conference });
    table.say(conference === played ? 'control' : 'seat:a-press', { type: 'CloseConference', conference });
  }
  table.ok('control', { type: 'SwitchPosts', on: true });
  table.wait(3);
  table.ok('control', { type: 'SwitchPosts', on: true, every: MINUTE });
  table.wait(5);
}

/** Rows that bring a statement, reports that read and correct, and questions, to the public and to few; that tell of a pair. */
function brought(): void {
  const at = (n: number): string => `PT${n}M`;
  const row = (id: string, to: string[], n: number, more: More = {}): object => ({
    id,
    title: id,
    text: `Text of ${id}.`,
    to,
    at: at(n),
    ...more,
  });
  const table = press({
    injects: [
      row('interview', ['public'], 1, { from: 'daily', says: 'interview' }),
      row('few', ['seat:a-lead', 'cell:b-ops'], 2, { says: 'whisper' }),
      row('story', ['public'], 3, { says: 'story' }),
      row('fewer', ['cell:a-out', 'seat:b-watch'], 4, { says: 'second-story' }),
      row('asks', ['cell:a-out', 'seat:b-press'], 5, { from: 'wire', says: 'asked' }),
      row('asks all', ['party:a', 'party:d'], 6, { says: 'again' }),
      row('tells', ['cell:a-ops', 'seat:b-lead'], 7, { tells: ['exercise'] }),
      row('of seat', ['party:b'], 8, { says: 'seat', tells: ['exercise'] }),
      row('repeated', ['party:d'], 9, { says: 'interview' }),
      ...['daily', 'people', 'a-head'].map((from) => row(`by ${from}`, ['public'], 9, { from })),
    ].map((r) => ({ ...r, id: (r as { id: string }).id.replaceAll(' ', '-') })),
    statements: [
      ...PRESS.statements,
      { id: 'seat', from: 'seat:a-press', claims: [{ topic: 'drills', stance: 'open' }], line: 'communique', corrects: 'interview' },
    ],
    reports: PRESS.reports,
    questions: [...PRESS.questions, { id: 'again', by: 'daily', venue: 'By telephone' }],
    posts: PRESS.posts,
    press: [],
  });
  table.wait(10);
  for (const id of ['by-daily', 'by-people', 'by-a-head'])
    table.ok('control', { type: 'CorrectInject', inject: table.inject(id), title: 'Set right', text: 'It is not.' });
  // Of a question: put anew, and taken back.
  for (const id of ['asks', 'asks-all'])
    table.ok('control', { type: 'CorrectInject', inject: table.inject(id), title: 'Anew', text: 'Which of the two?' });
  table.ok('control', { type: 'WithdrawInject', inject: table.inject('asks-all') });
  for (const { id } of table.exercise.world.statements.questions.values())
    for (const seat of ['seat:a-press', 'seat:b-press', 'seat:d-press'])
      table.say(seat, { type: 'Speak', text: `${seat}: both.`, question: id });
  for (const { id } of table.exercise.world.statements.statements.values()) {
    table.say('control', { type: 'CodeSaid', said: id, claims: CLAIMS });
    table.say('seat:a-press', { type: 'KeepReading', said: id, claims: CLAIMS });
  }
  table.ok('control', { type: 'EndExercise' });
  table.ok('control', { type: 'ReleaseCodings' });
}
