import {
  type Address,
  actOf,
  type Command,
  type ExpectedFigures,
  expectedFigures,
  expectedStatus,
  type InjectStatus,
  injectStatus,
  type Ms,
  median,
  type Roster,
  type SharingMetrics,
  sharingMetrics,
  tookTo,
  type World,
} from '@entente/engine';
import { type ConsultationFigures, consultationFigures } from '@entente/engine/consultation';
import { executionFigures, type RunFigures } from '@entente/engine/execution';
import { type BoardFigures, planningFigures } from '@entente/engine/planning';

import { type SpokenFigures, spokenFigures } from './spoken.ts';

/** Figures of an exercise, from lead control's world. Times are scenario ms. */
export interface Metrics {
  readonly injects: {
    readonly total: number;
    readonly released: number;
    readonly skipped: number;
    /** Neither released nor skipped: planned, waiting, held, due or lapsed. */
    readonly unreleased: number;
    /** Deliveries; one inject may reach several parties, each with its own. */
    readonly delivered: number;
    /** From delivery to each seat's first reading, and from the text to its acknowledging, jumps aside; absent if nobody did. */
    readonly medianToRead?: Ms;
    readonly medianToAcknowledge?: Ms;
  };
  /** `open`: planned or open at the end; `passed`: by a jump, and not among `all`. */
  readonly expected: ExpectedFigures;
  /** Reached, in order of time. */
  readonly milestones: readonly { readonly milestone: string; readonly at: Ms }[];
  readonly messages: {
    readonly total: number;
    readonly byPurpose: Readonly<Record<string, number>>;
    /** By the sender's party; control and entities under `control`. */
    readonly byParty: Readonly<Record<string, number>>;
  };
  readonly sharing: SharingMetrics;
  readonly consultation: ConsultationFigures;
  readonly planning: readonly BoardFigures[];
  readonly execution: readonly RunFigures[];
  readonly spoken: SpokenFigures;
  /** Seats that did nothing but sit and read, and seats nobody took; control's parties aside. */
  readonly silentSeats: readonly string[];
}

/** True if the command, once taken, ends its seat's silence. */
export function speaks(command: Command): boolean {
  return actOf(command.type).quiet !== true;
}

/**
 * Computes the figures; pure. `spoke`: the seats with a command taken that speaks. It comes from the commands, since the
 * world does not say who wrote or revised an item.
 */
export function metricsOf(world: World, roster: Roster, spoke: ReadonlySet<Address>): Metrics {
  return {
    injects: injectFigures(world),
    expected: expectedFigures([...world.expected.rows.values()].map(expectedStatus)),
    milestones: reached(world),
    messages: messageFigures(world),
    sharing: sharingMetrics(world, roster),
    consultation: consultationFigures(world),
    planning: planningFigures(world),
    execution: executionFigures(world, world.clock.reading?.at ?? 0),
    spoken: spokenFigures(world),
    silentSeats: silentSeats(world, spoke),
  };
}

function injectFigures(world: World): Metrics['injects'] {
  const count = new Map<InjectStatus, number>();
  for (const row of world.injects.rows.values()) count.set(injectStatus(row), (count.get(injectStatus(row)) ?? 0) + 1);
  const total = world.injects.rows.size;
  const [released, skipped] = [count.get('released') ?? 0, count.get('skipped') ?? 0];
  const deliveries = [...world.injects.deliveries.values()];
  const read = median(deliveries.flatMap((d) => tookTo(world, d, 'read')));
  const acknowledged = median(deliveries.flatMap((d) => tookTo(world, d, 'acknowledged')));
  return {
    total,
    released,
    skipped,
    unreleased: total - released - skipped,
    delivered: deliveries.length,
    ...(read === undefined ? {} : { medianToRead: Math.round(read) }),
    ...(acknowledged === undefined ? {} : { medianToAcknowledge: Math.round(acknowledged) }),
  };
}

function reached(world: World): Metrics['milestones'] {
  const all = [...world.milestones.milestones].flatMap(([milestone, m]) => (m.reached ? [{ milestone, at: m.reached.at }] : []));
  return all.sort((a, b) => a.at - b.at);
}

function partyOfSeats(world: World): Map<string, string> {
  return new Map((world.seats.directory?.cells ?? []).flatMap((c) => c.seats.map((s) => [`seat:${s.id}`, c.party] as const)));
}

function messageFigures(world: World): Metrics['messages'] {
  const parties = partyOfSeats(world);
  const byPurpose = new Map<string, number>();
  const byParty = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const m of world.messages.messages.values()) {
    add(byPurpose, m.purpose);
    add(byParty, parties.get(m.from) ?? 'control');
  }
  const sorted = (map: Map<string, number>) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { total: world.messages.messages.size, byPurpose: sorted(byPurpose), byParty: sorted(byParty) };
}

function silentSeats(world: World, spoke: ReadonlySet<Address>): string[] {
  const byControl = new Set(world.seats.exercise?.parties.filter((p) => p.playedByControl).map((p) => p.id));
  return [...partyOfSeats(world)]
    .filter(([seat, party]) => !byControl.has(party) && !spoke.has(seat))
    .map(([seat]) => seat.slice('seat:'.length));
}
