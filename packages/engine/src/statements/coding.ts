import { clockStatus } from '../clock/clock.ts';
import type { Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { refusedClaims } from './claims.ts';
import type { StatementCommand } from './commands.ts';
import { deskOf, deskSeats, rulesOf } from './desk.ts';
import { actingSeat, refuse } from './voices.ts';

/** What is heard in what was said: by lead control for the exercise, by a press desk for its own side. */
type Of<T extends StatementCommand['type']> = Extract<StatementCommand, { type: T }>;

const LEAD = refuse('lead-control-only', 'Only lead control does that.');

export function codeSaid(ctx: Context, { said, claims }: Of<'CodeSaid'>, by: Actor): Draft[] | Rejection {
  if (by.seat !== 'control') return LEAD;
  const own = ctx.world.statements;
  if (!own.statements.has(said) && !own.reports.has(said)) return unknown('statement or report');
  return refusedClaims(ctx.world, claims ?? []) ?? [{ event: { type: 'ClaimsHeard', said, claims }, to: ['control'] }];
}

export function keepReading(ctx: Context, { said, claims, speaker }: Of<'KeepReading'>, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const party = ctx.roster.partyOf(seat) as string;
  const desk = deskSeats(rulesOf(ctx.world, ctx.roster, party));
  if (!desk.some((a) => a === seat || ctx.roster.members(a).includes(seat)))
    return refuse('not-at-desk', 'That is for those who speak or clear on your side.');
  const seen = ctx.seen(seat);
  if (!seen.statements.statements.has(said) && !seen.statements.reports.has(said)) return unknown('statement or report');
  const wrong = refusedClaims(seen, claims);
  if (wrong) return wrong;
  return [{ event: { type: 'ReadingKept', said, party, claims }, to: ctx.holdersAmong(deskOf(ctx.world, ctx.roster, party), said) }];
}

/** After the end lead control may show all what it heard in what was public. */
export function releaseCodings(ctx: Context, by: Actor): Draft[] | Rejection {
  if (by.seat !== 'control') return LEAD;
  if (clockStatus(ctx.world) !== 'ended') return refuse('not-ended', 'While the exercise runs, what lead control heard stays with it.');
  const { statements, reports } = ctx.world.statements;
  const isPublic = [...[...statements.values()].filter((s) => s.card.attribution !== 'off-record'), ...reports.values()];
  return isPublic
    .filter((s) => s.heard && s.released?.claims !== s.heard.claims)
    .map((s): Draft => ({ event: { type: 'CodingReleased', said: s.id, claims: s.heard?.claims ?? [] }, to: ['public'] }));
}

export function tellPair(ctx: Context, { term, to }: Of<'TellPair'>, by: Actor): Draft[] | Rejection {
  if (by.seat !== 'control') return LEAD;
  const planned = ctx.world.statements.terms.get(term)?.planned;
  if (!planned) return unknown('term');
  const wrong = to.find((a) => a !== 'public' && (!ctx.roster.knows(a) || ctx.roster.partyOf(a) === undefined));
  if (wrong !== undefined)
    return refuse('no-such-address', `“${wrong}” is nobody whom you can tell. Choose from the list.`, { address: wrong });
  const { name, topic, mistakenFor } = planned;
  return [{ event: { type: 'PairTold', term, name, topic, mistakenFor }, to: [...new Set(to)] }];
}

export function judgeFlag(ctx: Context, { said, with: other, flag, right }: Of<'JudgeFlag'>, by: Actor): Draft[] | Rejection {
  if (by.seat !== 'control') return LEAD;
  const own = ctx.world.statements;
  if (!own.statements.has(said) && !own.reports.has(said)) return unknown('statement or report');
  if (!own.statements.has(other) && !own.reports.has(other) && !own.lines.has(other)) return unknown('statement, report or line');
  return [{ event: { type: 'FlagJudged', said, with: other, flag, right, by: by.seat }, to: ['control'] }];
}
