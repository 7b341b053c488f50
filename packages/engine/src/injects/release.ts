import { toldTo } from '../after.ts';
import { attach, filesBehind } from '../attachments/attachments.ts';
import type { Address } from '../audience.ts';
import { isPast } from '../deadlines.ts';
import type { Id } from '../fact.ts';
import { setVariable } from '../milestones/milestones.ts';
import { groupsOf, lookersOn } from '../parties.ts';
import type { Context, Draft } from '../room.ts';
import { bring } from '../sharing/give.ts';
import { bringPairs, bringSaid, isSaidAlone, mayBring, refusedAloud } from '../statements/bring.ts';
import type { InjectCard, InjectRow } from './language.ts';
import { rowTime } from './status.ts';

/** Lead control, and the controllers and evaluators of the parties that a row was shown to (those that `may` know, if given). */
export function concerned(row: { shown: { keys(): Iterable<string> } }, may?: (party: string) => boolean): readonly Address[] {
  const parties = may ? [...row.shown.keys()].filter(may) : [...row.shown.keys()];
  return ['control', ...parties.flatMap((p) => lookersOn(p))];
}

/**
 * What time and condition did to a row is told to those only who know its time (nothing hidden set it, or they were told)
 * and can read what it waits for.
 */
const openTo =
  (ctx: Context, row: InjectRow) =>
  (party: string): boolean =>
    (!row.plan?.after || toldTo(ctx, party, row.timed?.src)) && (!row.plan?.when || row.shown.get(party)?.when !== undefined);

/** Its author may have named the party’s own control as the hand, and so have it told. */
const handOf =
  (ctx: Context, row: InjectRow) =>
  (party: string): boolean => {
    const named = row.plan?.named === true || row.plan?.card.manual === true;
    return openTo(ctx, row)(party) || (named && row.plan?.card.controller === `control:${party}`);
  };

export function release(
  ctx: Context,
  inject: Id,
  card: InjectCard,
  audience: readonly Address[],
  set: InjectRowSet,
  by?: Address,
  files = filesBehind(ctx, card.attachments),
): Draft[] {
  const drafts: Draft[] = [{ event: { type: 'InjectReleased', inject, by }, to: audience }];
  if (card.tells !== undefined) drafts.push(...bringPairs(ctx, card.tells, card.to));
  for (const [n, to] of groupsOf(ctx.roster, card.to).entries()) {
    // What another row has said in public already nobody says again.
    if (card.says !== undefined && refusedAloud(ctx.world, card, to)) continue;
    // Others' deliveries, and what brought this one out, must not show in its ids.
    const id = ctx.idsOf(`${inject} to ${to.join(' ')}`);
    const { channel, from, label, title, text } = card;
    const isSaid = files.length === 0 && card.brings === undefined && isSaidAlone(ctx.world, card, to);
    if (isSaid) {
      drafts.push(...bringSaid(ctx, id, card, { title, text, to, inject, first: n === 0 }));
      continue;
    }
    const delivery = id();
    const party = ctx.roster.partyOf(to[0] as Address);
    const told = party === undefined ? audience : ['control', ...lookersOn(party)];
    const { cards, drafts: kept } = attach({ id, digest: ctx.digest }, files);
    drafts.push({ id: delivery, event: { type: 'InjectDelivered', channel, from, to, label, title, text, attachments: cards }, to });
    drafts.push(...kept);
    drafts.push({ event: { type: 'DeliveryLinked', inject, delivery }, to: told });
    if (mayBring(card, to)) drafts.push(...bringSaid(ctx, id, card, { title, text, to, inject, delivery, first: n === 0 }));
    const brings = card.brings?.item;
    if (brings !== undefined) drafts.push(...bring({ ...ctx, id }, brings, to, { inject, delivery }));
  }
  if (set) for (const [variable, value] of Object.entries(set)) drafts.push(setVariable(ctx, variable, value));
  return drafts;
}
type InjectRowSet = Readonly<Record<string, string | number | boolean>> | undefined;

/**
 * What becomes of a row whose time has come or whose condition has just become true; nothing if that has been seen to.
 * Unless `byItself`, it waits for a hand instead of going out.
 */
export function arrive(ctx: Context, inject: Id, byItself = true): Draft[] {
  const row = ctx.world.injects.rows.get(inject);
  const plan = row?.plan;
  if (!row || !plan || row.released || row.lapsed || row.skip?.skipped || row.hold?.held) return [];
  if (isPast(plan.until, ctx.now)) return [{ event: { type: 'InjectLapsed', inject }, to: concerned(row, openTo(ctx, row)) }];
  const time = rowTime(row);
  if (time === undefined || time > ctx.now) return [];
  if (plan.when && !ctx.holdsTrue(plan.when))
    return row.waits ? [] : [{ event: { type: 'InjectWaits', inject }, to: concerned(row, openTo(ctx, row)) }];
  // What waits for a hand already does not go out by itself; nor does what names nobody: that is a person's choice.
  if (plan.card.manual || !byItself || row.due || plan.card.to.length === 0)
    return row.due ? [] : [{ event: { type: 'InjectDue', inject }, to: concerned(row, handOf(ctx, row)) }];
  return release(ctx, inject, plan.card, concerned(row), plan.set);
}
