import type { Address, CellCard, EntityCard, PartyCard, Text, World } from '@entente/engine';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Twin, twinsOf } from './twins.ts';

/** Whom addresses name, out of what this viewer's world knows of the exercise. */
export interface Directory {
  readonly start: string | undefined;
  readonly title: Text | undefined;
  readonly parties: readonly PartyCard[];
  readonly cells: readonly CellCard[];
  readonly entities: readonly EntityCard[];
  /** By address `seat:…`. */
  readonly seats: ReadonlyMap<
    Address,
    { readonly id: string; readonly name: Text; readonly may: readonly string[]; readonly cell: CellCard }
  >;
  /** Cells and seats whose name others bear too, by address. */
  readonly twins: ReadonlyMap<Address, Twin>;
  /** The party that an address belongs to, with its place in the order of parties. */
  partyOf(address: Address): { readonly card: PartyCard; readonly order: number } | undefined;
}

/** Builds the directory of a world; give it again only when exercise or directory changed. */
export function directoryOf(seats: Pick<World['seats'], 'exercise' | 'directory'>): Directory {
  const parties = seats.exercise?.parties ?? [];
  const cells = seats.directory?.cells ?? [];
  const byCell = new Map(cells.map((c) => [c.id, c.party]));
  const bySeat: Map<Address, { id: string; name: Text; may: readonly string[]; cell: CellCard }> = new Map();
  for (const cell of cells) for (const s of cell.seats) bySeat.set(`seat:${s.id}`, { ...s, cell });
  const seated = cells.flatMap((c) => c.seats.map((s) => ({ id: `seat:${s.id}`, name: s.name, party: c.party })));
  const twins = new Map([...twinsOf(cells.map((c) => ({ ...c, id: `cell:${c.id}` }))), ...twinsOf(seated)]);
  const orders = new Map(parties.map((card, order) => [card.id, { card, order }]));
  return {
    start: seats.exercise?.start,
    title: seats.exercise?.title,
    parties,
    cells,
    entities: seats.directory?.entities ?? [],
    seats: bySeat,
    twins,
    partyOf(address) {
      const [kind, id = ''] = address.split(':');
      if (kind === 'seat') return orders.get(bySeat.get(address)?.cell.party ?? '');
      if (kind === 'cell') return orders.get(byCell.get(id) ?? '');
      return kind === 'entity' ? undefined : orders.get(id);
    },
  };
}

const Current = createContext<Directory>(directoryOf({}));

/** Gives names to every mark and name inside. `seats` is a world's room `seats`. */
export function DirectoryProvider({ seats, children }: { readonly seats: World['seats']; readonly children: ReactNode }) {
  const { exercise, directory } = seats;
  const value = useMemo(
    () => directoryOf({ ...(exercise ? { exercise } : {}), ...(directory ? { directory } : {}) }),
    [exercise, directory],
  );
  return <Current value={value}>{children}</Current>;
}

export function useDirectory(): Directory {
  return useContext(Current);
}

/** A text in the language that is read. */
export type Picked = (text: Text | undefined) => string;
/** Words that names need besides the scenario's own. */
export interface NameWords {
  readonly control: string;
  readonly controlOf: (party: string) => string;
  readonly everyone: string;
  readonly public: string;
  readonly evaluators: string;
  readonly evaluatorsOf: (party: string) => string;
  readonly observers: string;
  readonly ofCell: (cell: string, seat: string) => string;
  readonly ofParty: (name: string, party: string) => string;
}

/**
 * What already says whose a name is: nothing, in a sentence; the mark of its party, beside it; everything, where somebody is
 * told of the own seat.
 */
export type Beside = 'nothing' | 'mark' | 'own';

/**
 * The name of an address in a language, wherever it is said. An address nobody here knows stays as it is written. Where another bears the same
 * name, the cell and the party tell them apart, unless what stands beside it does.
 */
export function nameOf(d: Directory, address: Address, pick: Picked, words: NameWords, beside: Beside = 'nothing'): string {
  const name = ownName(d, address, pick, words);
  const twin = beside === 'own' ? undefined : d.twins.get(address);
  if (!twin) return name;
  const cell = twin.within ? d.seats.get(address)?.cell.name : undefined;
  const whole = cell === undefined ? name : words.ofCell(pick(cell), name);
  return twin.beyond && beside === 'nothing' ? words.ofParty(whole, pick(d.partyOf(address)?.card.name)) : whole;
}

function ownName(d: Directory, address: Address, pick: Picked, words: NameWords): string {
  const [kind, id] = address.includes(':') ? (address.split(':') as [string, string]) : [address, undefined];
  const party = () => pick(d.partyOf(address)?.card.name) || id || '';
  const named = (text: Text | undefined) => pick(text) || id || address;
  if (kind === 'seat') return named(d.seats.get(address)?.name);
  if (kind === 'cell') return named(d.cells.find((c) => c.id === id)?.name);
  if (kind === 'party') return party();
  if (kind === 'entity') return named(d.entities.find((e) => e.id === id)?.name);
  if (kind === 'control') return id ? words.controlOf(party()) : words.control;
  if (kind === 'evaluators') return id ? words.evaluatorsOf(party()) : words.evaluators;
  if (kind === 'everyone' || kind === 'public' || kind === 'observers') return words[kind];
  // Injects name entities by their bare id.
  const entity = d.entities.find((e) => e.id === kind);
  return entity ? pick(entity.name) : address;
}
