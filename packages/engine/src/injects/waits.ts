import { type Roster, split } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import type { Id } from '../fact.ts';
import type { After } from '../fields.ts';
import { partiesOf } from '../parties.ts';
import type { Scenario } from '../scenario.ts';

/** What a party's controllers may read of a condition needs these. */
export interface Names {
  readonly scenario: Scenario;
  readonly roster: Roster;
  /** Scenario id of an inject → its opaque id. */
  readonly injects: ReadonlyMap<string, Id>;
}

/**
 * A condition as `party`'s controllers may read it: only if they hold all that it depends on; injects by their opaque
 * ids, milestones spelt out. Otherwise undefined, and the row just "waits".
 */
export function readableBy(names: Names, party: string, when: Condition, depth = 0): Condition | undefined {
  if (depth > 20) return undefined;
  if ('all' in when || 'any' in when) {
    const parts = ('all' in when ? when.all : when.any).map((c) => readableBy(names, party, c, depth + 1));
    if (parts.some((c) => c === undefined)) return undefined;
    return 'all' in when ? { all: parts as Condition[] } : { any: parts as Condition[] };
  }
  if ('not' in when) {
    const inner = readableBy(names, party, when.not, depth + 1);
    return inner && { not: inner };
  }
  if ('time' in when) return when;
  if ('milestone' in when) {
    const milestone = names.scenario.milestones.find((m) => m.id === when.milestone);
    return milestone && readableBy(names, party, milestone.when, depth + 1);
  }
  const { roster } = names;
  if ('inject' in when) {
    const { id, is, by } = when.inject;
    const row = names.scenario.injects.find((i) => i.id === id);
    const opaque = names.injects.get(id);
    if (!row || opaque === undefined || !partiesOf(roster, row.to).includes(party)) return undefined;
    const marksAreOurs = is === 'released' || is === 'skipped' || (by !== undefined && roster.partyOf(by) === party);
    return marksAreOurs ? { inject: { ...when.inject, id: opaque } } : undefined;
  }
  if ('message' in when) {
    const { from, to, about } = when.message;
    const ours = [from, to].some((a) => a !== undefined && PLAYERS.has(split(a)[0]) && roster.partyOf(a) === party);
    return ours && about === undefined ? when : undefined;
  }
  return undefined; // variables and expected actions are lead control's
}

/** What is written by or to these goes to the party's controllers and to its evaluators; what control writes to control does not. */
const PLAYERS: ReadonlySet<string> = new Set(['party', 'cell', 'seat']);

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
