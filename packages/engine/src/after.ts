import { grained } from './clock/grain.ts';
import type { Id, Ms } from './fact.ts';
import type { After } from './fields.ts';
import { hangingOn, type Lookup } from './lookup.ts';
import { lookersOn } from './parties.ts';
import type { Context } from './room.ts';
import type { AnyEvent, World } from './world.ts';

/** The events that something can come after. */
export const TURNS = ['InjectReleased', 'MilestoneReached', 'ExpectedJudged', 'ExpectedSeen'] as const;

/** What has just happened, as rows name what they come after. */
export type Happened = Omit<After, 'delay'>;

/** Undefined for what nothing comes after. */
export function happened(world: World, event: AnyEvent): Happened | undefined {
  switch (event.type) {
    case 'InjectReleased':
      return { event: world.injects.rows.get(event.inject)?.plan?.card.scenario };
    case 'MilestoneReached':
      return { milestone: event.milestone };
    case 'ExpectedSeen':
    case 'ExpectedJudged':
      if (event.type === 'ExpectedJudged' && event.verdict !== 'met') return undefined;
      return { event: world.expected.rows.get(event.expected)?.plan?.card.scenario };
    default:
      return undefined;
  }
}

/** When a row's time comes that comes after what happens now: at once without a delay, else on whole ten seconds. */
export function timeAfter(after: After, now: Ms): Ms {
  return after.delay === 0 ? now : grained(now + after.delay);
}

/** Under which keys a row is looked up that comes after something. */
export function followed(after: After | undefined): string[] {
  const { event, milestone } = after ?? {};
  return [...(event === undefined ? [] : [`event ${event}`]), ...(milestone === undefined ? [] : [`milestone ${milestone}`])];
}

/** The rows that come after what has just happened. */
export function followers(lookup: Lookup, { event, milestone }: Happened): ReadonlySet<Id> {
  return hangingOn(lookup, event === undefined ? `milestone ${milestone}` : `event ${event}`);
}

/** True if a party's controllers and evaluators were given an event: what follows from it may be told to them at once. */
export function toldTo(ctx: Pick<Context, 'given'>, party: string, event: Id | undefined): boolean {
  return event !== undefined && lookersOn(party).every((v) => ctx.given(v, event));
}
