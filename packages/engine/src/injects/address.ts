import { attach, filesBehind } from '../attachments/attachments.ts';
import { type Address, type Roster, split } from '../audience.ts';
import type { Id, Rejection } from '../fact.ts';
import { partiesOf } from '../parties.ts';
import type { Context, Draft } from '../room.ts';
import { refusedAloud } from '../statements/bring.ts';
import { cardFor } from './brief.ts';
import type { InjectRow } from './language.ts';
import { concerned, release } from './release.ts';

/** True for an address that players or the public stand behind. */
export const addressable = (roster: Roster, a: Address): boolean =>
  ['public', 'everyone', 'party', 'cell', 'seat'].includes(split(a)[0]) && roster.knows(a);

export const nobodyThere = (address: Address): Rejection => ({
  code: 'no-such-address',
  message: `“${address}” is nobody you can address. Choose from the list.`,
  details: { address },
});

/**
 * Releases a row that names nobody to those whom lead control has chosen: only now does each of their parties'
 * controllers hear of it. The note stays with lead control: it may speak of others whom the row could have been for.
 */
export function releaseTo(
  ctx: Context,
  inject: Id,
  plan: NonNullable<InjectRow['plan']>,
  to: readonly Address[],
  by: Address,
): Draft[] | Rejection {
  const wrong = to.find((a) => !addressable(ctx.roster, a));
  if (wrong !== undefined) return nobodyThere(wrong);
  const mute = refusedAloud(ctx.world, plan.card, to);
  if (mute) return mute;
  const { note: _, ...card } = { ...plan.card, to: [...new Set(to)] };
  const files = filesBehind(ctx, card.attachments);
  const parties = partiesOf(ctx.roster, to);
  const drafts: Draft[] = [{ event: { type: 'InjectAddressed', inject, to: card.to, by }, to: ['control'] }];
  for (const party of parties) {
    const own = attach(ctx, files);
    const shown = { ...cardFor(ctx, card, party, nextNumber(ctx, party)), attachments: own.cards };
    drafts.push(...own.drafts, {
      event: { type: 'InjectShown', inject, party, card: shown, waits: false },
      to: [`control:${party}`, `evaluators:${party}`],
    });
  }
  const shownTo = { shown: new Map(parties.map((p) => [p, 1])) };
  return [...drafts, ...release(ctx, inject, card, concerned(shownTo), plan.set, by)];
}

/** The number after the last of those that the party's controllers hold. */
function nextNumber({ world }: Context, party: string): string {
  const letter = world.seats.exercise?.parties.find((p) => p.id === party)?.letter ?? '';
  const held = [...world.injects.rows.values()].filter((r) => r.shown.get(party)?.card.improvised === false).length;
  return `${letter}${String(held + 1).padStart(3, '0')}`;
}
