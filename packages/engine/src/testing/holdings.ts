import type { Id } from '../fact.ts';
import { standingCard } from '../sharing/items.ts';
import type { ItemCard } from '../sharing/language.ts';
import { smallScenario } from './fixture.ts';
import { Table } from './table.ts';

/** What tests of sharing say alike: a table with items, and what its viewers have of them. */

export function begin(items: readonly object[], more: object = {}): Table {
  return new Table(smallScenario({ items, ...more })).start();
}
export const first = (t: Table): Id => [...t.exercise.world.sharing.items.keys()][0] as Id;
export const last = (t: Table): Id => [...t.exercise.world.sharing.items.keys()].at(-1) as Id;
export const lastRequest = (t: Table): Id => [...t.exercise.world.sharing.requests.keys()].at(-1) as Id;
/** The item in the version that a viewer has. */
export function cardAt(t: Table, viewer: string, item: Id): ItemCard | undefined {
  const held = t.seen(viewer).world.sharing.items.get(item);
  return held && standingCard(held);
}
/** All that a viewer was told. */
export const heard = (t: Table, viewer: string): string => JSON.stringify(t.seen(viewer).events);
