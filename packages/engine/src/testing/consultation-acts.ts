import type { Id } from '../fact.ts';
import type { Command } from '../world.ts';
import type { Table } from './table.ts';
import type { Tape } from './tape.ts';

/** Forums of generated exercises: two sides who chair together; all three, chaired by the one that control plays; one without B. */
export const FORUMS = [
  { id: 'f0', name: 'Both', members: ['a', { party: 'b', seats: ['seat:b-lead'] }], chairs: ['a', 'b'], consultsBefore: ['measure'] },
  { id: 'f1', name: 'All three', members: ['a', 'b', 'c'], chairs: ['c'] },
  { id: 'f2', name: 'Without B', members: [{ party: 'a', seats: ['seat:a-press', 'seat:a-lead'] }, 'c'], chairs: ['a'] },
];
export const SUBJECTS = [{ id: 'measure', name: 'A visible measure', needs: ['s0'] }];

type Said = { type: Command['type']; [field: string]: unknown };

const ACTS = ['view', 'no-instructions', 'acknowledge', 'join', 'abstain', 'object', 'amend', 'agree', 'agree-ad-referendum', 'confirm'];
const MORE = ['decline', 'sign', 'refuse', 'ask-time', 'reserve', 'interpret', 'conclude', 'take-note', 'summarise', 'withdraw'];
/** What a procedure asks of its members, so that some matters come to an end. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  notification: ['acknowledge'],
  consultation: ['view', 'view', 'no-instructions', 'summarise'],
  consensus: ['join', 'join', 'abstain', 'object', 'conclude', 'take-note'],
  silence: ['amend', 'object', 'reserve', 'ask-time'],
  'ad-referendum': ['agree', 'agree-ad-referendum', 'confirm', 'decline'],
  'joint-signature': ['sign', 'sign', 'sign', 'interpret', 'refuse'],
};

/** A matter and a text on every table, so that there is something to act on. */
export function beginConsulting(table: Table): void {
  for (const { id, card, named } of table.exercise.world.consultation.forums.values()) {
    const seat = card.members[0]?.seats[0] as string;
    // What B does not sit at ends last, and somebody has spoken there: what it must not learn by a count or a time.
    const due = (named?.scenario === 'f2' ? 90 : 60) * 60_000;
    const asks = { type: 'OpenMatter' as const, forum: id, title: `First in ${named?.scenario}`, text: 'What do you say?', due };
    const asked = table.say(seat, { ...asks, shown: named?.scenario === 'f1' ? 'together' : 'come' });
    const matter = asked.ok ? asked.events[0] : undefined;
    if (named?.scenario === 'f2' && matter) table.say('control', { type: 'ActInMatter', matter, act: 'ask-time', speaker: 'seat:c-lead' });
    table.say(seat, { ...asks, procedure: 'consensus' });
    table.say(seat, { type: 'TableText', forum: id, title: `Text in ${named?.scenario}`, paragraphs: ['One.', 'Two.'] });
  }
}

/** Everything that may be done in forums, allowed or not. */
export function consultationActs(tape: Tape, table: Table, seat: string, text: string): (() => Said)[] {
  const { exercise } = table;
  const now = exercise.now(table.wall);
  const own = exercise.world.consultation;
  /** Mostly one that the seat holds. */
  const some = (ids: readonly Id[]): Id => {
    const held = ids.filter((id) => exercise.holds(seat, id));
    if (held.length > 0 && tape.chance(9)) return tape.pick(held);
    return ids.length > 0 ? tape.pick(ids) : 'ezzzzzzzzzzzzzzzzzzzz';
  };
  const open = [...own.matters.values()].filter((m) => !m.closed);
  const matter = () => some((open.length > 0 && tape.chance(9) ? open : [...own.matters.values()]).map((m) => m.id));
  const texts = [...own.texts.values()];
  const speaker = seat === 'control' ? { speaker: 'seat:c-lead' } : seat === 'control:a' ? { speaker: 'seat:a-press' } : {};
  const maybe = <K extends string, V>(inTen: number, key: K, value: () => V) => (tape.chance(inTen) ? { [key]: value() } : {});
  const due = () => now + (5 + tape.below(40)) * 60_000;
  const act = () => {
    const id = matter();
    const known = own.matters.get(id);
    const type = known && tape.chance(8) ? tape.pick(USUAL[known.card.procedure] ?? ACTS) : tape.pick([...ACTS, ...MORE]);
    const on = known?.on ? own.texts.get(known.on.of)?.versions.at(-1)?.digest : undefined;
    return { type: 'ActInMatter' as const, matter: id, act: type, ...maybe(8, 'text', () => text), ...(on ? { on } : {}), ...speaker };
  };
  const opening = () => ({
    type: 'OpenMatter' as const,
    ...(tape.chance(8)
      ? { forum: some([...own.forums.keys()]) }
      : { with: [tape.pick(['seat:a-lead', 'party:b', 'seat:b-press', 'seat:c-lead', 'control'])] }),
    procedure: tape.pick(['notification', 'consultation', 'consultation', 'consensus', 'silence', 'ad-referendum', 'joint-signature']),
    title: tape.chance(5) ? { en: `Matter ${table.record.length}` } : `Matter ${table.record.length}`,
    text,
    ...maybe(8, 'due', due),
    ...maybe(3, 'shown', () => 'together'),
    ...maybe(3, 'basis', () => tape.pick(['open', 'about', 'taken'])),
    ...maybe(2, 'subject', () => 'measure'),
    ...maybe(6, 'on', () => some(texts.map((t) => t.id))),
    ...maybe(2, 'unconfirmed', () => 'stands'),
    ...maybe(2, 'decision', () => some([...own.decisions.keys()])),
    ...speaker,
  });
  return [
    opening,
    opening,
    act,
    act,
    act,
    act,
    () => ({ type: 'ProlongMatter', matter: matter(), due: due(), ...(tape.chance(5) ? speaker : {}) }),
    () => ({
      type: 'KeepPosition',
      matter: matter(),
      act: tape.pick(['view', 'join', 'amend', 'no-objection']),
      text: `Own draft: ${text}`,
      ...speaker,
    }),
    () => ({ type: 'DropPosition', draft: some([...own.matters.values()].flatMap((m) => m.drafts.map((d) => d.id))), ...speaker }),
    () => ({
      type: 'RecordDecision',
      title: `Decision ${table.record.length}`,
      text,
      ...maybe(4, 'authority', () => `By order, ${text}`),
      ...maybe(3, 'subject', () => 'measure'),
      ...maybe(4, 'after', () => [matter()]),
      ...maybe(3, 'to', () => [tape.pick(['seat:a-lead', 'seat:b-lead', 'party:a'])]),
      ...maybe(3, 'happened', () => Math.max(0, now - 60_000)),
      ...speaker,
    }),
    () => ({ type: tape.pick(['TakeCard', 'TakeCard', 'GiveCardBack']), card: matter() }),
    () => ({ type: 'SetSubject', decision: some([...own.decisions.keys()]), ...maybe(7, 'subject', () => 'measure') }),
    ...textActs(tape, table, text, some, speaker),
  ];
}

/** What may be done with texts on the table. */
function textActs(
  tape: Tape,
  { exercise, record }: Table,
  text: string,
  some: (ids: readonly Id[]) => Id,
  speaker: { readonly speaker?: string },
): (() => Said)[] {
  const own = exercise.world.consultation;
  const texts = [...own.texts.values()];
  const standing = texts.flatMap((t) => t.brackets.filter((b) => !b.dropped && !b.settled).map((b) => b.id));
  const wording = () => {
    const of = some(texts.map((t) => t.id));
    const version = own.texts.get(of)?.versions.length ?? 1;
    return { of, ...(tape.chance(8) ? { paragraph: tape.pick(['p1', 'p2', 'p3']) } : { after: 'p1' }), words: `[${text}]`, version };
  };
  return [
    () => ({
      type: 'TableText',
      forum: some([...own.forums.keys()]),
      title: `Text ${record.length}`,
      paragraphs: [text, { en: `In words: ${text}`, ko: `말로: ${text}` }],
      ...speaker,
    }),
    () => ({ type: 'SetWording', ...wording(), ...speaker }),
    () => ({ type: tape.pick(['TakeWording', 'TakeWording', 'TakeWording', 'DropWording']), bracket: some(standing), ...speaker }),
    () => {
      const of = some(texts.map((t) => t.id));
      return { type: 'CertifyLanguages', of, digest: own.texts.get(of)?.versions.at(-1)?.digest ?? 'none', ...speaker };
    },
    () => {
      const { version: _, ...kept } = wording();
      return { type: 'KeepWording', ...kept, ...speaker };
    },
  ];
}
