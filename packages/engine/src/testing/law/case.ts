import type { After, Condition, Facts, Line, Past } from './past.ts';
import { type Address, type People, parted } from './people.ts';

/** A scenario as the law reads it: only what some law asks for. */
export interface Plan {
  readonly situation?: unknown;
  readonly objectives: readonly unknown[];
  readonly parties: readonly {
    readonly id: string;
    readonly situation?: unknown;
    readonly cells: readonly {
      readonly id: string;
      readonly situation?: unknown;
      readonly seats: readonly { readonly id: string; readonly card?: unknown }[];
    }[];
  }[];
  readonly injects: readonly {
    readonly id: string;
    readonly to: readonly Address[];
    readonly manual: boolean;
    readonly controller?: Address | undefined;
    readonly control?: unknown;
    readonly when?: Condition | undefined;
    readonly after?: After | undefined;
  }[];
  readonly expects: readonly { readonly id: string; readonly by: Address; readonly controller?: Address | undefined }[];
  readonly items: readonly { readonly id: string; readonly held: readonly Address[] }[];
  readonly forums: readonly { readonly members: readonly { readonly party: string; readonly seats: readonly Address[] }[] }[];
}

/** What made the events of one turn: a command, or time. */
export interface Act {
  readonly by: Address;
  readonly command: Readonly<Record<string, unknown>> & { readonly type: string };
}

/** One event, and everything on which the law of its audience rests. */
export interface Case {
  readonly line: Line;
  readonly event: Facts;
  /** The record before it. */
  readonly past: Past;
  readonly people: People;
  /** Absent for records whose scenario nobody has any more: then the record is believed where it says what the scenario said. */
  readonly plan: Plan | undefined;
  /** The number of the first event of its turn. */
  readonly from: number;
  /** Absent for what time did, and for records that nobody watched being made. */
  readonly act: Act | undefined;
  /** What follows in the same turn. */
  readonly rest: readonly Line[];
}

/** Who may have an event: in words, and as addresses before closure. Nobody: such an event may not be. */
export interface Law {
  readonly says: string;
  readonly to: (c: Case) => readonly Address[];
  /** What it may carry beside its audience; the fault in words, or nothing. */
  readonly carries?: (c: Case) => string | undefined;
}
export type Laws = Readonly<Record<string, Law>>;

export const NOBODY: readonly Address[] = [];

/** Viewers as addresses: `public` is everybody, so the public screen is told with others only where all are. */
export function exactly(c: Case, viewers: readonly Address[]): Address[] {
  const all = c.people.behind('public');
  return all.every((v) => viewers.includes(v)) ? [...viewers] : viewers.filter((v) => v !== 'public');
}

/** Those behind addresses, after closure, that were given all of these. */
export function holding(c: Case, to: readonly Address[], ...ids: readonly string[]): Address[] {
  return exactly(
    c,
    [...c.people.closed(to)].filter((v) => ids.every((id) => c.past.holds(v, id))),
  );
}

/** True if it stands in the briefing, before anybody acted. */
export const briefing = (c: Case): boolean => c.past.all('PersonSeated').length === 0 && c.past.all('ClockStarted').length === 0;

/**
 * True if the acting seat may add a language to what the author wrote: the author itself; of its party those with the right
 * to translate, or all where none has it; lead control for what control wrote or spoke.
 */
export function addsLanguage(c: Case, author: Address): boolean {
  const by = c.act?.by;
  if (by === undefined || by === author) return true;
  const party = c.people.partyOf(author);
  const outside = parted(author)[0] === 'entity' || isControl(author) || c.people.played(party);
  if (outside) return by === 'control' || (parted(author)[0] === 'entity' && isControl(by));
  return parted(by)[0] === 'seat' && c.people.partyOf(by) === party && translates(c, by);
}

/** True if a seat translates for its party. */
export function translates(c: Case, seat: Address): boolean {
  const colleagues = c.people.seats(c.people.partyOf(seat) ?? '');
  return c.people.may(seat, 'translate') || !colleagues.some((s) => c.people.may(s, 'translate'));
}

export const isControl = (address: Address): boolean => parted(address)[0] === 'control';

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
