import { isToAll, type Text, type World } from '@entente/engine';
import { type Directory, directoryOf, type NameWords, nameOf } from '../Directory.tsx';

/** What screens say for a thing: the words a person reads, in the language picked by `pick`. */
export type Pick = (text: Text | undefined) => string;
/** The catalogue of this folder: a key and its values give a sentence. */
export type Say = (key: string, values?: Record<string, unknown>) => string;

export interface PartyName {
  readonly id: string;
  readonly name: Text;
  readonly letter: string;
  readonly index: number;
  readonly playedByControl: boolean;
}
export interface SeatName {
  readonly id: string;
  readonly address: string;
  readonly name: Text;
  readonly cell: string;
  readonly cellName: Text;
  readonly party: string;
  /** True if it is its cell's only seat. */
  readonly alone: boolean;
}

/** Who stands behind an address, in words. Built from what the viewer was given; holds no rules. */
export class Names {
  readonly parties: readonly PartyName[];
  readonly seats: readonly SeatName[];
  readonly #directory: Directory;
  readonly #seats: ReadonlyMap<string, SeatName>;

  constructor(seats: World['seats']) {
    this.#directory = directoryOf(seats);
    const { parties, cells } = this.#directory;
    this.parties = parties.map(({ id, name, letter, playedByControl }, index) => ({ id, name, letter, index, playedByControl }));
    this.seats = cells.flatMap((cell) =>
      cell.seats.map(({ id, name }) => ({
        id,
        address: `seat:${id}`,
        name,
        cell: cell.id,
        cellName: cell.name,
        party: cell.party,
        alone: cell.seats.length === 1,
      })),
    );
    this.#seats = new Map(this.seats.map((s) => [s.address, s]));
  }

  party(id: string | undefined): PartyName | undefined {
    return this.parties.find((p) => p.id === id);
  }

  /** The party that an address belongs to; undefined for control, entities, everyone and public. */
  partyOf(address: string): PartyName | undefined {
    return this.party(this.#directory.partyOf(address)?.card.id);
  }

  seat(address: string): SeatName | undefined {
    return this.#seats.get(address);
  }

  /** True for a simulated entity, with or without its prefix. */
  isEntity(address: string): boolean {
    const id = address.replace(/^entity:/, '');
    return this.#directory.entities.some((e) => e.id === id);
  }

  /** The seats that an address reaches. */
  seatsOf(address: string): readonly SeatName[] {
    const [kind, id] = cut(address);
    if (isToAll(address)) return this.seats;
    if (kind === 'party') return this.seats.filter((s) => s.party === id);
    if (kind === 'cell') return this.seats.filter((s) => s.cell === id);
    return this.seats.filter((s) => s.address === address);
  }

  /** True if a seat of another party bears the same name, so that the name alone does not say whose it is. */
  hasTwin(address: string): boolean {
    return this.#directory.twins.get(address)?.beyond ?? false;
  }

  /** An address in words: “Head of government’s office”, “Wire agency”, “control”. `whole` puts the party's letter before it. */
  say(address: string, pick: Pick, say: Say, whole = false): string {
    const own = nameOf(this.#directory, address, pick, wordsIn(say), 'mark');
    const party = /^(?:seat|cell):/.test(address) ? this.partyOf(address) : undefined;
    return whole && party ? `${party.letter} ${own}` : own;
  }
}

/** Control’s own words for those who are no post of the scenario’s. */
function wordsIn(say: Say): NameWords {
  return {
    control: say('who.control'),
    controlOf: (party) => say('who.controlOf', { party }),
    evaluators: say('who.evaluators'),
    evaluatorsOf: (party) => say('who.evaluatorsOf', { party }),
    everyone: say('who.everyone'),
    public: say('who.public'),
    observers: say('who.observers'),
    ofCell: (cell, seat) => `${cell}, ${seat}`,
    ofParty: (name) => name,
  };
}

/** `seat:rok-nsa` → ['seat', 'rok-nsa']; `public` → ['public', undefined]. */
export function cut(address: string): [string, string | undefined] {
  const colon = address.indexOf(':');
  return colon < 0 ? [address, undefined] : [address.slice(0, colon), address.slice(colon + 1)];
}
