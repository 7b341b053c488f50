import type { Address } from '@entente/engine';
import type { Directory } from '../../../kit/Directory.tsx';

export interface RecipientGroup {
  /** The party whose addresses these are; `control` and `outside` stand for themselves. */
  readonly group: 'control' | 'outside' | `party:${string}`;
  readonly addresses: readonly Address[];
}

/** Whom a seat may write to, own side first: control, own party by cell and seat, the other parties, outside entities. One speaks to the public, and to outlets, by another form. */
export function recipientsFor(directory: Directory, seat: Address): RecipientGroup[] {
  const own = directory.partyOf(seat)?.card.id;
  const parties = [...directory.parties].sort((a, b) => Number(b.id === own) - Number(a.id === own));
  const ofParty = (id: string): Address[] => [
    `party:${id}`,
    ...directory.cells
      .filter((c) => c.party === id)
      // A cell of one seat is that seat: naming both would only ask which.
      .flatMap((c) => (c.seats.length === 1 ? [] : [`cell:${c.id}`]).concat(c.seats.map((s) => `seat:${s.id}`))),
  ];
  const outside = directory.entities.filter((e) => e.kind !== 'media' && e.kind !== 'public');
  const groups: RecipientGroup[] = [
    { group: 'control', addresses: ['control', ...(own ? [`control:${own}`] : [])] },
    ...parties.map((p): RecipientGroup => ({ group: `party:${p.id}`, addresses: ofParty(p.id).filter((a) => a !== seat) })),
    { group: 'outside', addresses: outside.map((e) => `entity:${e.id}`) },
  ];
  return groups.filter((g) => g.addresses.length > 0);
}
