/**
 * Addresses: `public`, `everyone`, `party:rok`, `cell:rok-nsc`, `seat:rok-spokesperson`,
 * `control` (lead control), `control:rok` (a party's own controllers), `evaluators`, `evaluators:rok`, `observers`.
 * A viewer is whoever has a feed of its own; each viewer is named by an address of its own.
 */
export type Address = string;

export interface RosterSeat {
  readonly id: string;
  readonly cell: string;
  readonly party: string;
  readonly may: readonly string[];
}
export interface RosterParty {
  readonly id: string;
  /** True if control plays this party. */
  readonly playedByControl: boolean;
}

/** Interned: two audiences with the same viewers and the same addresses are one object. */
export interface Audience {
  /** Canonical: sorted addresses after closure, joined by spaces. */
  readonly key: string;
  readonly addresses: readonly Address[];
  readonly viewers: ReadonlySet<Address>;
}

/** The people and posts that addresses resolve to; fixed when the exercise is created. */
export class Roster {
  readonly parties: ReadonlyMap<string, RosterParty>;
  readonly seats: ReadonlyMap<string, RosterSeat>;
  readonly cells: ReadonlyMap<string, string>;
  readonly entities: ReadonlySet<string>;
  /** Every viewer, in a fixed order. */
  readonly viewers: readonly Address[];
  readonly #members = new Map<Address, readonly Address[]>();
  readonly #interned = new Map<string, Audience>();
  /** By the list that events made here carry: it is one object for each audience. */
  readonly #byList = new Map<readonly Address[], Audience>();
  #asked = path();
  #paths = 0;

  constructor(
    parties: readonly RosterParty[],
    cells: readonly { id: string; party: string }[],
    seats: readonly RosterSeat[],
    entities: readonly string[],
  ) {
    this.parties = new Map(parties.map((p) => [p.id, p]));
    this.cells = new Map(cells.map((c) => [c.id, c.party]));
    this.seats = new Map(seats.map((s) => [s.id, s]));
    this.entities = new Set(entities);
    const seatViewers = seats.map((s) => `seat:${s.id}`);
    const own = ['control', ...parties.map((p) => `control:${p.id}`), 'evaluators', ...parties.map((p) => `evaluators:${p.id}`)];
    this.viewers = [...own, ...seatViewers, 'observers', 'public'];
    const everyone = [...own, ...seatViewers];
    this.#members.set('public', this.viewers).set('everyone', everyone);
    for (const p of parties)
      this.#members.set(
        `party:${p.id}`,
        seats.filter((s) => s.party === p.id).map((s) => `seat:${s.id}`),
      );
    for (const c of cells)
      this.#members.set(
        `cell:${c.id}`,
        seats.filter((s) => s.cell === c.id).map((s) => `seat:${s.id}`),
      );
    for (const v of this.viewers) if (v !== 'public') this.#members.set(v, [v]);
  }

  /** True if events can be addressed so. */
  knows(address: Address): boolean {
    return this.#members.has(address);
  }

  /** The viewers behind an address, without closure. Empty for an unknown one. */
  members(address: Address): readonly Address[] {
    return this.#members.get(address) ?? [];
  }

  /**
   * Addresses that reach these viewers and nobody else. The public screen has none of its own, since `public` is everybody: it
   * goes without where somebody else does.
   */
  exactly(viewers: readonly Address[]): readonly Address[] {
    if (!viewers.includes('public') || viewers.length === this.viewers.length) return viewers;
    return viewers.filter((v) => v !== 'public');
  }

  /** True if one of the addresses names this viewer, alone or among others, without closure. */
  reaches(to: readonly Address[], viewer: Address): boolean {
    return to.some((a) => this.members(a).includes(viewer));
  }

  /** The party that an address belongs to, if it belongs to one. */
  partyOf(address: Address): string | undefined {
    const [kind, id] = split(address);
    if (id === undefined) return undefined;
    if (kind === 'cell') return this.cells.get(id);
    if (kind === 'seat') return this.seats.get(id)?.party;
    return this.parties.has(id) ? id : undefined;
  }

  /** True for a party that control plays, and for what belongs to one. */
  isPlayed(address: Address): boolean {
    return this.parties.get(this.partyOf(address) ?? '')?.playedByControl === true;
  }

  /** True if everybody behind `inner` is also behind `outer` (both without closure). */
  within(inner: Address, outer: Address): boolean {
    if (inner === outer) return true;
    const members = this.members(inner);
    const set = this.members(outer);
    return members.length > 0 && members.every((m) => set.includes(m));
  }

  /**
   * The audience of addresses, after closure: what goes to a seat, cell or party also goes to that party's
   * controllers and evaluators, and everything goes to lead control.
   * @throws RangeError for an address that resolves to nobody known.
   */
  audience(addresses: readonly Address[]): Audience {
    const known = this.#byList.get(addresses);
    if (known) return known;
    // Asked for every event, mostly with a list that was asked for before.
    let at = this.#asked;
    for (let i = 0; i < addresses.length; i++) at = at.further.get(addresses[i] as Address) ?? this.#fork(at, addresses[i] as Address);
    at.audience ??= this.#close(addresses);
    return at.audience;
  }

  #fork(at: Path, address: Address): Path {
    if (!this.#members.has(address)) throw new RangeError(`no such address: ${address}`);
    if (++this.#paths > MOST_PATHS) {
      this.#asked = path();
      this.#paths = 0;
    }
    const next = path();
    at.further.set(address, next);
    return next;
  }

  #close(addresses: readonly Address[]): Audience {
    const closed = new Set<Address>(['control']);
    for (const a of addresses) {
      closed.add(a);
      const [kind] = split(a);
      if (kind === 'party' || kind === 'cell' || kind === 'seat') {
        const party = this.partyOf(a);
        closed.add(`control:${party}`).add(`evaluators:${party}`);
      }
    }
    const sorted = [...closed].sort();
    const key = sorted.join(' ');
    const known = this.#interned.get(key);
    if (known) return known;
    const viewers = new Set<Address>();
    for (const a of sorted) for (const v of this.members(a)) viewers.add(v);
    const audience: Audience = { key, addresses: sorted, viewers };
    this.#interned.set(key, audience);
    this.#byList.set(sorted, audience);
    return audience;
  }
}

/**
 * A cache of audiences, by the list of addresses that was asked for: a tree in which each step adds one address. It is emptied
 * when it has so many steps.
 */
interface Path {
  readonly further: Map<Address, Path>;
  audience: Audience | undefined;
}
const MOST_PATHS = 20_000;
const path = (): Path => ({ further: new Map(), audience: undefined });

/** True for what is said to all: nobody need acknowledge or answer it. */
export function isToAll(address: Address): boolean {
  return address === 'public' || address === 'everyone';
}

/** `control:rok` → ['control', 'rok']; `public` → ['public', undefined]. */
export function split(address: Address): Parts {
  return splits.get(address) ?? remember(address);
}
type Parts = readonly [string, string | undefined];
/** A cache: every decision splits the same few addresses. Texts that are no addresses are split too, so it keeps so many. */
const splits = new Map<Address, Parts>();
const MOST_SPLITS = 10_000;

function remember(address: Address): Parts {
  const colon = address.indexOf(':');
  const parts: Parts = colon < 0 ? [address, undefined] : [address.slice(0, colon), address.slice(colon + 1)];
  if (splits.size >= MOST_SPLITS) splits.clear();
  splits.set(address, parts);
  return parts;
}
