import { type Address, type Circle, type Roster, split } from '@entente/engine';

/**
 * An edition is a way to look at one record: a viewer's own feed (named by the viewer's address), what a party's
 * player seats held (`party:rok`), `public`, `joint`: what every played party held, or that of a circle (`forum:ID`): what
 * every side of it held there. Never more.
 */
export type Edition = string;

/** Whether an event with these viewers belongs to an edition. */
export type Holds = (viewers: ReadonlySet<Address>) => boolean;

/** The editions that a viewer may open, its own first. `circles`: those of circles that there are now. */
export function editionsOf(viewer: Address, roster: Roster, circles: readonly Edition[]): Edition[] {
  const seats = (party?: string) =>
    [...roster.seats.values()].filter((s) => party === undefined || s.party === party).map((s) => `seat:${s.id}`);
  if (viewer === 'control')
    return ['control', ...[...roster.parties.keys()].map((p) => `party:${p}`), 'joint', ...circles, ...seats(), 'public'];
  const [kind, party] = split(viewer);
  if (kind === 'control' && party !== undefined) return [viewer, `party:${party}`, ...seats(party), 'public'];
  return viewer === 'public' ? ['public'] : [viewer, 'public'];
}

/** The rule of an edition; undefined if there is no such edition. `sides`: whose circle it is of, if it is of one. */
export function rule(edition: Edition, roster: Roster, sides: Circle['sides'] | undefined): Holds | undefined {
  if (sides) return everySide(sides);
  if (edition === 'joint') return joint(roster);
  const [kind, party] = split(edition);
  if (kind === 'party' && party !== undefined) return roster.parties.has(party) ? partyRule(party, roster) : undefined;
  return roster.viewers.includes(edition) ? (viewers) => viewers.has(edition) : undefined;
}

/** What at least one player seat of the party held. */
function partyRule(party: string, roster: Roster): Holds {
  return someSeat(roster.members(`party:${party}`));
}

const someSeat =
  (seats: readonly Address[]): Holds =>
  (viewers) =>
    seats.some((s) => viewers.has(s));

/** The intersection over sides: what of each at least one seat held. */
function everySide(sides: Circle['sides']): Holds {
  const rules = sides.map(someSeat);
  return (viewers) => rules.every((holds) => holds(viewers));
}

/** The intersection over the parties that people play: a party that control plays reads nothing. */
function joint(roster: Roster): Holds {
  const played = [...roster.parties.values()].filter((p) => !p.playedByControl);
  return everySide((played.length > 0 ? played : [...roster.parties.values()]).map((p) => roster.members(`party:${p.id}`)));
}
