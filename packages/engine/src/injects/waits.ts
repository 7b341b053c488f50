import { readableBy } from '../atoms.ts';
import type { Condition } from '../conditions.ts';
import type { After } from '../fields.ts';
import { partiesOf } from '../parties.ts';
import type { Names } from '../room.ts';

/** What a row of the MSEL waits for. */
interface Waiting {
  readonly after?: After | undefined;
  readonly when?: Condition | undefined;
}

/** True if `party`'s controllers are told at once when what a row comes after happens, and so know its time. */
export function knowsTime(names: Names, party: string, after: After | undefined, depth = 0): boolean {
  if (after === undefined) return true;
  if (depth > 20 || after.event === undefined || after.milestone !== undefined) return false;
  const { scenario, roster } = names;
  const inject = scenario.injects.find((i) => i.id === after.event);
  if (inject) return partiesOf(roster, inject.to).includes(party);
  const expected = scenario.expects.find((e) => e.id === after.event);
  if (!expected || roster.partyOf(expected.by) !== party) return false;
  if (expected.seen === undefined) return true;
  const opened = expected.controller === `control:${party}` || knowsTime(names, party, expected.after, depth + 1);
  return opened && readableBy(names, party, expected.seen) !== undefined;
}

/** True if all that a row waits for is `party`'s controllers' to know. */
export function openTo(names: Names, party: string, row: Waiting): boolean {
  return knowsTime(names, party, row.after) && (row.when === undefined || readableBy(names, party, row.when) !== undefined);
}
