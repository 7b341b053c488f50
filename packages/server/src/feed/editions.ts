import { type Address, type Roster, split } from '@entente/engine';

/**
 * An edition is a way to look at one record: a viewer's own feed (named by the viewer's address), what a party's
 * player seats held (`party:rok`), `public`, or `joint`: what every played party held, never more.
 */
export type Edition = string;

/** Whether an event with these viewers belongs to an edition. */
export type Holds = (viewers: ReadonlySet<Address>) => boolean;

/** The editions that a viewer may open, its own first. */
export function editionsOf(viewer: Address, roster: Roster): Edition[] {
  const seats = (party?: string) =>
    [...roster.seats.values()].filter((s) => party === undefined || s.party === party).map((s) => `seat:${s.id}`);
  if (viewer === 'control') return ['control', ...[...roster.parties.keys()].map((p) => `party:${p}`), 'joint', ...seats(), 'public'];
  const [kind, party] = split(viewer);
  if (kind === 'control' && party !== undefined) return [viewer, `party:${party}`, ...seats(party), 'public'];
  return viewer === 'public' ? ['public'] : [viewer, 'public'];
}

/** The rule of an edition; undefined if there is no such edition. */
export function rule(edition: Edition, roster: Roster): Holds | undefined {
  if (edition === 'joint') return joint(roster);
  const [kind, party] = split(edition);
  if (kind === 'party' && party !== undefined) return roster.parties.has(party) ? partyRule(party, roster) : undefined;
  return roster.viewers.includes(edition) ? (viewers) => viewers.has(edition) : undefined;
}

/** What at least one player seat of the party held. */
function partyRule(party: string, roster: Roster): Holds {
  const seats = roster.members(`party:${party}`);
  return (viewers) => seats.some((s) => viewers.has(s));
}

/** The intersection over the parties that people play: a party that control plays reads nothing. */
function joint(roster: Roster): Holds {
  const played = [...roster.parties.values()].filter((p) => !p.playedByControl);
  const rules = (played.length > 0 ? played : [...roster.parties.values()]).map((p) => partyRule(p.id, roster));
  return (viewers) => rules.every((holds) => holds(viewers));
}
