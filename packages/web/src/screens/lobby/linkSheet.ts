import type { Text } from '@entente/engine';
import type { ExerciseSeat, JoinLink, ScenarioParty, ScenarioReading } from './api.ts';

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

/**
 * Every place of an exercise, by party, seats in the scenario's order; the party's controllers and evaluators after its seats.
 * The exercise says which places there are; the scenario, if it is still there, says what they are called.
 */
export function slipGroups(
  seats: readonly ExerciseSeat[],
  scenario: Pick<ScenarioReading, 'parties' | 'structure'> | undefined,
): SlipGroup[] {
  const names = namesOf(scenario);
  const ids = [...new Set(seats.map((s) => s.party))];
  const groups = ids.map((id): SlipGroup => {
    const index = scenario?.parties.findIndex((p) => p.id === id) ?? -1;
    const party = scenario?.parties[index];
    const slips = seats.filter((s) => s.party === id).map((s): Slip => ({ seat: s.seat, post: postOf(s.seat), ...names.get(s.seat) }));
    return {
      ...(party ? { party: { ...party, index } } : {}),
      slips: [...slips].sort((a, b) => Number(b.post === 'seat') - Number(a.post === 'seat')),
    };
  });
  return groups.sort((a, b) => Number(b.party !== undefined) - Number(a.party !== undefined));
}

function namesOf(scenario: Pick<ScenarioReading, 'structure'> | undefined): Map<string, { name: Text; cell: Text }> {
  const all = (scenario?.structure ?? []).flatMap((party) =>
    party.cells.flatMap((cell) => cell.seats.map((seat) => [`seat:${seat.id}`, { name: seat.name, cell: cell.name }] as const)),
  );
  return new Map(all);
}

function postOf(address: string): Slip['post'] {
  const [kind, id] = address.split(':');
  if (kind === 'control') return id === undefined ? 'control' : 'partyControl';
  if (kind === 'evaluators') return id === undefined ? 'evaluators' : 'partyEvaluators';
  return kind === 'observers' || kind === 'public' ? kind : 'seat';
}

/** Puts the links made on their slips and leaves out slips without one. */
export function withLinks(groups: readonly SlipGroup[], links: readonly JoinLink[]): SlipGroup[] {
  const urls = new Map(links.map((l) => [l.seat, l.url]));
  return groups
    .map((group) => ({
      ...group,
      slips: group.slips.flatMap((slip) => (urls.has(slip.seat) ? [{ ...slip, url: urls.get(slip.seat) }] : [])),
    }))
    .filter((group) => group.slips.length > 0);
}

/** Who usually gets a link: not the director's own post, and nobody of a party that control plays. */
export function usualSeats(seats: readonly ExerciseSeat[]): string[] {
  return seats.filter((s) => s.seat !== 'control' && s.playedByControl !== true).map((s) => s.seat);
}

/** All links of a group as lines of text, for pasting into a mail. */
export function asText(group: SlipGroup, nameOf: (slip: Slip) => string): string {
  return group.slips.map((slip) => `${nameOf(slip)}\t${slip.url ?? ''}`).join('\n');
}
