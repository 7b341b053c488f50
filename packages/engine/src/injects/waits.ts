import type { Roster } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import { partiesOf } from '../parties.ts';
import type { Id } from '../room.ts';
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
    const ours = (from !== undefined && roster.partyOf(from) === party) || (to !== undefined && roster.partyOf(to) === party);
    return ours && about === undefined ? when : undefined;
  }
  return undefined; // variables and expected actions are lead control's
}
