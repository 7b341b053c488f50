import {
  clockStatus,
  type Exercise,
  isPast,
  type Ms,
  type Recorded,
  scenarioNow,
  seatCount,
  type Text,
  type World,
  waiting,
} from '@entente/engine';
import { seatsPlayed } from '@entente/engine/seats';
import { isPlayed, simulatedAt } from '../simulated/mark.ts';

/** What the lobby shows of an exercise; written with every commit, so that it can be shown without opening the exercise. */
export interface Summary {
  readonly title: Text | undefined;
  /** STARTEX as the scenario says it. */
  readonly start: string | undefined;
  readonly status: 'ready' | 'running' | 'paused' | 'ended';
  readonly rate: number;
  /** Why it is paused. */
  readonly reason?: string;
  /** Scenario time when this was written, ms. */
  readonly scenarioNow: Ms;
  /** Seats that people play: those at which somebody sits, and all. */
  readonly seatsIn: number;
  readonly seatsOf: number;
  /** Of those, the seats at which nobody but a simulated person sits. */
  readonly simulatedIn?: number;
  /** What waits for lead control's hand. */
  readonly hand: { readonly count: number; readonly overdue: number };
  /** Scenario time of ENDEX, ms. */
  readonly ended?: Ms;
  /** One person practises alone: lead control is simulated. */
  readonly practice?: true;
}

export function summaryOf(world: World, now: Ms): Summary {
  const seats = seatCount(world);
  const { rate = 1, reason } = world.clock.reading ?? {};
  const simulatedIn = seatsPlayed(world).filter((s) => isPlayed(world, s)).length;
  const status = clockStatus(world);
  const hand = waiting(world, 'control', now).filter((w) => w.press !== 'aside');
  return {
    title: world.seats.exercise?.title,
    start: world.seats.exercise?.start,
    status,
    rate,
    ...(status === 'paused' && reason !== undefined ? { reason } : {}),
    scenarioNow: now,
    seatsIn: seats.seated,
    seatsOf: seats.of,
    ...(simulatedIn > 0 ? { simulatedIn } : {}),
    hand: { count: hand.length, overdue: hand.filter((w) => isPast(w.due, now)).length },
    ...(status === 'ended' ? { ended: scenarioNow(world, 0) } : {}),
    ...(simulatedAt(world, 'control') ? { practice: true } : {}),
  };
}

/** Events that change what a summary is for. What waits for a hand is counted anew with them, and when an exercise closes. */
const CHANGES: ReadonlySet<string> = new Set<Recorded['event']['type']>([
  'PersonSeated',
  'PersonLeft',
  'EmergencyRaised',
  'EmergencyStoodDown',
  'ClockStarted',
  'ClockPaused',
  'RateSet',
  'ClockJumped',
  'ExerciseEnded',
]);

/** The summary of an exercise as text: made anew when something in it changed, and only then. */
export class SummaryText {
  #text: string | undefined;

  /** After these events, on the head that took them. */
  after(events: readonly Recorded[], head: Exercise, wall: number): string {
    if (this.#text === undefined || events.some((e) => CHANGES.has(e.event.type))) return this.anew(head, wall);
    return this.#text;
  }

  /** What was made last may be of events that were not kept. */
  forget(): void {
    this.#text = undefined;
  }

  anew(head: Exercise, wall: number): string {
    this.#text = JSON.stringify(summaryOf(head.world, head.now(wall)));
    return this.#text;
  }
}
