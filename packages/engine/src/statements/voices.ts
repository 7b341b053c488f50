import { type Address, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import type { Id, Rejection } from '../fact.ts';
import type { Actor, Context, Draft } from '../room.ts';
import type { EntityCard } from '../seats/language.ts';
import { standsFor } from '../voice.ts';
import type { World } from '../world.ts';
import { maySpeak, rankOf, rulesOf } from './desk.ts';
import type { Medium, Rank } from './words.ts';

/** Who says something in public: a seat that may, or an entity whose voice control has. */
export interface Voice {
  readonly by: Address;
  readonly party: string;
  readonly rank: Rank;
  readonly isEntity: boolean;
}

export const refuse = (code: string, message: string, details?: Record<string, string | number>): Rejection => ({
  code,
  message,
  ...(details && { details }),
});

/** Once the exercise has ended nothing more is said in it. */
const ENDED = refuse('ended', 'The exercise has ended. Open the review.');

export function entityOf(world: Pick<World, 'seats'>, address: Address): EntityCard | undefined {
  const [kind, id] = split(address);
  if (kind === 'entity') for (const e of world.seats.directory?.entities ?? NOBODY) if (e.id === id) return e;
  return undefined;
}
const NOBODY: readonly EntityCard[] = [];
/** Media, and people who post. */
export function isOutlet(world: Pick<World, 'seats'>, address: Address): boolean {
  const kind = entityOf(world, address)?.kind;
  return kind === 'media' || kind === 'public';
}
export function mediumOf(world: Pick<World, 'seats'>, outlet: Address): Medium {
  const entity = entityOf(world, outlet);
  return entity?.medium ?? (entity?.kind === 'public' ? 'post' : 'newspaper');
}

/** The seat that acts at its press desk: a player’s own; for control, one of a party that it plays, or an empty one of its own. */
export function actingSeat(ctx: Context, speaker: Address | undefined, by: Actor): Address | Rejection {
  if (clockStatus(ctx.world) === 'ended') return ENDED;
  if (split(by.seat)[0] === 'seat' && (speaker === undefined || speaker === by.seat)) return by.seat;
  if (speaker !== undefined && standsFor(ctx.roster, ctx.world.seats, by.seat, speaker)) return speaker;
  return refuse('no-such-sender', 'You cannot speak for that one. Choose from the list.');
}

/** Who speaks for a side; whoever may not is told so. */
export function voiceOf(ctx: Context, speaker: Address | undefined, by: Actor): Voice | Rejection {
  const entity = speaker === undefined ? undefined : entityOf(ctx.world, speaker);
  if (speaker !== undefined && entity?.speaksFor !== undefined) {
    if (clockStatus(ctx.world) === 'ended') return ENDED;
    // A head of government is heard by all: lead control has its voice.
    if (by.seat === 'control') return { by: speaker, party: entity.speaksFor, rank: entity.rank ?? 'head', isEntity: true };
  }
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  if (!maySpeak(ctx.roster, seat)) return refuse('may-not-speak', 'Your seat may not speak to the public. Ask your spokesperson.');
  const party = ctx.roster.partyOf(seat) as string;
  return { by: seat, party, rank: rankOf(rulesOf(ctx.world, ctx.roster, party), seat), isEntity: false };
}

/** The outlet that control publishes or asks for. */
export function outletOf(ctx: Context, speaker: Address, by: Actor): Address | Rejection {
  if (clockStatus(ctx.world) === 'ended') return ENDED;
  if (split(by.seat)[0] === 'control' && isOutlet(ctx.world, speaker)) return speaker;
  return refuse('no-such-outlet', 'That is no outlet for which you can speak. Choose from the list.', { address: speaker });
}

/** Writes down whose hand it was, to that hand. */
export function saidFor(said: Id, voice: Address, by: Actor): Draft[] {
  return voice === by.seat ? [] : [{ event: { type: 'SaidFor', said, by: by.seat, person: by.person }, to: [by.seat] }];
}
