import { type Address, bodyOf, chain, GENESIS, type Recorded, type Roster, WORDS } from '@entente/engine';
import { playSome, SECRET, type Table, Tape } from '@entente/engine/testing';
import type { StoredRecord } from '../store/store.ts';

/** Two records of one exercise that a viewer cannot tell apart: same projection, other hidden events. */
export interface Pair {
  readonly viewer: string;
  readonly table: Table;
  readonly one: readonly Recorded[];
  readonly other: readonly Recorded[];
  /** The numbers that it was played off: the questions are drawn by them too. */
  readonly numbers: readonly number[];
  readonly hidden: number;
  /** Of these, events of information sharing. */
  readonly hiddenSharing: number;
}

const VIEWERS = [
  'seat:a-lead',
  'seat:a-press',
  'seat:b-lead',
  'seat:b-press',
  'control:a',
  'control:b',
  'evaluators:a',
  'observers',
  'public',
];

/** Plays an exercise off the numbers and alters what one viewer does not hold: words, whole events, events of their own. */
export function somePair(numbers: readonly number[], acts: number): Pair {
  const tape = new Tape(numbers);
  const table = playSome(tape, acts);
  // A record that comes back running gets a pause of its own; ours are paused already.
  table.say('control', { type: 'PauseClock' });
  settle(table);
  const viewer = tape.pick(VIEWERS);
  const { roster } = table.exercise;
  const holds = (r: Recorded): boolean => roster.audience(r.to).viewers.has(viewer);
  const other = altered(tape, table, (r) => holds(r) || SETTLED.has(r.event.type) || bound(table, viewer, r));
  const one = table.record;
  // What settling leaves stands in both records, as it must.
  const hiddenOnes = one.filter((r) => !holds(r) && !SETTLED.has(r.event.type));
  return {
    viewer,
    table,
    one,
    other,
    numbers,
    hidden: hiddenOnes.length,
    hiddenSharing: hiddenOnes.filter((r) => 'request' in r.event || ('item' in r.event && r.event.type !== 'ItemPlanned')).length,
  };
}

/**
 * What others hold of a thing that the viewer holds, in every record that there can be: the bytes behind a file, whose card
 * binds them; the plan of a row that a party's controllers may act on; an item, if they were the ones who gave it.
 */
function bound({ exercise }: Table, viewer: Address, { event, to }: Recorded): boolean {
  if (event.type === 'AttachmentKept') return exercise.holds(viewer, event.attachment);
  if (event.type === 'InjectPlanned') return exercise.holds(viewer, event.inject);
  if (event.type === 'ExpectedPlanned') return exercise.holds(viewer, event.expected);
  if (event.type !== 'ItemGiven') return false;
  const copies = [...(exercise.world.sharing.items.get(event.item)?.copies.values() ?? [])];
  const { viewers } = exercise.roster.audience(to);
  return copies.some(({ src, by }) => by !== undefined && viewers.has(by) && exercise.holds(viewer, src));
}

/**
 * Leaves nothing that an act of the viewer could set off: a hidden plan whose inject comes out, or a hidden act that helps to
 * bring it out, is a disclosure that the scenario chose, and would make two records tell different things.
 */
function settle(table: Table): void {
  const { injects, expected } = table.exercise.world;
  for (const [inject, row] of injects.rows) if (!row.released) table.say('control', { type: 'SkipInject', inject });
  for (const id of expected.rows.keys()) table.say('control', { type: 'JudgeExpected', expected: id, verdict: 'not' });
}
const SETTLED = new Set(['InjectSkipped', 'ExpectedJudged']);

/** Two records that one edition cannot tell apart, and somebody who may open it; who it is may well hold what differs. */
export interface EditionPair extends Pick<Pair, 'viewer' | 'table' | 'one' | 'other' | 'hidden'> {
  readonly edition: string;
}

const PARTY_A = ['seat:a-lead', 'seat:a-press'];
const PARTY_B = ['seat:b-lead', 'seat:b-press'];
type Viewers = ReadonlySet<Address>;
const some = (seats: readonly string[]) => (viewers: Viewers) => seats.some((s) => viewers.has(s));
const every =
  (...sides: readonly (readonly string[])[]) =>
  (viewers: Viewers) =>
    sides.every((seats) => some(seats)(viewers));
/** What each edition holds, said a second time: the property is worth nothing if it asks the code that it tests. A forum is named as in the scenario. */
const EDITIONS: readonly { edition: string; openers: readonly string[]; holds: (viewers: Viewers, roster: Roster) => boolean }[] = [
  { edition: 'joint', openers: ['control'], holds: (viewers, roster) => every(...everyParty(roster))(viewers) },
  { edition: 'party:a', openers: ['control', 'control:a'], holds: some(PARTY_A) },
  { edition: 'party:b', openers: ['control', 'control:b'], holds: some(PARTY_B) },
  { edition: 'seat:a-press', openers: ['control', 'control:a', 'seat:a-press'], holds: some(['seat:a-press']) },
  { edition: 'forum:f0', openers: ['control'], holds: every(PARTY_A, ['seat:b-lead']) },
  { edition: 'forum:f2', openers: ['control'], holds: every(PARTY_A, ['seat:c-lead']) },
  { edition: 'public', openers: ['control', 'control:b', 'seat:a-lead', 'observers'], holds: some(['public']) },
];

function everyParty(roster: Roster): string[][] {
  const played = [...roster.parties.values()].filter((p) => !p.playedByControl);
  return played.map((p) => [...roster.seats.values()].filter((s) => s.party === p.id).map((s) => `seat:${s.id}`));
}

/** Plays an exercise off the numbers and alters what an edition's audience does not hold; without `wanted`, of any edition. */
export function someEditionPair(numbers: readonly number[], acts: number, wanted?: string): EditionPair {
  const tape = new Tape(numbers);
  const table = playSome(tape, acts);
  table.say('control', { type: 'PauseClock' });
  const { edition, openers, holds } = tape.pick(EDITIONS.filter((e) => wanted === undefined || e.edition === wanted));
  if (edition.startsWith('forum:')) table.say('control', { type: 'EndExercise' });
  const { roster } = table.exercise;
  const kept = (r: Recorded): boolean => holds(roster.audience(r.to).viewers, roster);
  return {
    edition: named(table, edition),
    viewer: tape.pick(openers),
    table,
    one: table.record,
    other: altered(tape, table, kept),
    hidden: table.record.filter((r) => !kept(r)).length,
  };
}

/** An edition by its own name: a forum’s is that of the event which gave it. */
function named({ exercise }: Table, edition: string): string {
  const forum = [...exercise.world.consultation.forums.values()].find((f) => edition === `forum:${f.named?.scenario}`);
  return forum ? `forum:${forum.id}` : edition;
}

/**
 * The record with what is not kept left out or reworded, and with events that only the other record has. Ids count the events
 * to one audience, so where a later one stands, what is left out leaves another event in its place.
 */
function altered(tape: Tape, { record, exercise }: Table, kept: (r: Recorded) => boolean): Recorded[] {
  const audience = (r: Recorded): string => exercise.roster.audience(r.to).key;
  const fates = record.map((r, i) => (kept(r) || i < 2 ? 'kept' : tape.chance(6) ? 'reworded' : 'gone'));
  const last = new Map<string, number>();
  for (const [i, r] of record.entries()) if (fates[i] !== 'gone') last.set(audience(r), i);
  const other: Recorded[] = [];
  for (const [i, r] of record.entries()) {
    if (fates[i] === 'kept') other.push(r);
    else if (fates[i] === 'reworded') other.push({ ...r, event: reworded(r.event) as Recorded['event'] });
    else if (i < (last.get(audience(r)) ?? 0)) other.push({ ...r, event: foreign(i) });
    if (i > 1 && tape.chance(2)) other.push(foreignNote(other.length, r));
  }
  return other.map((r, i) => ({ ...r, n: i + 1 }));
}

const foreign = (n: number): Recorded['event'] => ({ type: 'NoteWritten', seat: 'control', text: `A note that nobody else holds, ${n}` });

function foreignNote(n: number, { at, wall }: { at: number; wall: number }): Recorded {
  const id = `e${String(n).padStart(20, '0')}`;
  return {
    n: 0,
    id,
    at,
    wall,
    to: ['control'],
    event: foreign(n),
  };
}

function reworded(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return WORDS.has(key) ? `${value} – other words that only the other record has` : value;
  if (Array.isArray(value)) return value.map((v) => reworded(v));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, reworded(v, k)]));
  return value;
}

/** A record as the store keeps it. */
export function stored(record: readonly Recorded[]): StoredRecord[] {
  let hash = GENESIS;
  return record.map((r) => {
    const body = bodyOf(r);
    hash = chain(hash, body);
    return { n: r.n, hash, body };
  });
}
export { SECRET };
