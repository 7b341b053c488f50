import { readableBy } from '../atoms.ts';
import type { Address, Roster } from '../audience.ts';
import type { Id } from '../fact.ts';
import type { After } from '../fields.ts';
import { knowsTime } from '../injects/waits.ts';
import { lettersOf } from '../parties.ts';
import type { Context, Draft, Names } from '../room.ts';
import type { Scenario, ScenarioExpected } from '../scenario.ts';
import type { ExpectedCard } from './language.ts';

/**
 * The named controller; else the own controllers of the party that should act. A hand must be told when the time begins:
 * where that would tell of something hidden, it is lead control's.
 */
function responsible(names: Names, roster: Roster, e: ScenarioExpected): Address {
  if (e.controller !== undefined) return e.controller;
  const party = roster.partyOf(e.by);
  if (party === undefined || roster.isPlayed(e.by)) return 'control';
  return knowsTime(names, party, e.after) ? `control:${party}` : 'control';
}

/** What an action comes after, by an id that its party's controllers hold: with it they can tell when. */
function causeOf(names: Names, actions: ReadonlyMap<string, Id>, party: string, { after }: ScenarioExpected): After | undefined {
  if (after?.event === undefined || !knowsTime(names, party, after)) return undefined;
  const event = names.injects.get(after.event) ?? actions.get(after.event);
  return event === undefined ? undefined : { ...after, event };
}

/** The expected actions: whole to lead control, and to the controllers and evaluators of the party that should act. */
export function briefExpected(scenario: Scenario, ctx: Pick<Context, 'id' | 'roster' | 'world'>): Draft[] {
  const drafts: Draft[] = [];
  const counts = new Map<string, number>();
  const letters = lettersOf(scenario.parties);
  const injects = new Map([...ctx.world.injects.rows].map(([id, row]) => [row.plan?.card.scenario ?? '', id]));
  const names = { scenario, roster: ctx.roster, injects };
  const actions = new Map<string, Id>();
  for (const e of scenario.expects) {
    const expected = ctx.id();
    actions.set(e.id, expected);
    const party = ctx.roster.partyOf(e.by);
    const card: ExpectedCard = {
      number: e.number ?? e.id,
      scenario: e.id,
      by: e.by,
      text: e.text,
      within: e.within,
      at: e.at,
      task: e.task,
      objective: e.objective,
      bySight: e.seen !== undefined,
      controller: responsible(names, ctx.roster, e),
    };
    const needs = e.needs.length > 0 ? e.needs : undefined;
    drafts.push({ event: { type: 'ExpectedPlanned', expected, card, after: e.after, seen: e.seen, needs }, to: ['control'] });
    if (party === undefined) continue;
    const n = (counts.get(party) ?? 0) + 1;
    counts.set(party, n);
    // Whose hand judges another side is not for this one to know.
    const controller = card.controller === `control:${party}` ? card.controller : 'control';
    const { scenario: _, ...own } = { ...card, controller };
    const seen = e.seen && readableBy(names, party, e.seen);
    const atDeadline = e.seen && !seen ? true : undefined;
    const number = `${letters.get(party)}E${n}`;
    drafts.push({
      event: {
        type: 'ExpectedShown',
        expected,
        party,
        card: { ...own, number },
        after: causeOf(names, actions, party, e),
        seen,
        atDeadline,
      },
      to: [`control:${party}`, `evaluators:${party}`],
    });
  }
  return drafts;
}
