import { clockStatus } from '../clock/clock.ts';
import type { Id, Rejection } from '../fact.ts';
import { RANKS } from '../kinds.ts';
import type { Actor, Context, Draft } from '../room.ts';
import { jointOf } from './agree.ts';
import type { AgreeCommand } from './agree-commands.ts';
import { rankOf, rulesOf } from './desk.ts';
import type { Joint } from './desk-language.ts';
import { say } from './speak.ts';
import { isOutlet, refuse, saidFor, voiceOf } from './voices.ts';

/** A joint statement: one release time on all sides, one hand for each. */
type Of<T extends AgreeCommand['type']> = Extract<AgreeCommand, { type: T }>;

const to = ({ card }: Joint): string[] => card.parties.map((p) => `party:${p}`);

function at(ctx: Context, id: Id, speaker: string | undefined, by: Actor) {
  const voice = voiceOf(ctx, speaker, by);
  if ('code' in voice) return voice;
  if (voice.isEntity) return refuse('no-such-sender', 'A hand is given by a seat. Choose the seat for which you act.');
  const joint = jointOf(ctx, id, voice.by);
  return 'code' in joint ? joint : { voice, joint };
}
const isOut = (ctx: Context, id: Id): boolean =>
  [...ctx.world.statements.statements.values()].some(
    (s) => s.card.parties !== undefined && s.links.some((l) => l.how === 'joint' && l.to === id),
  );

export function giveHand(ctx: Context, { joint: id, speaker }: Of<'GiveHand'>, by: Actor): Draft[] | Rejection {
  const found = at(ctx, id, speaker, by);
  if ('code' in found) return found;
  const { voice, joint } = found;
  if (isOut(ctx, id)) return refuse('published-already', 'This was published. Correct it by another statement.');
  if (joint.hands.some((h) => h.party === voice.party)) return refuse('hand-given', 'Your side has its hand at it already.');
  const hand: Draft = { event: { type: 'JointHandGiven', joint: id, party: voice.party, by: voice.by }, to: to(joint) };
  const hands = [...joint.hands, { party: voice.party, by: voice.by }];
  const late = ctx.now > joint.card.release || (ctx.now === joint.card.release && hands.length === joint.card.parties.length);
  return [hand, ...(late ? published(ctx, joint, hands) : []), ...saidFor(id, voice.by, by)];
}

/** Published on all sides, if each has its hand at it. */
function published(ctx: Context, joint: Joint, hands: readonly { readonly party: string; readonly by: string }[]): Draft[] {
  if (joint.card.parties.some((p) => !hands.some((h) => h.party === p)) || isOut(ctx, joint.id)) return [];
  const ranks = hands.map((h) => RANKS.indexOf(rankOf(rulesOf(ctx.world, ctx.roster, h.party), h.by)));
  const { text, claims, parties } = joint.card;
  const { said, drafts } = say(
    { ...ctx, id: ctx.idsOf(`joint statement ${joint.id}`) },
    {
      card: {
        party: parties[0] as string,
        parties,
        rank: RANKS[Math.min(...ranks)] ?? 'official',
        attribution: 'on-record',
        posture: 'active',
        text,
      },
      by: hands[0]?.by as string,
      joint: joint.id,
    },
  );
  return claims.length === 0 ? drafts : [...drafts, { event: { type: 'ClaimsHeard', said, claims }, to: ['control'] }];
}

/** Those whose time has come are published, if every side has its hand at it; else they wait for the last. */
export function released(ctx: Context): Draft[] {
  if (clockStatus(ctx.world) === 'ended') return [];
  const due = [...ctx.world.statements.joints.values()].filter((j) => j.card.release <= ctx.now);
  return due.flatMap((joint) => published(ctx, joint, joint.hands));
}

export function releaseEarly(ctx: Context, { joint: id, speaker }: Of<'ReleaseEarly'>, by: Actor): Draft[] | Rejection {
  const found = at(ctx, id, speaker, by);
  if ('code' in found) return found;
  const { voice, joint } = found;
  if (isOut(ctx, id) || ctx.now >= joint.card.release) return refuse('not-early', 'Its time has come: give your hand.');
  const before = [...ctx.world.statements.statements.values()].some(
    (s) => s.card.party === voice.party && s.links.some((l) => l.how === 'joint' && l.to === id),
  );
  if (before) return refuse('published-already', 'Your side has said this already. Correct it by another statement.');
  const card = {
    party: voice.party,
    by: voice.by,
    rank: voice.rank,
    attribution: 'on-record',
    posture: 'active',
    text: joint.card.text,
  } as const;
  const { said, drafts } = say(ctx, { card, by: voice.by, joint: id });
  const { claims } = joint.card;
  const heard: Draft[] = claims.length === 0 ? [] : [{ event: { type: 'ClaimsHeard', said, claims }, to: ['control'] }];
  return [...drafts, ...heard, ...saidFor(said, voice.by, by)];
}

export function giveUnderEmbargo(ctx: Context, { joint: id, outlets, speaker }: Of<'GiveUnderEmbargo'>, by: Actor): Draft[] | Rejection {
  const found = at(ctx, id, speaker, by);
  if ('code' in found) return found;
  const { voice, joint } = found;
  const wrong = outlets.find((o) => !isOutlet(ctx.world, o));
  if (wrong !== undefined) return refuse('no-such-outlet', 'That is no outlet.', { address: wrong });
  if (isOut(ctx, id)) return refuse('published-already', 'This was published: everybody has it.');
  return [
    { event: { type: 'EmbargoGiven', joint: id, outlets: [...new Set(outlets)], by: voice.by }, to: to(joint) },
    ...saidFor(id, voice.by, by),
  ];
}
