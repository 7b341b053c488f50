import type { Text } from '@entente/engine';
import type { JoinLink, ScenarioParty, ScenarioReading } from './api.ts';

/** One slip of the sheet of links: a seat, or a post beside the seats. */
export interface Slip {
  readonly seat: string;
  /** What kind of place it opens. */
  readonly post: 'seat' | 'control' | 'partyControl' | 'evaluators' | 'partyEvaluators' | 'observers' | 'public';
  readonly name?: Text | undefined;
  readonly cell?: Text | undefined;
  readonly url?: string | undefined;
}
/** A group of slips, printed together and handed to one party. `party` is absent for the exercise's own posts. */
export interface SlipGroup {
  readonly party?: (ScenarioParty & { readonly index: number }) | undefined;
  readonly slips: readonly Slip[];
}

const OWN: readonly Slip[] = [
  { seat: 'control', post: 'control' },
  { seat: 'evaluators', post: 'evaluators' },
  { seat: 'observers', post: 'observers' },
  { seat: 'public', post: 'public' },
];

/** Every place of an exercise, by party, seats in the scenario's order; the party's controllers and evaluators after its seats. */
export function slipGroups(scenario: Pick<ScenarioReading, 'parties'>): SlipGroup[] {
  const parties = scenario.parties.map((party, index) => ({
    party: { id: party.id, name: party.name, letter: party.letter, playedByControl: party.playedByControl, index },
    slips: [
      ...party.cells.flatMap((cell) => cell.seats.map((seat): Slip => ({ seat: `seat:${seat.id}`, post: 'seat', name: seat.name, cell: cell.name }))),
      { seat: `control:${party.id}`, post: 'partyControl' } satisfies Slip,
      { seat: `evaluators:${party.id}`, post: 'partyEvaluators' } satisfies Slip,
    ],
  }));
  return [...parties, { slips: OWN }];
}

/** Puts the links made on their slips and leaves out slips without one. A link for a place unknown here still gets its slip. */
export function withLinks(groups: readonly SlipGroup[], links: readonly JoinLink[]): SlipGroup[] {
  const urls = new Map(links.map((l) => [l.seat, l.url]));
  const filled = groups.map((group) => ({
    ...group,
    slips: group.slips.flatMap((slip) => {
      const url = urls.get(slip.seat);
      urls.delete(slip.seat);
      return url === undefined ? [] : [{ ...slip, url }];
    }),
  }));
  const rest = [...urls].map(([seat, url]): Slip => ({ seat, post: 'seat', name: seat, url }));
  return [...filled, { slips: rest }].filter((group) => group.slips.length > 0);
}

/** Seats of parties that control plays are control's own: no links for them unless asked. */
export function usualSeats(groups: readonly SlipGroup[]): string[] {
  return groups.flatMap((g) => g.slips.filter((s) => !(g.party?.playedByControl && s.post !== 'partyControl')).map((s) => s.seat));
}

/** All links of a group as lines of text, for pasting into a mail. */
export function asText(group: SlipGroup, nameOf: (slip: Slip) => string): string {
  return group.slips.map((slip) => `${nameOf(slip)}\t${slip.url ?? ''}`).join('\n');
}
