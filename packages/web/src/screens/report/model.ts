import {
  type Delivery,
  emptyWorld,
  evolve,
  expectedCard,
  injectStatus,
  rosterOfWorld,
  rowCard,
  type Text,
  type World,
} from '@entente/engine';
import { type ExpectedLine, expectedLines } from '../../capabilities/expected/review/expectedLines.ts';
import { type InjectLine, injectLines } from '../../capabilities/injects/review/injectLines.ts';
import { type AskedLine, askedLines } from '../../capabilities/messages/review/askedLines.ts';
import { evidenceOfItem, type KnownLine, knownLines } from '../../capabilities/sharing/review/known.ts';
import { type RequestLine, requestLines } from '../../capabilities/sharing/review/requestLines.ts';
import type { EditionEvent } from '../../kit/review/edition.ts';
import { evidenceOf } from '../../kit/review/evidence.ts';
import { cardsOf, type Edition } from '../../kit/review/side.ts';
import { numbering } from './numbers.ts';

/** A seat and the time at which it did something. */
export interface SeatTime {
  readonly seat: string;
  readonly at: number;
}
export interface ReportInject extends InjectLine {
  readonly delivered: readonly { readonly to: readonly string[]; readonly at: number }[];
  readonly readBy: readonly SeatTime[];
  readonly acknowledgedBy: readonly SeatTime[];
  readonly numbers: readonly number[];
}
export interface ReportStatement {
  readonly key: string;
  readonly at: number;
  readonly from: string;
  readonly title: Text | undefined;
  readonly text: Text;
  /** Said by a seat of the exercise; otherwise news of the scenario. */
  readonly bySeat: boolean;
  readonly numbers: readonly number[];
}
export type Numbered<T> = T & { readonly numbers: readonly number[] };

/** An objective (no `task`), or one of its tasks after it, and what the record holds about it. */
export interface ObjectiveLine {
  readonly objective: Text;
  readonly task?: Text | undefined;
  readonly target?: number | undefined;
  readonly expected: readonly ExpectedLine[];
  /** Numbers of the injects that were made for it and released. */
  readonly injects: readonly string[];
  readonly numbers: readonly number[];
}
export interface TakenSeat {
  readonly seat: string;
  readonly people: readonly { readonly name: string; readonly function?: string | undefined }[];
}
/** A report: the fold of one edition, and nothing else. */
export interface Report {
  readonly edition: Edition;
  readonly events: readonly EditionEvent[];
  readonly world: World;
  /** Last scenario time of the edition, ms. */
  readonly until: number;
  /** Wall times at which the clock first started and at which the last event came; undefined before STARTEX. */
  readonly held: { readonly from: number; readonly to: number } | undefined;
  readonly seats: readonly TakenSeat[];
  readonly injects: readonly ReportInject[];
  readonly expected: readonly Numbered<ExpectedLine>[];
  readonly asked: readonly Numbered<AskedLine>[];
  readonly known: readonly Numbered<KnownLine>[];
  readonly requests: readonly Numbered<RequestLine>[];
  readonly statements: readonly ReportStatement[];
  readonly objectives: readonly ObjectiveLine[];
  readonly numbersOf: (ids: readonly string[]) => number[];
}

/** Builds the report of an edition from its events: whatever is not in them cannot be in it. */
export function reportOf(events: readonly EditionEvent[], edition: Edition): Report {
  const world = emptyWorld();
  for (const e of events) evolve(world, e.event, e);
  const numbersOf = numbering(events);
  const numbered = <T extends { readonly evidence: readonly string[] }>(line: T): Numbered<T> => ({
    ...line,
    numbers: numbersOf(line.evidence),
  });
  const started = events.find((e) => e.event.type === 'ClockStarted');
  return {
    edition,
    events,
    world,
    until: events.at(-1)?.at ?? 0,
    held: started && { from: started.wall, to: events.at(-1)?.wall ?? started.wall },
    seats: takenSeats(world),
    injects: injectLines(world, edition).map((line) => injectOf(world, line, numbersOf)),
    expected: expectedLines(world, edition).map(numbered),
    asked: askedLines(world, 'all')
      .filter((line) => !line.to.includes('public'))
      .map(numbered),
    known: knownOf(world, numbersOf),
    requests: requestLines(world).map(numbered),
    statements: statementsOf(world, numbersOf),
    objectives: objectivesOf(world, edition, numbersOf),
    numbersOf,
  };
}

function knownOf(world: World, numbersOf: Report['numbersOf']): Numbered<KnownLine>[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  return knownLines(world, roster).map((line) => ({ ...line, numbers: numbersOf(evidenceOfItem(world, line.known.item)) }));
}

/** Names are on the record of their own party and its control only; here stand those that the edition holds. */
function takenSeats(world: World): TakenSeat[] {
  const seats = new Map<string, TakenSeat['people'][number][]>();
  for (const { seat, name, function: post } of world.seats.people.values()) {
    const people = seats.get(seat) ?? [];
    if (!people.some((p) => p.name === name && p.function === post)) people.push({ name, function: post });
    seats.set(seat, people);
  }
  const order = [...(world.seats.directory?.cells ?? [])].flatMap((c) => c.seats.map((s) => `seat:${s.id}`));
  const rank = (seat: string): number => (order.includes(seat) ? order.indexOf(seat) : -1);
  return [...seats].map(([seat, people]) => ({ seat, people })).sort((a, b) => rank(a.seat) - rank(b.seat));
}

function injectOf(world: World, line: InjectLine, numbersOf: Report['numbersOf']): ReportInject {
  const deliveries = deliveriesOf(world, line.key);
  const times = (of: 'read' | 'acknowledged'): SeatTime[] =>
    deliveries.flatMap((d) => [...d[of]].map(([seat, mark]) => ({ seat, at: mark.at }))).sort((a, b) => a.at - b.at);
  return {
    ...line,
    delivered: deliveries.map(({ to, at }) => ({ to, at })),
    readBy: times('read'),
    acknowledgedBy: times('acknowledged'),
    numbers: numbersOf([...line.evidence, ...evidenceOf(...deliveries)]),
  };
}

function deliveriesOf(world: World, key: string): Delivery[] {
  const [kind, id = ''] = key.split(/:(.*)/s);
  const ids = kind === 'delivery' ? [id] : [...(world.injects.rows.get(id)?.deliveries.keys() ?? [])];
  return ids.flatMap((d) => world.injects.deliveries.get(d) ?? []);
}

function statementsOf(world: World, numbersOf: Report['numbersOf']): ReportStatement[] {
  const found: ReportStatement[] = [];
  for (const d of world.injects.deliveries.values())
    if (d.to.includes('public'))
      found.push({ key: d.id, at: d.at, from: d.from, title: d.title, text: d.text, bySeat: false, numbers: numbersOf([d.src]) });
  for (const m of world.messages.messages.values())
    if (m.to.includes('public'))
      found.push({
        key: m.id,
        at: m.at,
        from: m.from,
        title: m.subject,
        text: m.text,
        bySeat: m.from.startsWith('seat:'),
        numbers: numbersOf([m.src]),
      });
  return found.sort((a, b) => a.at - b.at);
}

/** Objectives × evidence: each objective, then its tasks. Empty unless the edition holds objectives. */
function objectivesOf(world: World, edition: Edition, numbersOf: Report['numbersOf']): ObjectiveLine[] {
  const party = cardsOf(edition);
  const expected = expectedLines(world, edition);
  const cards = [...world.expected.rows].map(([id, row]) => ({ key: `expected:${id}`, card: expectedCard(row, party) }));
  const releasedFor = (objective: string): string[] =>
    [...world.injects.rows.values()].flatMap((row) => {
      const card = rowCard(row, party);
      return card?.objective === objective && injectStatus(row) === 'released' ? [card.number] : [];
    });
  const linesFor = (wanted: (card: NonNullable<(typeof cards)[number]['card']>) => boolean): ExpectedLine[] => {
    const keys = new Set(cards.filter(({ card }) => card && wanted(card)).map(({ key }) => key));
    return expected.filter((line) => keys.has(line.key));
  };
  const line = (about: Pick<ObjectiveLine, 'objective' | 'task' | 'target'>, lines: ExpectedLine[], injects: string[]): ObjectiveLine => ({
    ...about,
    expected: lines,
    injects,
    numbers: numbersOf(lines.flatMap((l) => l.evidence)),
  });
  return (world.seats.objectives?.list ?? []).flatMap(({ id, text, tasks }) => {
    const own = linesFor((c) => c.objective === id && !tasks.some((t) => t.id === c.task));
    const ofTask = tasks.map((t) =>
      line(
        { objective: text, task: t.text, target: t.target },
        linesFor((c) => c.task === t.id),
        [],
      ),
    );
    return [line({ objective: text }, own, releasedFor(id)), ...ofTask];
  });
}
