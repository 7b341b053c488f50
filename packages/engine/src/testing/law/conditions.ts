import type { Case } from './case.ts';
import type { After, Condition, Facts } from './past.ts';

/** What a party’s controllers may read of conditions, from the words of docs/architecture.md: only what they hold all of. */

interface Sees {
  readonly party: string;
  /** The milestones’ conditions, spelt out. */
  readonly milestones: ReadonlyMap<string, Condition>;
  /** An inject by its scenario id: its opaque id, and whether the party is among its recipients. */
  inject(id: string): { readonly id: string; readonly ours: boolean } | undefined;
  ours(address: string | undefined): boolean;
  /** What these write or get, the party’s controllers and evaluators get; what control writes to control they do not both. */
  players(address: string | undefined): boolean;
}

function sees(c: Case, party: string): Sees {
  return {
    party,
    milestones: milestonesOf(c),
    inject: (id) => {
      const row = rowsOf(c).get(id);
      return row && { id: row.id, ours: c.people.partiesOf(row.to).includes(party) };
    },
    ours: (address) => address !== undefined && c.people.partyOf(address) === party,
    players: (address) => address !== undefined && /^(seat|cell|party):/.test(address) && c.people.partyOf(address) === party,
  };
}

/** Ids are given to all rows before the first is written, so rows that come later count too. */
function rowsOf(c: Case): Map<string, { id: string; to: readonly string[] }> {
  const lines = [...c.past.all('InjectPlanned'), c.line, ...c.rest].filter((l) => l.event.type === 'InjectPlanned');
  return new Map(lines.map(({ event: { inject, card } }) => [card.scenario ?? inject, { id: inject, to: card.to }]));
}
function milestonesOf(c: Case): Map<string, Condition> {
  const lines = c.past.all('MilestonePlanned').map((l) => l.event as unknown as { milestone: string; when: Condition });
  return new Map(lines.map((m) => [m.milestone, m.when]));
}

/** The condition as the party may read it: injects by their opaque ids, milestones spelt out; undefined if it may not. */
export function readable(c: Case, party: string, when: Condition): Condition | undefined {
  return read(sees(c, party), when, 0);
}

function read(s: Sees, when: Condition, depth: number): Condition | undefined {
  const [key = '', args] = Object.entries(when)[0] ?? [];
  if (depth > 20) return undefined;
  switch (key) {
    case 'all':
    case 'any': {
      const parts = (args as Condition[]).map((part) => read(s, part, depth + 1));
      return parts.includes(undefined) ? undefined : { [key]: parts };
    }
    case 'not': {
      const inner = read(s, args as Condition, depth + 1);
      return inner && { not: inner };
    }
    case 'time':
      return when;
    case 'milestone': {
      const spelt = s.milestones.get(args as string);
      return spelt && read(s, spelt, depth + 1);
    }
    case 'inject': {
      const { id, is, by } = args as { id: string; is: string; by?: string };
      const row = s.inject(id);
      // Whether it was read or acknowledged shows in marks, and each party holds its own marks alone.
      const marks = is === 'read' || is === 'acknowledged';
      return row?.ours && (!marks || s.ours(by)) ? { inject: { ...(args as object), id: row.id } } : undefined;
    }
    case 'message': {
      const { from, to, about } = args as { from?: string; to?: string; about?: string };
      return about === undefined && (s.players(from) || s.players(to)) ? when : undefined;
    }
    default:
      return undefined; // items, requests, variables and expected actions are lead control’s
  }
}

/** True if the party may know, from the scenario, when a row’s time comes and what it waits for. */
export function mayRead(c: Case, party: string, row: Facts): boolean {
  return (
    (row.when === undefined || readable(c, party, row.when) !== undefined) && (row.after === undefined || follows(c, party, row.after))
  );
}

/** True if the party’s controllers are told at once of what a row comes after. */
export function follows(c: Case, party: string, after: After): boolean {
  if (after.event === undefined) return false; // milestones are lead control’s
  const inject = sees(c, party).inject(after.event);
  if (inject) return inject.ours;
  const action = [...c.past.all('ExpectedPlanned'), ...c.rest].find(
    (l) => l.event.type === 'ExpectedPlanned' && l.event.card.scenario === after.event,
  )?.event;
  if (!action || c.people.partyOf(action.card.by) !== party) return false;
  // A judgement is told to the party at once; what the record sees, to those who were told that the time had begun and can read it.
  if (action.seen === undefined) return true;
  const opened = !action.after || action.card.controller === `control:${party}` || follows(c, party, action.after);
  return opened && readable(c, party, action.seen) !== undefined;
}

/** What an action comes after, by the id that the party holds; undefined if it may not know. */
export function known(c: Case, party: string, after: After | undefined): After | undefined {
  if (after?.event === undefined || !follows(c, party, after)) return undefined;
  const action = c.past.all('ExpectedPlanned').find((l) => l.event.card.scenario === after.event);
  const event = sees(c, party).inject(after.event)?.id ?? action?.event.expected;
  return event === undefined ? undefined : { ...after, event };
}
