import type { Id } from '../fact.ts';
import type { Command } from '../world.ts';
import type { Table } from './table.ts';
import type { Tape } from './tape.ts';

type Said = { type: Command['type']; [field: string]: unknown };

const TOPICS = ['planning', 'planning', 'drills', 'dates', 'weather'];
const OUTLETS = ['entity:wire', 'entity:daily', 'entity:people'];

/** Everything that may be said, asked, reported and heard in public, allowed or not. */
export function statementActs(tape: Tape, table: Table, seat: string, text: string): (() => Said)[] {
  const { exercise } = table;
  const own = exercise.world.statements;
  const now = exercise.now(table.wall);
  /** Mostly one that the seat holds. */
  const some = (ids: Iterable<Id>): Id => {
    const all = [...ids];
    const held = all.filter((id) => exercise.holds(seat, id));
    if (held.length > 0 && tape.chance(9)) return tape.pick(held);
    return all.length > 0 ? tape.pick(all) : 'ezzzzzzzzzzzzzzzzzzzz';
  };
  const maybe = <K extends string, V>(inTen: number, key: K, value: () => V) => (tape.chance(inTen) ? { [key]: value() } : {});
  const said = () => some([...own.statements.keys(), ...own.reports.keys()]);
  const claims = () =>
    Array.from({ length: tape.below(3) }, () => ({
      topic: tape.pick(TOPICS),
      stance: tape.pick(['affirmed', 'denied', 'open']),
      ...maybe(2, 'term', () => 'exercise'),
    }));
  const speaker =
    seat === 'control'
      ? { speaker: tape.pick(['entity:a-head', 'entity:b-head', 'seat:c-lead', 'entity:wire']) }
      : seat === 'control:a'
        ? { speaker: 'seat:a-press' }
        : {};
  const speak = () => ({
    type: 'Speak' as const,
    text,
    ...(tape.chance(2)
      ? { attribution: 'off-record', outlet: tape.pick(OUTLETS) }
      : { attribution: tape.pick(['on-record', 'on-record', 'background']) }),
    ...maybe(3, 'venue', () => `Where: ${text}`),
    ...(tape.chance(3)
      ? { question: some(own.questions.keys()) }
      : maybe(3, 'asked', () => ({ by: tape.pick(OUTLETS), text: `Asked: ${text}` }))),
    ...maybe(3, 'line', () => some(own.lines.keys())),
    ...maybe(5, 'claims', claims),
    ...maybe(2, 'corrects', said),
    ...speaker,
  });
  const players = [
    speak,
    speak,
    speak,
    ...togetherActs(tape, { some, said, claims, maybe, now, text }, table, speaker),
    ...deskActs(tape, { some, said, claims, maybe, now, text }, table, speaker),
    () => ({ type: 'KeepReading' as const, said: said(), claims: claims(), ...speaker }),
    () => ({ type: 'DropQuestion' as const, question: some(own.questions.keys()), ...speaker }),
  ];
  return seat.startsWith('control')
    ? [...controlActs(tape, { some, said, claims, maybe, now, text, reports: own.reports.keys(), speak }), ...players]
    : players;
}

interface Words {
  some(ids: Iterable<Id>): Id;
  said(): Id;
  claims(): object[];
  maybe<K extends string, V>(inTen: number, key: K, value: () => V): object;
  readonly now: number;
  readonly text: string;
}
interface Drawn extends Words {
  readonly reports: Iterable<Id>;
  speak(): Said;
}

/** What control does for outlets, and what it hears. */
function controlActs(tape: Tape, { some, said, claims, maybe, now, text, reports, speak }: Drawn): (() => Said)[] {
  return [
    speak,
    () => ({
      type: 'PutQuestion' as const,
      speaker: tape.pick(OUTLETS),
      to: [tape.pick(['party:a', 'cell:b-cell', 'seat:a-press', 'seat:c-lead'])],
      text: `Question: ${text}`,
      ...maybe(5, 'due', () => now + tape.below(20) * 60_000),
    }),
    () => ({
      type: 'PublishReport' as const,
      speaker: tape.pick(OUTLETS),
      title: `Report: ${text}`,
      ...maybe(5, 'text', () => text),
      ...maybe(7, 'reads', () => [said()]),
      ...maybe(2, 'corrects', () => some(reports)),
      ...maybe(5, 'claims', claims),
    }),
    () => ({ type: 'CodeSaid' as const, said: said(), claims: claims() }),
    () => ({
      type: 'JudgeFlag' as const,
      said: said(),
      with: said(),
      flag: tape.pick(['contradictory', 'ambiguous', 'inference']),
      right: tape.chance(5),
    }),
    () => ({
      type: 'TellPair' as const,
      term: tape.pick(['exercise', 'exercise', 'manoeuvre']),
      to: [tape.pick(['cell:a-cell', 'party:b', 'public', 'seat:a-press'])],
    }),
    () => ({ type: 'ReleaseCodings' as const }),
  ];
}

const LANGUAGES = ['en', 'en', 'ko'];

/** What press desks do: mostly what brings a draft on. */
function deskActs(tape: Tape, { some, said, claims, maybe, now, text }: Words, { exercise }: Table, speaker: object): (() => Said)[] {
  const own = exercise.world.statements;
  const open = [...own.drafts.values()].filter((d) => !d.published && !d.dropped);
  const draft = () => some((open.length > 0 && tape.chance(9) ? open : [...own.drafts.values()]).map((d) => d.id));
  const on = () => ({ draft: draft(), language: tape.pick(LANGUAGES), ...speaker });
  return [
    () => ({
      type: 'DraftStatement' as const,
      ...(tape.chance(1) ? { attribution: 'off-record', outlet: tape.pick(OUTLETS) } : {}),
      ...maybe(3, 'question', () => some(own.questions.keys())),
      ...maybe(2, 'corrects', said),
      ...maybe(3, 'line', () => some(own.lines.keys())),
      ...maybe(4, 'due', () => now + tape.below(20) * 60_000),
      ...speaker,
    }),
    () => ({ type: 'WordDraft' as const, ...on(), text: `Draft: ${text}`, ...maybe(4, 'claims', claims) }),
    () => ({ type: 'AskClearance' as const, ...on() }),
    () => {
      const act = tape.pick(['clear', 'clear', 'clear-with-edits', 'object']);
      const edit = act === 'clear-with-edits' ? { text: `Edited: ${text}`, ...maybe(3, 'claims', claims) } : {};
      return { type: 'ClearDraft' as const, ...on(), act, ...edit, ...(act === 'object' ? { reason: `Because: ${text}` } : {}) };
    },
    () => ({ type: 'NoteEdit' as const, ...on() }),
    () => ({ type: 'ProlongClearance' as const, ...on(), due: now + (5 + tape.below(40)) * 60_000 }),
    () => ({
      type: tape.pick(['PublishDraft', 'PublishDraft', 'PublishDraft', 'DropStatementDraft'] as const),
      draft: draft(),
      ...speaker,
    }),
  ];
}

/** What sides agree on and say together, and press conferences. */
function togetherActs(tape: Tape, { some, claims, maybe, now, text }: Words, { exercise }: Table, speaker: object): (() => Said)[] {
  const own = exercise.world.statements;
  const conferences = [...own.conferences.values()];
  const later = () => now + (1 + tape.below(30)) * 60_000;
  const place = () => ({
    forum: some(exercise.world.consultation.forums.keys()),
    procedure: tape.pick(['consensus', 'consensus', 'silence', 'ad-referendum']),
    due: later(),
    ...maybe(3, 'subject', () => 'measure'),
    ...speaker,
  });
  const joint = () => some(own.joints.keys());
  return [
    () => ({ type: 'ProposeLine' as const, ...place(), name: `Line: ${text}`, text, claims: claims(), ...maybe(3, 'until', later) }),
    () => ({ type: 'ProposeMeaning' as const, ...place(), term: 'exercise', text: `Meaning: ${text}` }),
    () => ({ type: 'ProposePublicity' as const, ...place(), topic: tape.pick(TOPICS), announce: tape.chance(5), text }),
    () => ({ type: 'ProposeJoint' as const, ...place(), title: `Jointly: ${text}`, text, claims: claims(), release: later() }),
    () => ({ type: 'GiveHand' as const, joint: joint(), ...speaker }),
    () => ({ type: tape.pick(['GiveHand', 'ReleaseEarly'] as const), joint: joint(), ...speaker }),
    () => ({ type: 'GiveUnderEmbargo' as const, joint: joint(), outlets: [tape.pick(OUTLETS)], ...speaker }),
    () => ({
      type: 'OpenConference' as const,
      title: `Conference: ${text}`,
      hosts: tape.pick([['seat:a-press'], ['seat:b-press'], ['seat:a-press', 'seat:b-press'], ['seat:a-lead']]),
      ...maybe(5, 'until', later),
    }),
    () => ({
      type: 'QueueQuestion' as const,
      conference: some(own.conferences.keys()),
      speaker: tape.pick(OUTLETS),
      text: `Asked: ${text}`,
    }),
    () => ({ type: 'CallQuestion' as const, queued: some(conferences.flatMap((c) => c.queue.map((q) => q.id))) }),
    () => ({ type: 'CloseConference' as const, conference: some(own.conferences.keys()) }),
    () => ({ type: 'SwitchPosts' as const, on: tape.chance(7), every: 60_000 }),
  ];
}
