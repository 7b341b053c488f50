/**
 * What changed code is run with: which of its changes is on, and the addresses by which it widens an audience. One module
 * for all changes at once, so that a copy of the engine is loaded once and not for each of them.
 */

type Address = string;
/** The people of the exercise that is played, as its scenario lists them. */
export interface Cast {
  readonly parties: readonly string[];
  /** Party of each seat and cell, by address: `seat:a-lead` → `a`. */
  readonly partyOf: ReadonlyMap<Address, string>;
}

let on = -1;
let cast: Cast = { parties: [], partyOf: new Map() };
let passed = new Map<number, number>();
let changed = false;

/** Begins a run with one change, or with none (−1). */
export function begin(change: number, who: Cast): void {
  on = change;
  cast = who;
  passed = new Map();
  changed = false;
}
/** How often the run came by the place of each change, and whether the one that was on said anything else than the code. */
export function ended(): { readonly passed: ReadonlyMap<number, number>; readonly changed: boolean } {
  return { passed, changed };
}

function pass(change: number): void {
  passed.set(change, (passed.get(change) ?? 0) + 1);
}

/**
 * Asked at each place that may be changed.
 * @public called by changed code
 */
export function is(change: number): boolean {
  pass(change);
  return change === on;
}
/**
 * As `is`, for a change whose text always says something else.
 * @public called by changed code
 */
export function isOther(change: number): boolean {
  pass(change);
  if (change !== on) return false;
  changed = true;
  return true;
}

function noted<T>(before: T, after: T): T {
  changed ||= JSON.stringify(before) !== JSON.stringify(after);
  return after;
}

/** The party in place of each seat and cell. */
export function party(to: Iterable<Address>): Address[] {
  const before = [...to];
  return noted(
    before,
    before.map((a) => (cast.partyOf.has(a) ? `party:${cast.partyOf.get(a)}` : a)),
  );
}
/** @public called by changed code */
export function wider(address: Address): Address {
  return party([address])[0] as Address;
}
/**
 * With the controllers of a party that has no part in it.
 * @public called by changed code
 */
export function foreign(to: Iterable<Address>): Address[] {
  const before = [...to];
  const there = new Set(before.map((a) => cast.partyOf.get(a) ?? a.split(':')[1]));
  const another = before.includes('everyone') || before.includes('public') ? undefined : cast.parties.find((p) => !there.has(p));
  return noted(before, another === undefined ? before : [...before, `control:${another}`]);
}
/** @public called by changed code */
export function fewer(to: Iterable<Address>): Address[] {
  const before = [...to];
  return noted(before, before.slice(0, -1));
}
/**
 * The same of another party: `control:a` → `control:b`.
 * @public called by changed code
 */
export function other(address: Address): Address {
  const [kind, id] = address.split(':');
  const own = cast.partyOf.get(address) ?? id;
  const another = cast.parties.find((p) => p !== own);
  if (id === undefined || another === undefined) return address;
  return noted(address, kind === 'seat' || kind === 'cell' ? `party:${another}` : `${kind}:${another}`);
}
/**
 * `control` → lead control and the controllers of every party.
 * @public called by changed code
 */
export function every(kind: string): Address[] {
  return noted<Address[]>([], [kind, ...cast.parties.map((p) => `${kind}:${p}`)]);
}
/** @public called by changed code */
export function parties(): string[] {
  return noted<string[]>([], [...cast.parties]);
}
