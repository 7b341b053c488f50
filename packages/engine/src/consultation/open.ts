import { type Address, split } from '../audience.ts';
import type { Rejection } from '../fact.ts';
import { knownLabel, noSuchLabel } from '../labels/known.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { current, openBrackets } from './brackets.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ForumCard, Member } from './language.ts';
import { binding, seatsOf } from './matters.ts';
import { PROCEDURES } from './procedures/index.ts';
import { actedFor, actingSeat, mayNot, type Sitting, sitting } from './seat.ts';
import { unsound } from './sound.ts';
import { AGREED, type Form, OUTCOMES_OF, PROCEDURE_NAMES } from './words.ts';

type Open = Extract<ConsultationCommand, { type: 'OpenMatter' }>;

const refuse = (code: string, message: string, details?: Record<string, string>): Rejection => ({
  code,
  message,
  ...(details && { details }),
});

/** `OpenMatter`: in a forum of the seat, or in one founded for it, which the asker chairs. */
export function openMatter(ctx: Context, command: Open, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, command.speaker, by);
  if (typeof seat !== 'string') return seat;
  const found = command.with === undefined ? known(ctx, command, seat) : founded(ctx, command.with, seat);
  if ('code' in found) return found;
  const { at, drafts } = found;
  const wrong = mayOpen(ctx, command, at) ?? refused(ctx, command, at) ?? refusedText(ctx, command, at);
  if (wrong) return wrong;
  const label = knownLabel(ctx.world.sharing, command.label);
  if (label === undefined) return noSuchLabel(ctx, command.label);
  const seen = ctx.seen(seat).consultation;
  const informs = command.decision === undefined ? undefined : seen.decisions.get(command.decision);
  if (command.decision !== undefined && informs?.card.party !== at.member.party) return unknown('decision');
  const matter = ctx.id();
  const to = seatsOf(at.forum);
  const { procedure, title, text, basis, subject, due, shown, unconfirmed } = command;
  const card = { procedure, form: formOf(command), title, text, label, basis, subject, party: at.member.party, by: seat, due, shown };
  const opened: Draft[] = [
    ...drafts,
    {
      id: matter,
      event: {
        type: 'MatterOpened',
        matter,
        forum: at.forum.id,
        card: { ...card, unconfirmed: procedure === 'ad-referendum' ? (unconfirmed ?? 'lapses') : undefined },
      },
      to,
    },
  ];
  const on = command.on === undefined ? undefined : seen.texts.get(command.on);
  if (on) {
    const { version, digest } = current(on);
    opened.push({ event: { type: 'MatterOnText', matter, on: { of: on.id, version, digest } }, to });
  }
  if (informs) opened.push({ event: { type: 'MatterOfDecision', matter, decision: informs.id }, to: ctx.holdersAmong(to, informs.id) });
  return [...opened, ...actedFor(matter, seat, by)];
}

interface Place {
  readonly at: Sitting;
  /** What founds the forum, if it is founded now. */
  readonly drafts: Draft[];
}

function known(ctx: Context, { forum, procedure }: Open, seat: Address): Place | Rejection {
  if (forum === undefined) return refuse('whom', 'Choose a forum, or say whom you ask.');
  const at = sitting(ctx, forum, seat);
  if ('code' in at) return at;
  if (!at.forum.card.procedures.includes(procedure))
    return refuse('not-here', 'This forum does not have that procedure. Choose another.', { procedure });
  if (PROCEDURES[procedure].byChair && !at.forum.card.chairs.includes(at.member.party))
    return refuse('not-the-chair', 'Only a chair does that. Ask the chair.');
  return { at, drafts: [] };
}

/** A forum for one matter: the asker’s seat and whom it names, of its own side and of others; the asker chairs. */
function founded(ctx: Context, to: readonly Address[], seat: Address): Place | Rejection {
  const wrong = to.find((a) => !['seat', 'cell', 'party'].includes(split(a)[0]) || ctx.roster.members(a).length === 0);
  if (wrong !== undefined)
    return refuse('no-such-address', `“${wrong}” is nobody whom you can consult. Choose from the list.`, { address: wrong });
  const own = ctx.roster.partyOf(seat) as string;
  const named = [seat, ...to.flatMap((a) => ctx.roster.members(a))];
  const parties = [...new Set(named.map((s) => ctx.roster.partyOf(s) as string))];
  if (parties.length < 2) return refuse('own-side', 'To consult is to ask another side. Write a message to your own.');
  const members = parties.map((party): Member => {
    const seats = [...new Set(named.filter((s) => ctx.roster.partyOf(s) === party))];
    // Its head first, if it was named: not whoever was named first.
    const binds = binding(ctx.roster, { party, seats: ctx.roster.members(`party:${party}`) });
    return { party, seats: [...seats.filter((s) => binds.includes(s)), ...seats.filter((s) => !binds.includes(s))] };
  });
  const card: ForumCard = { members, chairs: [own], procedures: PROCEDURE_NAMES, subjects: [], adHoc: true };
  const id = ctx.id();
  const forum = { src: id, id, at: ctx.now, card };
  return {
    at: { seat, forum, member: members[0] as Member },
    drafts: [{ id, event: { type: 'ForumGiven', card }, to: members.flatMap((m) => m.seats) }],
  };
}

/**
 * Who may ask. Rule A1: to ask ad referendum is to agree. In a forum that somebody founded the rights are those of the whole
 * party: nobody gains one by sitting there alone.
 */
function mayOpen(ctx: Context, { procedure }: Open, at: Sitting): Rejection | undefined {
  const { roster } = ctx;
  const { forum, member } = at;
  const wrong = mayNot(ctx, at, procedure === 'ad-referendum');
  if (wrong || !forum.card.adHoc) return wrong;
  const whole = (party: string): Member => ({ party, seats: roster.members(`party:${party}`) });
  const asks = mayNot(ctx, { ...at, member: whole(member.party) }, procedure === 'ad-referendum');
  if (asks || PROCEDURES[procedure].binds.length === 0) return asks;
  const unbound = forum.card.members.find(({ party, seats }) => !binding(roster, whole(party)).some((s) => seats.includes(s)));
  if (!unbound) return undefined;
  return refuse('nobody-binds', 'Of one side nobody sits here who may bind it. Ask its head, or a seat with the right to sign, too.', {
    party: unbound.party,
  });
}

const formOf = ({ procedure, form }: Open): Form | undefined =>
  procedure === 'consultation' ? (form ?? 'exchange') : procedure === 'consensus' ? 'consensus' : undefined;

function refused(ctx: Context, { procedure, form, due, subject, shown }: Open, { forum }: Sitting): Rejection | undefined {
  if (form === 'consensus' && procedure === 'consultation')
    return refuse('other-procedure', 'To seek consensus, choose the procedure “consensus”.');
  if (shown === 'together' && !PROCEDURES[procedure].answers)
    return refuse('not-together', 'Here nothing is kept until the end. Choose that positions are shown as they come.');
  if (due === undefined && PROCEDURES[procedure].decides) return refuse('say-until', 'Say until when: it ends at that moment.');
  if (due !== undefined && due <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
  if (subject !== undefined && !forum.card.subjects.some((s) => s.id === subject))
    return refuse('no-such-subject', 'This forum has no such subject. Choose from the list, or none.');
  return undefined;
}

function refusedText(ctx: Context, { procedure, on }: Open, { seat, forum }: Sitting): Rejection | undefined {
  if (on === undefined) return procedure === 'joint-signature' ? refuse('which-text', 'Choose the text that is to be signed.') : undefined;
  const text = ctx.seen(seat).consultation.texts.get(on);
  if (text?.forum !== forum.id) return unknown('text');
  if (PROCEDURES[procedure].decides && openBrackets(text).length > 0)
    return refuse('still-brackets', 'There are brackets in this text. Settle them first.');
  return OUTCOMES_OF[procedure].some((o) => AGREED.includes(o)) ? unsound(text, forum) : undefined;
}
