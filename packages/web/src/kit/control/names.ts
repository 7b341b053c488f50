import { isToAll, type Text, type World } from '@entente/engine';
import { type Twin, twinsOf } from '../twins.ts';

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
  readonly #parties: Map<string, PartyName>;
  readonly #cells = new Map<string, { name: Text; party: string }>();
  readonly #seats = new Map<string, SeatName>();
  readonly #entities = new Map<string, Text>();
  readonly #twins: ReadonlyMap<string, Twin>;

  constructor(seats: World['seats']) {
    this.parties = (seats.exercise?.parties ?? []).map((p, index) => ({
      id: p.id,
      name: p.name,
      letter: p.letter,
      index,
      playedByControl: p.playedByControl,
    }));
    this.#parties = new Map(this.parties.map((p) => [p.id, p]));
    for (const cell of seats.directory?.cells ?? []) {
      this.#cells.set(cell.id, { name: cell.name, party: cell.party });
      for (const seat of cell.seats)
        this.#seats.set(seat.id, {
          id: seat.id,
          address: `seat:${seat.id}`,
          name: seat.name,
          cell: cell.id,
          cellName: cell.name,
          party: cell.party,
          alone: cell.seats.length === 1,
        });
    }
    for (const entity of seats.directory?.entities ?? []) this.#entities.set(entity.id, entity.name);
    this.seats = [...this.#seats.values()];
    this.#twins = twinsOf(this.seats);
  }

  party(id: string | undefined): PartyName | undefined {
    return id === undefined ? undefined : this.#parties.get(id);
  }

  /** The party that an address belongs to; undefined for control, entities, everyone and public. */
  partyOf(address: string): PartyName | undefined {
    const [kind, id = ''] = cut(address);
    if (kind === 'seat') return this.party(this.#seats.get(id)?.party);
    if (kind === 'cell') return this.party(this.#cells.get(id)?.party);
    if (kind === 'party' || kind === 'control' || kind === 'evaluators') return this.party(id);
    return undefined;
  }

  seat(address: string): SeatName | undefined {
    return this.#seats.get(cut(address)[1] ?? '');
  }

  /** True for a simulated entity, with or without its prefix. */
  isEntity(address: string): boolean {
    return this.#entities.has(address.replace(/^entity:/, ''));
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
    return this.#twins.get(cut(address)[1] ?? '')?.beyond ?? false;
  }

  /** An address in words: “Head of government’s office”, “Wire agency”, “control”. `whole` puts the party's letter before it. */
  say(address: string, pick: Pick, say: Say, whole = false): string {
    const [kind, id = ''] = cut(address);
    const party = this.partyOf(address);
    if (kind === 'control') return party ? say('who.controlOf', { party: pick(party.name) }) : say('who.control');
    if (kind === 'evaluators') return party ? say('who.evaluatorsOf', { party: pick(party.name) }) : say('who.evaluators');
    if (address === 'public' || address === 'everyone' || address === 'observers') return say(`who.${address}`);
    const own = this.#ownName(kind, id, pick);
    return whole && party && kind !== 'party' ? `${party.letter} ${own}` : own;
  }

  #ownName(kind: string, id: string, pick: Pick): string {
    if (kind === 'party') return pick(this.#parties.get(id)?.name) || id;
    if (kind === 'cell') return pick(this.#cells.get(id)?.name) || id;
    if (kind === 'seat') {
      const seat = this.#seats.get(id);
      if (!seat) return id;
      const name = pick(seat.name);
      // Two seats of one name (an import gives such) are told apart by their cells.
      return this.#twins.get(id)?.within ? `${pick(seat.cellName)}, ${name}` : name;
    }
    const entity = kind === 'entity' ? id : `${kind}`;
    return pick(this.#entities.get(entity)) || entity;
  }
}

/** `seat:rok-nsa` → ['seat', 'rok-nsa']; `public` → ['public', undefined]. */
export function cut(address: string): [string, string | undefined] {
  const colon = address.indexOf(':');
  return colon < 0 ? [address, undefined] : [address.slice(0, colon), address.slice(colon + 1)];
}
