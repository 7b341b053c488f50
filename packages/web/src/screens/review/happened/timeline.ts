import { requestCard, standingCard, type Text, type World } from '@entente/engine';
import { expectedLines } from '../../../capabilities/expected/review/expectedLines.ts';
import { injectLines } from '../../../capabilities/injects/review/injectLines.ts';
import { askedLines } from '../../../capabilities/messages/review/askedLines.ts';
import { evidenceOfItem, evidenceOfRequest } from '../../../capabilities/sharing/review/known.ts';
import type { EditionEvent } from '../../../kit/review/edition.ts';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import { type Edition, partiesBehind } from '../../../kit/review/side.ts';

export const KINDS = ['inject', 'expected', 'message', 'sharing', 'clock', 'people'] as const;
export type Kind = (typeof KINDS)[number];

/** A lane: a party by its id, `all` for everyone and the public, `control` for control and simulated entities. */
export type LaneId = string;

/** One mark on the timeline. Shape says what, lane says whose, state says trouble. */
export interface Mark {
  readonly key: string;
  readonly lane: LaneId;
  readonly kind: Kind;
  /** What its shape depends on: kind of inject, purpose of a message, type of a clock event. */
  readonly form: string;
  readonly at: number;
  /** End of the time allowed, for an expected action. */
  readonly until?: number | undefined;
  readonly number?: string | undefined;
  readonly title?: Text | undefined;
  readonly status?: string | undefined;
  readonly lateBy?: number | undefined;
}

/** Every mark of an edition, by time. Taken from the whole edition: what lies after the chosen moment is veiled by the picture. */
export function marksOf(world: World, edition: Edition, events: readonly EditionEvent[], end: number): Mark[] {
  const marks = [
    ...injectMarks(world, edition, end),
    ...expectedMarks(world, edition),
    ...messageMarks(world),
    ...releaseMarks(world),
    ...requestMarks(world),
    ...clockMarks(events),
    ...peopleMarks(world),
  ];
  return marks.sort((a, b) => a.at - b.at);
}

/** Lanes in the scenario's order; `all` and `control` only if something stands on them. */
export function lanesOf(world: World, marks: readonly Mark[]): LaneId[] {
  const used = new Set(marks.map((m) => m.lane));
  const parties = (world.seats.exercise?.parties ?? []).map((p) => p.id).filter((id) => used.has(id));
  return [...parties, ...['all', 'control'].filter((lane) => used.has(lane))];
}

function injectMarks(world: World, edition: Edition, end: number): Mark[] {
  return injectLines(world, edition).flatMap((line) => {
    const at = line.released ?? line.planned;
    if (at === undefined || at > end) return [];
    return partiesBehind(world, line.to).map((party) => ({
      key: line.key,
      lane: party ?? 'all',
      kind: 'inject' as const,
      form: line.kind ?? 'contextual',
      at,
      number: line.number,
      title: line.title,
      status: line.status,
    }));
  });
}

function expectedMarks(world: World, edition: Edition): Mark[] {
  return expectedLines(world, edition).flatMap((line) => {
    const at = line.opened;
    if (at === undefined) return [];
    const lane = partiesBehind(world, [line.by])[0] ?? 'all';
    return [
      {
        key: line.key,
        lane,
        kind: 'expected' as const,
        form: 'expected',
        at,
        until: line.deadline,
        number: line.number,
        title: line.text,
        status: line.status,
        lateBy: line.lateBy,
      },
    ];
  });
}

function messageMarks(world: World): Mark[] {
  return askedLines(world, 'all').map((line) => ({
    key: line.key,
    lane: line.from.startsWith('seat:') ? (partiesBehind(world, [line.from])[0] ?? 'control') : 'control',
    kind: 'message' as const,
    form: line.purpose,
    at: line.at,
    title: line.subject ?? line.text,
  }));
}

/** A release stands with whom it came from; a side that only got the item was told by its copy. */
function releaseMarks(world: World): Mark[] {
  const marks: Mark[] = [];
  for (const item of world.sharing.items.values()) {
    const own = new Set([...item.releases.values()].map((r) => r.at));
    const got = [...item.copies.values()].flatMap((c) => (c.by !== undefined && !own.has(c.at) ? [{ at: c.at, by: c.by }] : []));
    for (const { at, by } of [...item.releases.values(), ...got])
      marks.push({
        key: `item:${item.id}`,
        lane: partiesBehind(world, [by])[0] ?? 'control',
        kind: 'sharing',
        form: 'released',
        at,
        title: standingCard(item)?.title,
      });
  }
  return marks;
}

function requestMarks(world: World): Mark[] {
  return [...world.sharing.requests.values()].flatMap((request) => {
    const card = requestCard(request);
    if (!card) return [];
    const { decided } = request;
    const mark = { key: `request:${request.id}`, kind: 'sharing' as const, title: card.text };
    const asked = { ...mark, lane: partiesBehind(world, [card.from])[0] ?? 'control', form: 'requested', at: card.since };
    if (!decided) return [asked];
    const lane = partiesBehind(world, [card.of])[0] ?? 'control';
    return [asked, { ...mark, lane, form: decided.decision === 'refuse' ? 'refused' : 'granted', at: decided.at }];
  });
}

const CLOCK: readonly string[] = [
  'ClockStarted',
  'ClockPaused',
  'RateSet',
  'ClockJumped',
  'ExerciseEnded',
  'EmergencyRaised',
  'EmergencyStoodDown',
];

function clockMarks(events: readonly EditionEvent[]): Mark[] {
  return events
    .filter((e) => CLOCK.includes(e.event.type))
    .map((e) => ({
      key: `event:${e.id}`,
      lane: 'control',
      kind: 'clock' as const,
      form: e.event.type,
      at: e.at,
      until: e.event.type === 'ClockJumped' ? e.event.to : undefined,
    }));
}

function peopleMarks(world: World): Mark[] {
  return [...world.seats.people.values()].map((person) => ({
    key: `person:${person.id}`,
    lane: partiesBehind(world, [person.seat])[0] ?? 'control',
    kind: 'people' as const,
    form: 'seated',
    at: person.since,
    title: person.name,
  }));
}

/** The events behind a mark, by its key. Empty if the edition holds no such thing. */
export function evidenceOfKey(world: World, key: string): string[] {
  const [kind = '', id = ''] = key.split(/:(.*)/s);
  if (kind === 'event') return [id];
  if (kind === 'person') return evidenceOf(world.seats.people.get(id));
  if (kind === 'delivery') return evidenceOf(world.injects.deliveries.get(id));
  if (kind === 'expected') return evidenceOf(world.expected.rows.get(id));
  if (kind === 'item') return evidenceOfItem(world, id);
  if (kind === 'request') return evidenceOfRequest(world, id);
  if (kind === 'message')
    return (
      askedLines(world, 'all')
        .find((l) => l.key === key)
        ?.evidence.slice() ?? []
    );
  const row = world.injects.rows.get(id);
  return evidenceOf(row, ...[...(row?.deliveries.keys() ?? [])].map((d) => world.injects.deliveries.get(d)));
}

/** The moves as far as the edition knows them: those that began, and, for control, those still planned. */
export function movesOf(world: World): { number: number; name: Text; from: number }[] {
  const began = world.moves.began.map((m) => ({ number: m.number, name: m.name, from: m.at }));
  const planned = (world.moves.plan?.moves ?? [])
    .filter((m) => !began.some((b) => b.number === m.number))
    .map((m) => ({ number: m.number, name: m.name, from: m.from }));
  return [...began, ...planned].sort((a, b) => a.from - b.from);
}

/** Under which of the kinds an event of the record falls, for the list. */
export function kindOfEvent(type: string): Kind {
  if (/^(Inject|Delivery|HoldLifted)/.test(type)) return 'inject';
  if (/^Expected/.test(type)) return 'expected';
  if (/^(Message|SpokenFor|Note)/.test(type)) return 'message';
  if (/^(Item|Request|Refusal|Onward|Recall|Destruction|Sharing)/.test(type)) return 'sharing';
  if (/^(Person|Hand|Roll|Card|Taker)/.test(type)) return 'people';
  return 'clock';
}
