import {
  type Address,
  type ExpectedRow,
  expectedCard,
  expectedStatus,
  type Id,
  type InjectRow,
  injectStatus,
  type Ms,
  reachOf,
  rowCard,
  rowTime,
  split,
  standing,
  type Text,
  type World,
} from '@entente/engine';
import { type Names, namesOf } from './directory.ts';
import { pick } from './text.ts';
import { type Language, WORDS } from './words.ts';

/** What a line of an exported MSEL says, by field; a text that stands in several languages has one field for each: `title.en`. */
export interface MselLine {
  /** The scenario's own id where the viewer may know it, else that of the record. It stays, whatever else is changed. */
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
}
/** The MSEL as one viewer has it. */
export interface MselTable {
  readonly lines: readonly MselLine[];
  /** Every field there is, in order. */
  readonly fields: readonly string[];
  /** What the exercise or scenario is called. */
  readonly title: Text;
  readonly scenario: string;
  /** STARTEX, ISO with offset. */
  readonly start: string;
  /** Names that recipients go by, and controllers: for lists to choose from. */
  readonly names: readonly string[];
  readonly controllers: readonly string[];
}

/** Fields that say what happened: nobody's edit of them is taken over. */
export const TOLD: ReadonlySet<string> = new Set(['actual', 'happened', 'trigger']);

/**
 * The MSEL of a world, whosever fold it is: rows as that viewer's controllers hold them, planned and actual times, what became
 * of each. It asks nothing but the world, so it can say nothing that its viewer has not been told.
 */
export function tableOf(world: World, viewer: Address, language: Language): MselTable {
  const { exercise, objectives } = world.seats;
  if (!exercise) throw new RangeError('a world without its opening has no MSEL');
  const { languages, start } = exercise;
  const names = namesOf(world, language);
  const objective = new Map(objectives?.list.map((o) => [o.id, pick(o.text, language)]) ?? []);
  const say: Saying = {
    ...{ world, names, languages, language, say: WORDS[language], party: split(viewer)[1] },
    time: (at) => (at === undefined ? '' : clock(start, at)),
    objective: (id) => objective.get(id ?? '') ?? '',
  };
  const lines = [
    ...[...world.injects.rows].flatMap(([id, row]) => injectLine(id, row, say) ?? []),
    ...[...world.expected.rows].flatMap(([id, row]) => expectedLine(id, row, say) ?? []),
  ].sort((a, b) => a.sort - b.sort || numberOf(a).localeCompare(numberOf(b), 'en', { numeric: true }));
  return {
    lines: lines.map(({ id, fields }) => ({ id, fields })),
    fields: fieldsOf(languages),
    title: exercise.title,
    scenario: exercise.scenario,
    start,
    names: names.all,
    controllers: names.controllers,
  };
}

/** What is asked for every line. */
interface Saying {
  readonly world: World;
  readonly names: Names;
  readonly languages: readonly string[];
  readonly language: Language;
  readonly say: (typeof WORDS)[Language];
  readonly party: string | undefined;
  readonly time: (at: Ms | undefined) => string;
  readonly objective: (id: string | undefined) => string;
}
type Placed = MselLine & { readonly sort: number };
const numberOf = (line: MselLine): string => line.fields.get('number') ?? '';

function injectLine(id: Id, row: InjectRow, s: Saying): Placed | undefined {
  const { say, time, names, languages, party } = s;
  const card = rowCard(row, party);
  if (!card) return undefined;
  const shown = row.shown.get(party ?? '');
  const conditioned = (row.plan?.when ?? shown?.when) !== undefined || (party !== undefined && shown?.waits === true);
  const fields = new Map<string, string>([
    ['number', card.number],
    ['time', time(row.timed?.due ?? card.at)],
    ['actual', time(row.released?.at)],
    ['kind', say[card.kind]],
    ['channel', say[card.channel]],
    ['from', names.sender(card.from)],
    ['to', card.to.map(names.of).join('; ')],
    ...texts('title', card.title, languages),
    ...texts('text', card.text, languages),
    ['objective', s.objective(card.objective)],
    ['controller', names.of(card.controller)],
    ['status', say[injectStatus(row)]],
    ...texts('note', card.note, languages),
    ['trigger', triggerOf({ after: row.plan?.after !== undefined, when: conditioned, manual: card.manual }, say)],
    ['happened', whatHappened(row, s)],
  ]);
  const sort = row.released?.at ?? row.timed?.due ?? card.at ?? rowTime(row) ?? Number.MAX_SAFE_INTEGER;
  return { id: card.scenario ?? id, fields, sort };
}

/** What became of an inject, as far as this world was told. */
function whatHappened(row: InjectRow, { world, say, time, language }: Saying): string {
  const deliveries = [...row.deliveries.keys()].flatMap((d) => world.injects.deliveries.get(d) ?? []);
  const [first] = deliveries;
  const reach = reachOf(world, deliveries);
  return [
    ...(row.released ? [say.atReleased(time(row.released.at))] : []),
    ...(row.corrected ? [say.atCorrected(time(row.corrected.at)), ...(first ? [pick(standing(first).text, language)] : [])] : []),
    ...(row.withdrawn ? [say.atWithdrawn(time(row.withdrawn.at))] : []),
    ...(row.skip?.skipped ? [say.atSkipped(time(row.skip.at))] : []),
    ...(row.lapsed ? [say.atLapsed(time(row.lapsed.at))] : []),
    ...(reach.seats > 0 ? [say.reached(reach.seats, reach.read, reach.acknowledged)] : []),
  ].join('\n');
}

function expectedLine(id: Id, row: ExpectedRow, s: Saying): Placed | undefined {
  const { say, time, names, languages } = s;
  const card = expectedCard(row, s.party);
  if (!card) return undefined;
  const status = expectedStatus(row);
  const begins = row.opened?.from ?? card.at;
  const done = status === 'met' || status === 'late' || status === 'partly' ? (row.judged?.done ?? row.seen?.at) : undefined;
  const fields = new Map<string, string>([
    ['number', card.number],
    ['time', time(begins)],
    ['actual', time(done)],
    ['kind', say.expected],
    ['channel', ''],
    ['from', ''],
    ['to', names.of(card.by)],
    ...texts('title', card.text, languages),
    ...texts('text', undefined, languages),
    ['objective', s.objective(card.objective)],
    ['controller', names.of(card.controller)],
    ['status', say[`expected-${status}`]],
    ...texts('note', undefined, languages),
    ['trigger', triggerOf({ after: begins === undefined, when: false, manual: false }, say)],
    ['happened', [say.within(Math.round(card.within / 60_000)), ...(row.judged?.note ? [row.judged.note] : [])].join('\n')],
  ]);
  return { id: card.scenario ?? id, fields, sort: begins ?? Number.MAX_SAFE_INTEGER };
}

/** Every field of a line, in the order in which an MSEL without a preset shows them. */
export function fieldsOf(languages: readonly string[]): string[] {
  const each = (field: string): string[] => (languages.length < 2 ? [field] : languages.map((l) => `${field}.${l}`));
  return [
    ...['number', 'time', 'actual', 'kind', 'channel', 'from', 'to'],
    ...each('title'),
    ...each('text'),
    ...['objective', 'controller', 'status'],
    ...each('note'),
    ...['trigger', 'happened'],
  ];
}

function texts(field: string, text: Text | undefined, languages: readonly string[]): [string, string][] {
  if (languages.length < 2) return [[field, pick(text, languages[0] ?? 'en')]];
  return languages.map((l, i) => [`${field}.${l}`, typeof text === 'string' ? (i === 0 ? text : '') : (text?.[l] ?? '')]);
}

function triggerOf(by: { after: boolean; when: boolean; manual: boolean }, say: (typeof WORDS)[Language]): string {
  return [...(by.after ? [say.byAfter] : []), ...(by.when ? [say.byCondition] : []), ...(by.manual ? [say.byHand] : [])].join('; ');
}

/** Scenario time on the wall of STARTEX's own zone: `2027-08-24 09:30`. */
export function clock(start: string, at: Ms): string {
  const local = localOf(start) + at;
  const text = new Date(local).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, local % 60_000 === 0 ? 16 : 19)}`;
}

/** STARTEX on its own clock, as if that were UTC. */
export function localOf(start: string): Ms {
  return Date.parse(`${start.replace(/(Z|[+-]\d\d:\d\d)$/, '')}Z`);
}

/** The same back: ms from STARTEX; undefined if it is no such time. */
export function fromClock(start: string, text: string): Ms | undefined {
  const m = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/.exec(text.trim());
  if (!m) return undefined;
  const ms = Date.parse(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6] ?? '00'}Z`);
  return Number.isNaN(ms) ? undefined : ms - localOf(start);
}
