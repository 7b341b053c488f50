import type { Address, CellCard, EntityCard, PartyCard, Text, World } from '@entente/engine';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { pick } from '../i18n/text.ts';

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
  const orders = new Map(parties.map((card, order) => [card.id, { card, order }]));
  return {
    start: seats.exercise?.start,
    title: seats.exercise?.title,
    parties,
    cells,
    entities: seats.directory?.entities ?? [],
    seats: bySeat,
    partyOf(address) {
      const [kind, id = ''] = address.split(':');
      if (kind === 'seat') return orders.get(bySeat.get(address)?.cell.party ?? '');
      if (kind === 'cell') return orders.get(byCell.get(id) ?? '');
      return orders.get(id);
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

/** Words that names need besides the scenario's own. */
export interface NameWords {
  readonly control: string;
  readonly controlOf: (party: string) => string;
  readonly everyone: string;
  readonly public: string;
  readonly evaluators: string;
  readonly evaluatorsOf: (party: string) => string;
  readonly observers: string;
}

/** The name of an address in a language; an address nobody here knows stays as it is written. */
export function nameOf(d: Directory, address: Address, language: string, words: NameWords): string {
  const [kind, id] = address.includes(':') ? (address.split(':') as [string, string]) : [address, undefined];
  const party = () => pick(d.partyOf(address)?.card.name, language) || id || '';
  const named = (text: Text | undefined) => pick(text, language) || id || address;
  if (kind === 'seat') return named(d.seats.get(address)?.name);
  if (kind === 'cell') return named(d.cells.find((c) => c.id === id)?.name);
  if (kind === 'party') return party();
  if (kind === 'entity') return named(d.entities.find((e) => e.id === id)?.name);
  if (kind === 'control') return id ? words.controlOf(party()) : words.control;
  if (kind === 'evaluators') return id ? words.evaluatorsOf(party()) : words.evaluators;
  if (kind === 'everyone' || kind === 'public' || kind === 'observers') return words[kind];
  // Injects name entities by their bare id.
  const entity = d.entities.find((e) => e.id === kind);
  return entity ? pick(entity.name, language) : address;
}
