import { type Address, type Id, type Roster, split } from '@entente/engine';

export type Here = 'present' | 'away';
/** One seat's or controller's browser, as others are shown it. */
export interface PresentPerson {
  readonly seat: Address;
  readonly person?: Id;
  readonly here: Here;
}

interface Visitor {
  readonly viewer: Address;
  person: Id | undefined;
  here: Here;
  streams: number;
}

/** Who has a page open. Never recorded; shown to the own party, its control and lead control, and to nobody else. */
export class Presence {
  readonly #roster: Roster;
  readonly #visitors = new Map<string, Visitor>();
  /** Who may know of a viewer's presence; what each may know, until something changes. */
  readonly #audiences = new Map<Address, ReadonlySet<Address>>();
  readonly #told = new Map<Address, string>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  arrive(session: string, viewer: Address, person: Id | undefined): void {
    const visitor = this.#visitors.get(session) ?? { viewer, person, here: 'present', streams: 0 };
    visitor.person = person;
    visitor.streams++;
    this.#visitors.set(session, visitor);
    this.#told.clear();
  }

  depart(session: string): void {
    const visitor = this.#visitors.get(session);
    if (visitor && --visitor.streams <= 0) this.#visitors.delete(session);
    this.#told.clear();
  }

  seat(session: string, person: Id | undefined): void {
    const visitor = this.#visitors.get(session);
    if (visitor) visitor.person = person;
    this.#told.clear();
  }

  /** True if it changes anything. */
  say(session: string, here: Here): boolean {
    const visitor = this.#visitors.get(session);
    // A page that closes or hides speaks for itself alone: while others of the session are open, its person is not away.
    if (!visitor || visitor.here === here || (here === 'away' && visitor.streams > 1)) return false;
    visitor.here = here;
    this.#told.clear();
    return true;
  }

  /** Open streams of a session. */
  streams(session: string): number {
    return this.#visitors.get(session)?.streams ?? 0;
  }

  /** The JSON of `{people}` for a viewer, made once for all of its windows. */
  told(viewer: Address): string {
    const told = this.#told.get(viewer) ?? JSON.stringify({ people: this.shownTo(viewer) });
    this.#told.set(viewer, told);
    return told;
  }

  /** Who is there, as `viewer` may know it: one entry per seat and person, present if any of their pages is. */
  shownTo(viewer: Address): PresentPerson[] {
    const people = new Map<string, PresentPerson>();
    for (const v of this.#visitors.values()) {
      if (!this.#audience(v.viewer).has(viewer)) continue;
      const key = `${v.viewer} ${v.person ?? ''}`;
      if (v.here === 'away' && people.has(key)) continue;
      people.set(key, { seat: v.viewer, ...(v.person === undefined ? {} : { person: v.person }), here: v.here });
    }
    return [...people.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
  }

  /** By the same closure as events: a seat's presence goes where its party's affairs go. */
  #audience(of: Address): ReadonlySet<Address> {
    let audience = this.#audiences.get(of);
    if (audience) return audience;
    const [kind] = split(of);
    const party = this.#roster.partyOf(of);
    audience = this.#roster.audience([
      kind === 'seat' && party !== undefined ? `party:${party}` : of === 'public' ? 'control' : of,
    ]).viewers;
    this.#audiences.set(of, audience);
    return audience;
  }
}
