import type { Address } from '@entente/engine';
import type { Directory } from '../../../kit/Directory.tsx';

/** A party with its cells and seats, as addresses; a cell of one seat is that seat. */
function ofParty(directory: Directory, party: string): Address[] {
  return [
    `party:${party}`,
    ...directory.cells
      .filter((c) => c.party === party)
      .flatMap((c) => (c.seats.length === 1 ? [] : [`cell:${c.id}`]).concat(c.seats.map((s) => `seat:${s.id}`))),
  ];
}

export interface PartyGroup {
  readonly party: string;
  readonly addresses: readonly Address[];
}

/** Whom one may consult, by party: the others first, then colleagues. */
export function consultable(directory: Directory, seat: Address): PartyGroup[] {
  const own = directory.partyOf(seat)?.card.id;
  return directory.parties
    .map((p) => ({ party: p.id, addresses: ofParty(directory, p.id).filter((a) => a !== seat) }))
    .sort((a, b) => Number(a.party === own) - Number(b.party === own));
}

/** Whom of the own side one may tell of a decision. */
export function ownSide(directory: Directory, seat: Address): PartyGroup[] {
  const own = directory.partyOf(seat)?.card.id;
  return own === undefined ? [] : [{ party: own, addresses: ofParty(directory, own) }];
}
