import type { AnyEvent, World } from './exercise.ts';
import type { Ms } from './room.ts';

/** A row of the MSEL that comes after something: an inject (when released), an expected action (when met), a milestone. */
export interface After {
  readonly event?: string | undefined;
  readonly milestone?: string | undefined;
  readonly delay: Ms;
}

/** The events that something can come after. */
export const TURNS = ['InjectReleased', 'MilestoneReached', 'ExpectedJudged', 'ExpectedSeen'] as const;

/** What has just happened, as rows name what they come after, and the parties whose controllers hold that it has. */
export interface Happened extends Omit<After, 'delay'> {
  readonly knownTo: ReadonlySet<string>;
}

/** Undefined for what nothing comes after. */
export function happened(world: World, event: AnyEvent): Happened | undefined {
  switch (event.type) {
    case 'InjectReleased': {
      const row = world.injects.rows.get(event.inject);
      return { event: row?.plan?.card.scenario, knownTo: new Set(row?.shown.keys()) };
    }
    case 'MilestoneReached':
      return { milestone: event.milestone, knownTo: new Set() };
    case 'ExpectedSeen':
    case 'ExpectedJudged': {
      if (event.type === 'ExpectedJudged' && event.verdict !== 'met') return undefined;
      const row = world.expected.rows.get(event.expected);
      return { event: row?.plan?.card.scenario, knownTo: new Set(row?.shown.keys()) };
    }
    default:
      return undefined;
  }
}

/** True if the row comes after what has just happened. */
export function comesAfter(after: After, what: Happened): boolean {
  return (what.event !== undefined && after.event === what.event) || (what.milestone !== undefined && after.milestone === what.milestone);
}
