import { split } from '../audience.ts';
import type { Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import type { ConsultationCommand } from './commands.ts';
import { actedFor, actingSeat } from './seat.ts';

type Command<T extends ConsultationCommand['type']> = Extract<ConsultationCommand, { type: T }>;

/** `RecordDecision`: told to the own side, or to those of it who are named. Others hear of it by a matter that informs. */
export function recordDecision(ctx: Context, command: Command<'RecordDecision'>, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, command.speaker, by);
  if (typeof seat !== 'string') return seat;
  const party = ctx.roster.partyOf(seat) as string;
  const named = command.to ?? [`party:${party}`];
  const wrong = named.find((a) => !['seat', 'cell', 'party'].includes(split(a)[0]) || ctx.roster.partyOf(a) !== party);
  if (wrong !== undefined)
    return {
      code: 'no-such-address',
      message: 'A decision is told to your own side. Inform others by consulting them.',
      details: { address: wrong },
    };
  const { consultation } = ctx.seen(seat);
  const { title, text, authority, subject, happened } = command;
  if (happened !== undefined && happened > ctx.now)
    return { code: 'in-the-future', message: 'A decision is recorded once it is taken. Choose a time that has passed.' };
  if (subject !== undefined && ![...consultation.forums.values()].some((f) => f.card.subjects.some((s) => s.id === subject)))
    return { code: 'no-such-subject', message: 'Your forums have no such subject. Choose from the list, or none.' };
  const after = [...new Set(command.after)];
  if (after.some((m) => !consultation.matters.has(m))) return unknown('matter');
  const decision = ctx.id();
  const to = [...new Set([seat, ...named])];
  return [
    {
      id: decision,
      event: { type: 'DecisionTaken', card: { title, text, authority, party, by: seat, subject, happened }, to: named },
      to,
    },
    ...after.map((matter): Draft => ({ event: { type: 'DecisionRests', decision, matter }, to: ctx.holdersAmong(to, matter) })),
    ...actedFor(decision, seat, by),
  ];
}

/** `SetSubject`: lead control says later what a decision was about. */
export function setSubject(ctx: Context, { decision, subject }: Command<'SetSubject'>, by: Actor): Draft[] | Rejection {
  if (by.seat !== 'control') return { code: 'lead-control-only', message: 'Only lead control says what a decision was about.' };
  const { decisions, subjects } = ctx.world.consultation;
  if (!decisions.has(decision)) return unknown('decision');
  if (subject !== undefined && !subjects.has(subject))
    return { code: 'no-such-subject', message: 'The scenario has no such subject. Choose from the list, or none.' };
  return [{ event: { type: 'SubjectSet', decision, subject }, to: ['control'] }];
}
