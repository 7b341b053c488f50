/** Who sits where, as the first lines of a record say it; for the law’s own judge, which imports nothing of the rooms. */

export interface Opened {
  readonly parties: readonly { readonly id: string; readonly playedByControl: boolean }[];
}
export interface Directory {
  readonly cells: readonly {
    readonly id: string;
    readonly party: string;
    readonly seats: readonly { readonly id: string; readonly may: readonly string[] }[];
  }[];
}
interface Seat {
  readonly at: string;
  readonly cell: string;
  readonly party: string;
  readonly release: boolean;
}

export const kindOf = (address: string): string => address.split(':')[0] as string;

export class House {
  readonly parties: readonly string[];
  readonly #played: ReadonlySet<string>;
  readonly #seats: readonly Seat[];

  constructor(opened: Opened, directory: Directory) {
    this.parties = opened.parties.map((p) => p.id);
    this.#played = new Set(opened.parties.filter((p) => p.playedByControl).map((p) => p.id));
    this.#seats = directory.cells.flatMap((c) =>
      c.seats.map((s) => ({ at: `seat:${s.id}`, cell: c.id, party: c.party, release: s.may.includes('release') })),
    );
  }

  /** The party that an address belongs to; undefined for control, everybody and whoever belongs to none. */
  party(address: string): string | undefined {
    const [kind, id] = address.split(':');
    if (kind === 'seat') return this.#seats.find((s) => s.at === address)?.party;
    if (kind === 'cell') return this.#seats.find((s) => s.cell === id)?.party;
    return id !== undefined && this.parties.includes(id) ? id : undefined;
  }

  playedByControl(party: string): boolean {
    return this.#played.has(party);
  }

  /** The seats behind an address. */
  seats(address: string): string[] {
    const [kind, id] = address.split(':');
    return this.#seats
      .filter(
        (s) =>
          kind === 'public' ||
          kind === 'everyone' ||
          s.at === address ||
          (kind === 'cell' && s.cell === id) ||
          (kind === 'party' && s.party === id),
      )
      .map((s) => s.at);
  }

  /** True if the viewer is one of those whom an address names, or watches over some of them. */
  behind(viewer: string, address: string): boolean {
    const kind = kindOf(viewer);
    if (address === 'public') return true;
    if (address === 'everyone') return kind !== 'public' && kind !== 'observers';
    if (kind === 'seat') return this.seats(address).includes(viewer);
    return viewer.includes(':') && this.party(viewer) === this.party(address);
  }

  /** Everybody who has a feed and gets what is recorded under these addresses. */
  viewers(to: readonly string[]): string[] {
    const all = new Set<string>(['control']);
    for (const address of to) {
      const kind = kindOf(address);
      if (['seat', 'cell', 'party', 'everyone', 'public'].includes(kind)) for (const seat of this.seats(address)) all.add(seat);
      else all.add(address);
      const party = this.party(address);
      const parties = kind === 'everyone' || kind === 'public' ? this.parties : party === undefined ? [] : [party];
      if (['seat', 'cell', 'party', 'everyone', 'public'].includes(kind))
        for (const p of parties) all.add(`control:${p}`).add(`evaluators:${p}`);
      if (kind === 'everyone' || kind === 'public') all.add('evaluators');
      if (kind === 'public') all.add('observers').add('public');
    }
    return [...all];
  }

  /** True if a seat may let things leave its party: it has the right, or nobody of its party has. */
  mayRelease(seat: string): boolean {
    if (kindOf(seat) === 'control') return true;
    const own = this.#seats.find((s) => s.at === seat);
    const side = this.#seats.filter((s) => s.party === own?.party);
    return own !== undefined && (own.release || !side.some((s) => s.release));
  }
}
