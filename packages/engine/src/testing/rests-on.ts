import { namesIn } from '../atoms.ts';
import type { Condition } from '../conditions.ts';
import type { Id } from '../fact.ts';
import type { Recorded } from '../record.ts';
import type { Scenario } from '../scenario.ts';
import type { AnyEvent, World } from '../world.ts';

/**
 * What rests on an act, read off the scenario alone: its conditions and what comes after what. Says a second time, apart
 * from the rooms, what an author chose to let wait for what; tests excuse a difference by nothing else.
 */
export interface Act {
  /** What it did: events of its own, without what followed from them. */
  readonly events: readonly Recorded[];
}

/** The names of what the act changed, as conditions ask for it: `variable:v`, `inject:i1`, `item:s0`, `request`. */
function changed(act: Act, world: World): Set<string> {
  const names = new Set<string>();
  for (const { event } of act.events) {
    if ('variable' in event) names.add(`variable:${event.variable}`);
    if ('request' in event) names.add('request');
    if ('task' in event) for (const name of ofTask(world, event.task)) names.add(name);
    const inject = 'inject' in event ? event.inject : 'delivery' in event ? cameOf(world, event.delivery as Id) : undefined;
    if (inject !== undefined) names.add(`inject:${world.injects.rows.get(inject)?.plan?.card.scenario}`);
    if ('expected' in event) names.add(`expected:${world.expected.rows.get(event.expected as Id)?.plan?.card.scenario}`);
    for (const item of itemsOf(event, world)) for (const name of family(world, item)) names.add(`item:${name}`);
  }
  return names;
}

/** A step and its plan, as conditions name them. */
function ofTask({ planning, execution }: World, id: Id): string[] {
  const task = execution.tasks.get(id);
  const drafted = planning.drafted.get(execution.plans.get(task?.plan ?? '')?.of ?? '');
  const board = planning.boards.get(planning.options.get(drafted?.option ?? '')?.board ?? '');
  return [`step:${task?.named?.scenario}`, `plan:${board?.named?.scenario}`];
}

function cameOf(world: World, delivery: Id): Id | undefined {
  for (const [inject, row] of world.injects.rows) if (row.deliveries.has(delivery)) return inject;
  return undefined;
}

function itemsOf(event: AnyEvent, world: World): Id[] {
  if ('item' in event && event.item !== undefined) return [event.item];
  const request = 'request' in event ? world.sharing.requests.get(event.request) : undefined;
  return request ? [...request.about.values(), ...request.answers.values()].map((r) => r.item).concat([...request.concerns.keys()]) : [];
}

/** The scenario's items that an item is, or was made of. */
function family(world: World, item: Id, depth = 0): string[] {
  const row = world.sharing.items.get(item);
  if (!row || depth > 20) return [];
  const own = row.plan ? [row.plan.scenario] : [];
  return [...own, ...[...row.derived.values()].flatMap((d) => family(world, d.from, depth + 1))];
}

/** Everything in the scenario that rests on an act, by name: `inject:i1`, `expected:e0`, `milestone:m1` … */
export function restingOn(act: Act, scenario: Scenario, world: World): ReadonlySet<string> {
  const names = changed(act, world);
  const said = act.events.flatMap(({ event }) => (event.type === 'MessageSent' ? [event] : []));
  const partyOf = (a: string): string | undefined => {
    const [kind, id] = a.split(':');
    if (kind === 'party') return id;
    return scenario.parties.find((p) => p.cells.some((c) => (kind === 'cell' && c.id === id) || c.seats.some((s) => s.id === id)))?.id;
  };
  const asks = (when: Condition): boolean => {
    if ('all' in when || 'any' in when) return ('all' in when ? when.all : when.any).some(asks);
    if ('not' in when) return asks(when.not);
    if ('request' in when) return names.has('request');
    if ('statement' in when || 'report' in when || 'topic' in when) return names.has('said');
    if (!('message' in when)) return namesIn(when).some(({ kind, id }) => names.has(`${kind}:${id}`));
    const { from, to, purpose } = when.message;
    return said.some(
      (m) =>
        (purpose === undefined || m.purpose === purpose) &&
        (from === undefined || m.from === from || partyOf(m.from) === partyOf(from)) &&
        (to === undefined || m.to.some((a) => a === to || a === 'everyone' || (partyOf(a) !== undefined && partyOf(a) === partyOf(to)))),
    );
  };
  const follows = (after: { event?: string | undefined; milestone?: string | undefined } | undefined): boolean =>
    after !== undefined &&
    (names.has(`inject:${after.event}`) || names.has(`expected:${after.event}`) || names.has(`milestone:${after.milestone}`));
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const m of scenario.milestones) if (asks(m.when)) names.add(`milestone:${m.id}`);
    for (const s of scenario.plans.flatMap((p) => p.options.flatMap((o) => o.steps)))
      if (s.when && asks(s.when)) names.add(`frees:${s.id}`);
    for (const e of scenario.expects) if (follows(e.after) || (e.seen && asks(e.seen))) names.add(`expected:${e.id}`);
    for (const i of scenario.injects) if (follows(i.after) || (i.when && asks(i.when))) names.add(`inject:${i.id}`);
    for (const i of scenario.injects.filter((x) => names.has(`inject:${x.id}`))) {
      for (const variable of Object.keys(i.set ?? {})) names.add(`variable:${variable}`);
      if (i.item !== undefined) names.add(`item:${i.item}`);
      // What is said in public is said once: whichever inject comes first brings it.
      if (i.says === undefined) continue;
      names.add('said');
      for (const other of scenario.injects) if (other.says === i.says) names.add(`inject:${other.id}`);
    }
  }
  return names;
}
