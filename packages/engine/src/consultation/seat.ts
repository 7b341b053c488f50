import { type Address, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import type { Id, Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { standsFor } from '../voice.ts';
import type { Forum, Member } from './language.ts';
import { binding, consulting, memberOf } from './matters.ts';

/** A seat at a forum’s table, and the hand that acts for it. */
export interface Sitting {
  readonly seat: Address;
  readonly forum: Forum;
  readonly member: Member;
}

/** The seat that acts: a player’s own; for control, one of a party that it plays, or (its own controllers) an empty one. */
export function actingSeat(ctx: Context, speaker: Address | undefined, by: Actor): Address | Rejection {
  if (clockStatus(ctx.world) === 'ended') return { code: 'ended', message: 'The exercise has ended. Open the review.' };
  if (split(by.seat)[0] === 'seat' && (speaker === undefined || speaker === by.seat)) return by.seat;
  if (speaker !== undefined && standsFor(ctx.roster, ctx.world.seats, by.seat, speaker)) return speaker;
  return { code: 'no-such-sender', message: 'Choose the seat for which you act.' };
}

/** The acting seat at a forum’s table; the forum is unknown to whoever does not sit there. */
export function sitting(ctx: Context, forum: Id, seat: Address): Sitting | Rejection {
  const found = ctx.seen(seat).consultation.forums.get(forum);
  const member = found && memberOf(found, seat);
  return found && member ? { seat, forum: found, member } : unknown('forum');
}

/** Why a seat may not do what only some of its delegation may. */
export function mayNot(ctx: Context, { seat, member }: Sitting, binds: boolean): Rejection | undefined {
  if (binds && !binding(ctx.roster, member).includes(seat))
    return { code: 'may-not-bind', message: 'This binds your side: it is for its head, or for a seat with the right to sign.' };
  if (!binds && !consulting(ctx.roster, member).includes(seat) && !binding(ctx.roster, member).includes(seat))
    return { code: 'may-not-consult', message: 'Your seat does not speak for your side here. Ask a colleague who does.' };
  return undefined;
}

/** Writes down who really acted, if control did, to its own hand. */
export function actedFor(of: Id, seat: Address, by: Actor): Draft[] {
  return seat === by.seat ? [] : [{ event: { type: 'ActedFor', of, by: by.seat, person: by.person }, to: [by.seat] }];
}
