import type { Address } from '../audience.ts';
import type { Id, Ms, Text } from '../fact.ts';
import { firstOn } from '../lookup.ts';
import { partiesOf } from '../parties.ts';
import type { Atom, Look } from '../room.ts';
import type { InjectAsk } from './asks.ts';
import type { Delivery, InjectCard, InjectRow, InjectsState } from './language.ts';

/** The one word that every screen shows for an inject. */
export type InjectStatus = 'planned' | 'waiting' | 'due' | 'held' | 'skipped' | 'lapsed' | 'released';

/** `waiting`: its time has come and its condition does not hold yet; `due`: it waits for a hand. */
export function injectStatus(row: InjectRow): InjectStatus {
  if (row.released) return 'released';
  if (row.lapsed) return 'lapsed';
  if (row.skip?.skipped) return 'skipped';
  if (row.hold?.held) return 'held';
  if (row.due) return 'due';
  return row.waits ? 'waiting' : 'planned';
}

/** The row's card as `party`'s controllers hold it, or lead control's; undefined if the world has neither. */
export function rowCard(row: InjectRow, party?: string): InjectCard | undefined {
  if (party !== undefined) return row.shown.get(party)?.card;
  return row.plan?.card ?? row.shown.values().next().value?.card;
}

/** When the row's time comes, in scenario ms; undefined if that depends on what has not happened, or on a hand alone. */
export function rowTime(row: InjectRow): Ms | undefined {
  if (row.timed) return row.timed.due;
  const card = rowCard(row);
  if (card?.at !== undefined) return card.at;
  // Without a time of its own a row that waits for a condition may come at any moment.
  return row.plan?.when && !row.plan.after ? 0 : undefined;
}

/** The text that stands: the last correction, or what was delivered. */
export function standing(delivery: Delivery): { title: Text; text: Text; version: number } {
  const { title, text } = delivery.corrections.at(-1) ?? delivery;
  return { title, text, version: delivery.corrections.length };
}

/** True if the seat has acknowledged the text that stands. */
export function acknowledges(delivery: Delivery, seat: Address): boolean {
  const mark = delivery.acknowledged.get(seat);
  return mark !== undefined && (mark.version ?? 0) === delivery.corrections.length;
}

/** Which inject a delivery came of, as far as this world knows. */
export function injectOfDelivery(own: InjectsState, delivery: Id): Id | undefined {
  return own.linked.get(delivery)?.inject;
}

/** The row of a name in the scenario, as far as this world knows. */
export function injectNamed({ named }: InjectsState, name: string): Id | undefined {
  return firstOn(named, name);
}

function rowByScenario({ world }: Look, id: string): InjectRow | undefined {
  return world.injects.rows.get(injectNamed(world.injects, id) ?? '');
}

export const injectAtom: Atom<InjectAsk> = {
  holds(look, { id, is, by }) {
    const row = rowByScenario(look, id);
    if (!row) return false;
    if (is === 'released') return row.released !== undefined;
    // What was skipped and then released by hand is skipped no more.
    if (is === 'skipped') return row.skip?.skipped === true && row.released === undefined;
    for (const delivery of row.deliveries.keys()) {
      const marks = look.world.injects.deliveries.get(delivery)?.[is === 'read' ? 'read' : 'acknowledged'];
      for (const seat of marks?.keys() ?? []) if (by === undefined || look.roster.within(seat, by)) return true;
    }
    return false;
  },
  keys: ({ id }) => [`inject:${id}`],
  readable({ scenario, roster, injects }, party, asked) {
    const { id, is, by } = asked;
    const row = scenario.injects.find((i) => i.id === id);
    const opaque = injects.get(id);
    if (!row || opaque === undefined || !partiesOf(roster, row.to).includes(party)) return undefined;
    const marksAreOurs = is === 'released' || is === 'skipped' || (by !== undefined && roster.partyOf(by) === party);
    return marksAreOurs ? { inject: { ...asked, id: opaque } } : undefined;
  },
  names: ({ id, is, by }) => [
    { kind: 'inject', id, at: 'id', before: is === 'skipped' },
    { kind: 'post', id: by, at: 'by' },
  ],
  implies(a, b) {
    if (a.id !== b.id) return false;
    const sameHands = b.by === undefined || a.by === b.by;
    if (a.is === b.is) return sameHands;
    // Acknowledging is reading, and what was read was released.
    if (b.is === 'read') return a.is === 'acknowledged' && sameHands;
    return b.is === 'released' && a.is !== 'skipped';
  },
  excludes: (a, b) => a.id === b.id && a.is === 'skipped' && b.is !== 'skipped',
};
