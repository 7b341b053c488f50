import { type Address, type Roster, split } from '../audience.ts';
import type { Fact, Text } from '../fact.ts';
import type { World } from '../world.ts';
import type { PressRules } from './desk-language.ts';
import type { Line } from './language.ts';
import { saysLine } from './lines.ts';
import type { Rank } from './words.ts';

/** Who stands at a side’s press desk: those who may speak for it, and those who clear. */

/** How a side clears; where the scenario says nothing, it clears nothing. */
export function rulesOf(world: Pick<World, 'statements' | 'seats'>, roster: Roster, party: string): PressRules {
  const given: (Fact & PressRules) | undefined = world.statements.press.get(party);
  if (given) return given;
  return {
    party,
    speakers: roster.members(`party:${party}`).flatMap((seat) => (maySpeak(roster, seat) ? [{ seat, rank: 'spokesperson' as const }] : [])),
    clearers: [],
    order: 'ordered',
    each: 0,
    expired: 'blocks',
    live: false,
    languages: [],
  };
}

/** What somebody would say at once, as far as it asks for clearance. */
export interface Outright {
  readonly text: Text;
  readonly line?: Line | undefined;
  readonly venue?: Text | undefined;
  /** A question in the speaker’s own words. */
  readonly asked?: unknown;
  /** The one outlet that hears it. */
  readonly outlet?: Address | undefined;
  /** It answers at a press conference what an outlet has asked there. */
  readonly there: boolean;
}

/** Rule D8: nobody has cleared a venue or a question in the speaker’s own words either. */
export function needsClearing({ clearers, live }: PressRules, { text, line, venue, asked, outlet, there }: Outright): boolean {
  if (clearers.length === 0) return false;
  // What is whispered to one outlet is no answer to all.
  if (there && outlet === undefined && !live) return venue !== undefined;
  return !saysLine(line, text) || venue !== undefined || asked !== undefined;
}

export const maySpeak = (roster: Roster, seat: Address): boolean =>
  split(seat)[0] === 'seat' && roster.seats.get(split(seat)[1] as string)?.may.includes('speak') === true;

/** The seats of a press desk; all of the side where nobody stands there. */
export function deskSeats({ speakers, clearers, up, party }: PressRules): Address[] {
  const seats = [...new Set([...speakers.map((s) => s.seat), ...clearers, ...(up === undefined ? [] : [up])])];
  return seats.length > 0 ? seats : [`party:${party}`];
}

export const deskOf = (world: Pick<World, 'statements' | 'seats'>, roster: Roster, party: string): Address[] =>
  deskSeats(rulesOf(world, roster, party));

export function rankOf(rules: PressRules, seat: Address): Rank {
  return rules.speakers.find((s) => s.seat === seat)?.rank ?? 'official';
}
