import { type Address, split } from '../audience.ts';
import { isBetween } from '../deadlines.ts';
import { estimates } from '../estimates.ts';
import type { Ms } from '../fact.ts';
import type { Coming } from '../room.ts';
import type { World } from '../world.ts';
import type { InjectRow } from './language.ts';
import { injectStatus, rowCard } from './status.ts';

/** True if more than time decides whether a row goes out, as far as `party`’s controllers (or lead control) may know. */
export function dependsOnMore({ plan, shown, released }: InjectRow, party?: string): boolean {
  const theirs = party === undefined ? undefined : shown.get(party);
  const condition = plan?.when ?? theirs?.when;
  return released === undefined && (condition !== undefined || theirs?.waits === true || plan?.after?.milestone !== undefined);
}

/**
 * What time does to injects: `release`, they go out; `hand`, they wait for a hand; `maybe`, they go out if their condition
 * holds, at their time or (told at `from`) at any moment.
 */
export function injectsComing(world: World, viewer: Address, from: Ms, to: Ms): Coming[] {
  const [kind, party] = split(viewer);
  if (kind !== 'control') return [];
  const when = estimates(world, party);
  const found: Coming[] = [];
  for (const [id, row] of world.injects.rows) {
    const card = rowCard(row, party);
    const status = injectStatus(row);
    if (!card || (status !== 'planned' && status !== 'waiting')) continue;
    const time = when(id);
    const more = dependsOnMore(row, party);
    // Its time has come, and its condition has not.
    const open = time === undefined || (time <= from && more);
    if (open && more && !card.manual) found.push({ kind: 'maybe', id, at: from });
    else if (!open && isBetween(time, from, to)) found.push({ kind: card.manual ? 'hand' : more ? 'maybe' : 'release', id, at: time });
  }
  return found;
}
