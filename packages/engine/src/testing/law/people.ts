/** A viewer or an audience, as the record writes it: `control`, `control:a`, `seat:a-lead`, `party:a`, `public` … */
export type Address = string;

/** The directory as the law reads it: off a record’s first two events, with no help from the code that is judged. */
export interface Directory {
  readonly parties: readonly { readonly id: string; readonly letter: string; readonly playedByControl: boolean }[];
  readonly cells: readonly {
    readonly id: string;
    readonly party: string;
    readonly seats: readonly { readonly id: string; readonly may: readonly string[] }[];
  }[];
  readonly entities: readonly { readonly id: string; readonly kind?: string; readonly speaksFor?: string }[];
}

/** Who stands behind an address, by the words of docs/architecture.md (“Addresses and closure”). */
export class People {
  readonly parties: readonly string[];
  readonly #directory: Directory;
  readonly #seats = new Map<string, { cell: string; party: string; may: readonly string[] }>();

  constructor(directory: Directory) {
    this.#directory = directory;
    this.parties = directory.parties.map((p) => p.id);
    for (const { id: cell, party, seats } of directory.cells) for (const { id, may } of seats) this.#seats.set(id, { cell, party, may });
  }

  letter(party: string): string {
    return this.#directory.parties.find((p) => p.id === party)?.letter ?? '';
  }
  played(party: string | undefined): boolean {
    return this.#directory.parties.some((p) => p.id === party && p.playedByControl);
  }
  entity(id: string): boolean {
    return this.#directory.entities.some((e) => e.id === id);
  }
  /** True of an entity that reports, posts, or speaks for a side. */
  hasVoice(id: string): boolean {
    return this.#directory.entities.some((e) => e.id === id && (e.kind === 'media' || e.kind === 'public' || e.speaksFor !== undefined));
  }

  /** The party that a seat, cell, party, or a party’s controllers or evaluators belong to. */
  partyOf(address: Address): string | undefined {
    const [kind, id] = parted(address);
    if (kind === 'seat') return this.#seats.get(id)?.party;
    if (kind === 'cell') return this.#directory.cells.find((c) => c.id === id)?.party;
    return this.parties.includes(id) ? id : undefined;
  }

  /** The parties of addresses; all of them for `everyone` and `public`. */
  partiesOf(to: readonly Address[]): string[] {
    if (to.some(isAll)) return [...this.parties];
    return this.parties.filter((p) => to.some((a) => this.partyOf(a) === p));
  }

  /** Recipients as one delivery each has them: everyone at once, or those of one party. */
  groups(to: readonly Address[]): Address[][] {
    for (const all of ['public', 'everyone']) if (to.includes(all)) return [[all]];
    return this.partiesOf(to).map((p) => to.filter((a) => this.partyOf(a) === p));
  }

  /** Player seats, in the order of the directory. */
  seats(party: string): Address[] {
    return [...this.#seats].filter(([, seat]) => seat.party === party).map(([id]) => `seat:${id}`);
  }
  cellOf(seat: Address): string | undefined {
    return this.#seats.get(parted(seat)[1])?.cell;
  }
  may(seat: Address, right: string): boolean {
    return this.#seats.get(parted(seat)[1])?.may.includes(right) === true;
  }

  /** The seats that decide what leaves a party: those that may release, or all where none may. */
  deciders(party: string): Address[] {
    const seats = this.seats(party);
    const may = seats.filter((s) => this.may(s, 'release'));
    return may.length > 0 ? may : seats;
  }

  /** Viewers behind an address, nobody added. */
  behind(address: Address): Address[] {
    const [kind, id] = parted(address);
    const every = ['control', 'evaluators', ...this.parties.flatMap((p) => [`control:${p}`, `evaluators:${p}`, ...this.seats(p)])];
    if (address === 'everyone') return every;
    if (address === 'public') return [...every, 'observers', 'public'];
    if (kind === 'party') return this.seats(id);
    if (kind === 'cell') return [...this.#seats].filter(([, seat]) => seat.cell === id).map(([seat]) => `seat:${seat}`);
    if (kind === 'seat') return this.#seats.has(id) ? [address] : [];
    return [...every, 'observers'].includes(address) ? [address] : [];
  }

  /** The seats behind an address. */
  seatsBehind(address: Address): Address[] {
    return this.behind(address).filter((v) => kindOf(v) === 'seat');
  }
  /** True if what goes to an address goes to that viewer; lead control, which has everything, aside. */
  reaches(address: Address, viewer: Address): boolean {
    return viewer !== 'control' && this.closed([address]).has(viewer);
  }
  /** True if a seat may let things leave its party. */
  mayRelease(seat: Address): boolean {
    return kindOf(seat) === 'control' || this.deciders(this.partyOf(seat) ?? '').includes(seat);
  }

  /** Viewers behind addresses; what a party’s seats get, its controllers and evaluators get; lead control gets all. */
  closed(to: readonly Address[]): Set<Address> {
    const viewers = new Set<Address>(['control']);
    for (const address of to) {
      for (const v of this.behind(address)) viewers.add(v);
      const party = this.partyOf(address);
      if (/^(seat|cell|party):/.test(address) && party !== undefined) viewers.add(`control:${party}`).add(`evaluators:${party}`);
    }
    return viewers;
  }
}

export function parted(address: Address): [kind: string, id: string] {
  const colon = address.indexOf(':');
  return colon < 0 ? [address, ''] : [address.slice(0, colon), address.slice(colon + 1)];
}

export const kindOf = (address: Address): string => parted(address)[0];

export const isAll = (address: Address): boolean => address === 'public' || address === 'everyone';

/** A party’s own controllers and evaluators. */
export const staff = (party: string): Address[] => [`control:${party}`, `evaluators:${party}`];
