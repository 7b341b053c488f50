import { type Address, type Roster, split } from '../audience.ts';

/** Who may add a language, and for whom. */

/** The side that a seat stands for: its party, or control, lead or of a party. */
export function sideOf(roster: Roster, seat: Address): Address {
  return split(seat)[0] === 'seat' ? `party:${roster.partyOf(seat)}` : seat;
}

/** The seats of a party that translate: those with the right; all of them where none has it. */
export function translators(roster: Roster, party: string): Address[] {
  const seats = roster.members(`party:${party}`);
  const may = seats.filter((s) => roster.seats.get(split(s)[1] as string)?.may.includes('translate'));
  return [...(may.length > 0 ? may : seats)];
}

/** True if a seat may translate for its side at all. Control always may. */
export function mayTranslate(roster: Roster, seat: Address): boolean {
  const [kind] = split(seat);
  return kind === 'control' || (kind === 'seat' && translators(roster, roster.partyOf(seat) as string).includes(seat));
}

/** True if what the author wrote is a seat’s own side’s. Control is one side. */
export function isOurs(roster: Roster, author: Address, seat: Address): boolean {
  if (split(author)[0] === 'control') return split(seat)[0] === 'control';
  return split(seat)[0] === 'seat' && roster.partyOf(author) === roster.partyOf(seat);
}

/** True if a seat may add a language to it, for all: the writer itself, and those who translate for its side. */
export function mayAdd(roster: Roster, author: Address, seat: Address): boolean {
  if (!isOurs(roster, author, seat)) return false;
  if (split(author)[0] === 'control') return seat === 'control' || seat === author;
  return seat === author || mayTranslate(roster, seat);
}
