import type { Address } from '../audience.ts';
import { clockStatus, wasJumped } from '../clock/clock.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Rejection } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { current } from './brackets.ts';
import type { ConsultationCommand } from './commands.ts';
import type { Forum, Matter } from './language.ts';
import { actsOf, chairSeats, delegation, dueOf, partyOfAct, procedureOf, proceeding, seatOfAct, seatsOf } from './matters.ts';
import { type Act, outcomeOf, type Proceeding, refusedAct, refusedTime } from './procedure.ts';
import { actedFor, actingSeat, mayNot, type Sitting, sitting } from './seat.ts';
import { unsound } from './sound.ts';
import { newSinceSigned } from './statements.ts';
import { ASIDE, NOTE, WITHDRAW } from './words.ts';

type Command<T extends ConsultationCommand['type']> = Extract<ConsultationCommand, { type: T }>;

const SAYING: Readonly<Record<string, string>> = {
  'not-a-member': 'Your side is no member of this forum.',
  'no-such-act': 'This procedure has no such act. Open the matter anew and choose again.',
  closed: 'This matter is closed. Nothing more can be done in it.',
  'not-the-chair': 'Only a chair does that. Ask the chair.',
  'not-asked': 'Your side asked this: it need not answer.',
  'done-already': 'Your side has done this already.',
  'objection-stands': 'An objection stands. It must be lifted first.',
  'not-due': 'The time for positions has not passed yet.',
  'nothing-to-confirm': 'Your side has agreed to nothing that waits for your capital.',
  'other-text': 'The text has changed meanwhile, or is another. Nothing was signed. Read it anew.',
  'nothing-new': 'Nothing was said after your side’s signature that it has not acknowledged.',
  'no-later': 'Choose a later time than the one that stands.',
};
/** Acts by which a side agrees to a text: not to a plan that cannot be kept. */
const AGREES: readonly string[] = ['sign', 'join', 'agree', 'agree-ad-referendum', 'confirm', 'conclude'];

const refusal = (code: string): Rejection => ({ code, message: SAYING[code] ?? 'This cannot be done now.' });

/** Acts that name the text that they mean: to sign, and where a new version asks again (rules C6 and K8). */
const NAMING: readonly string[] = ['sign', 'view', 'join', 'abstain', 'object', 'no-instructions', 'conclude'];
/** Acts that say something: without words they say nothing. */
const SAYS: readonly string[] = ['view', 'amend', 'reserve', 'interpret', 'summarise'];

interface Open extends Sitting {
  readonly matter: Matter;
}
function openFor(ctx: Context, id: Id, speaker: Address | undefined, by: Actor): Open | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const matter = ctx.seen(seat).consultation.matters.get(id);
  if (!matter) return unknown('matter');
  const at = sitting(ctx, matter.forum, seat);
  if ('code' in at) return unknown('matter');
  return { ...at, matter };
}

export function actIn(ctx: Context, command: Command<'ActInMatter'>, by: Actor): Draft[] | Rejection {
  const at = openFor(ctx, command.matter, command.speaker, by);
  if ('code' in at) return at;
  const { matter, forum, member, seat } = at;
  const procedure = procedureOf(matter);
  const { act, text, on, paragraph } = command;
  if (act === NOTE) return noted(ctx, at, by);
  if (matter.closed) return refusal('closed');
  const wrong = mayNot(ctx, at, procedure.binds.includes(act));
  if (wrong) return wrong;
  const asSeen = proceeding(ctx.seen(seat), matter) as Proceeding;
  const doing: Act = { type: act, party: member.party, at: ctx.now, on: procedure.renewed && NAMING.includes(act) ? on : undefined };
  const refused = refusedAct(procedure, asSeen, doing);
  if (refused) return refusal(refused);
  const table = matter.on && ctx.seen(seat).consultation.texts.get(matter.on.of);
  if (paragraph !== undefined && !(table && current(table).paragraphs.some((p) => p.id === paragraph))) return unknown('paragraph');
  if (text === undefined && SAYS.includes(act)) return { code: 'say-it', message: 'Write what your side says.' };
  const notSound = AGREES.includes(act) ? unsound(table, forum) : undefined;
  if (notSound) return notSound;
  if (act === 'reserve' && forum.card.members.length === 2)
    return { code: 'no-reservations', message: 'Between two sides there are brackets and interpretative statements, no reservations.' };
  const whole = ctx.world.consultation.matters.get(matter.id) as Matter;
  const before = proceeding(ctx.world, whole) as Proceeding;
  const outcome = outcomeOf(procedure, { ...before, acts: [...before.acts, doing] }, ctx.now);
  const id = ctx.id();
  if (outcome !== undefined && (act === WITHDRAW || procedure.closes.includes(act)))
    return [...close(whole, forum, outcome, { by: seat, text }, [], id), ...actedFor(id, seat, by)];
  const veiled = procedure.veiled.includes(act);
  const near = [...delegation(forum, member.party), ...chairSeats(forum)];
  const who = { party: member.party, by: seat };
  const drafts: Draft[] = [
    {
      id,
      event: { type: 'ActDone', matter: matter.id, act, ...(veiled ? {} : who), text, on: doing.on, paragraph },
      to: matter.card.shown === 'come' || (ASIDE as readonly string[]).includes(act) ? seatsOf(forum) : near,
    },
  ];
  if (veiled) drafts.push({ event: { type: 'ActNamed', act: id, ...who }, to: near });
  drafts.push(...actedFor(id, seat, by));
  return outcome === undefined ? drafts : [...drafts, ...close(whole, forum, outcome, {}, [{ ...who, act, text, done: ctx.now }])];
}

/** A signatory has read what was said after its signature: that is possible after the end, too, and changes nothing. */
function noted(ctx: Context, at: Open, by: Actor): Draft[] | Rejection {
  const { matter, forum, member, seat } = at;
  const wrong = mayNot(ctx, at, true);
  if (wrong) return wrong;
  if (newSinceSigned(matter, member.party).length === 0) return refusal('nothing-new');
  const id = ctx.id();
  return [
    { id, event: { type: 'ActDone', matter: matter.id, act: NOTE, party: member.party, by: seat }, to: seatsOf(forum) },
    ...actedFor(id, seat, by),
  ];
}

interface Told {
  readonly party: string;
  readonly by: Address;
  readonly act: string;
  readonly done: number;
  readonly text?: Matter['card']['text'] | undefined;
}

/**
 * Closes a matter before all at once, and shows all what was kept together: those who were told of it before, too, for what
 * everybody at the table holds is one event. `last`: what closes it.
 */
function close(
  matter: Matter,
  forum: Forum,
  outcome: string,
  more: { readonly by?: Address; readonly text?: Told['text']; readonly jumped?: true | undefined },
  last: readonly Told[] = [],
  id?: Id,
): Draft[] {
  const told = actsOf(matter)
    .filter((a) => procedureOf(matter).acts.includes(a.type) && partyOfAct(a) !== undefined)
    .map((a): Told => ({ party: partyOfAct(a) as string, by: seatOfAct(a) as Address, act: a.type, done: a.at, text: a.text }));
  // Withdrawn, it shows nothing: else the asker could look at what others said in confidence.
  const hidden = matter.card.shown === 'together' && outcome !== 'withdrawn' ? [...told, ...last] : [];
  const to = seatsOf(forum);
  return [
    ...hidden.map((position): Draft => ({ event: { type: 'PositionShown', matter: matter.id, ...position }, to })),
    { ...(id === undefined ? {} : { id }), event: { type: 'MatterClosed', matter: matter.id, outcome, ...more }, to },
  ];
}

/** Due has passed: what the procedure says follows, or it stays open and what is missing is late. */
export function passed(ctx: Context, id: Id): Draft[] {
  const matter = ctx.world.consultation.matters.get(id);
  const forum = matter && ctx.world.consultation.forums.get(matter.forum);
  const due = matter && dueOf(matter);
  if (!matter || !forum || due === undefined || matter.closed || !isPast(due, ctx.now) || clockStatus(ctx.world) === 'ended') return [];
  const jumped = wasJumped(ctx.world, due) ? ({ jumped: true } as const) : {};
  const outcome = outcomeOf(procedureOf(matter), proceeding(ctx.world, matter) as Proceeding, ctx.now);
  if (outcome !== undefined) return close(matter, forum, outcome, jumped);
  return matter.overdue ? [] : [{ event: { type: 'MatterOverdue', matter: id, ...jumped }, to: seatsOf(forum) }];
}

export function prolong(ctx: Context, command: Command<'ProlongMatter'>, by: Actor): Draft[] | Rejection {
  if (by.seat === 'control' && command.speaker === undefined) return carryOver(ctx, command);
  const at = openFor(ctx, command.matter, command.speaker, by);
  if ('code' in at) return at;
  const { matter, forum, member, seat } = at;
  if (matter.closed) return refusal('closed');
  const refused = refusedTime(procedureOf(matter), proceeding(ctx.seen(seat), matter) as Proceeding, member.party, command.due, ctx.now);
  if (refused) return refusal(refused);
  const id = ctx.id();
  return [
    { id, event: { type: 'MatterProlonged', matter: matter.id, due: command.due, by: seat }, to: seatsOf(forum) },
    ...actedFor(id, seat, by),
  ];
}

/** Lead control carries a matter over: nobody can act during a jump. */
function carryOver(ctx: Context, { matter: id, due }: Command<'ProlongMatter'>): Draft[] | Rejection {
  const matter = ctx.world.consultation.matters.get(id);
  const forum = matter && ctx.world.consultation.forums.get(matter.forum);
  if (!matter || !forum) return unknown('matter');
  if (matter.closed) return refusal('closed');
  if (due <= Math.max(ctx.now, dueOf(matter) ?? 0)) return refusal('no-later');
  return [{ event: { type: 'MatterProlonged', matter: id, due, by: 'control' }, to: seatsOf(forum) }];
}

export function keepPosition(ctx: Context, command: Command<'KeepPosition'>, by: Actor): Draft[] | Rejection {
  const at = openFor(ctx, command.matter, command.speaker, by);
  if ('code' in at) return at;
  const { matter, forum, member, seat } = at;
  if (matter.closed) return refusal('closed');
  const { act, text } = command;
  if (act === 'no-objection' ? matter.card.procedure !== 'silence' : !procedureOf(matter).acts.includes(act)) return refusal('no-such-act');
  if (act === 'no-objection') {
    const wrong = mayNot(ctx, at, true);
    if (wrong) return wrong;
  }
  const id = ctx.id();
  return [
    {
      id,
      event: { type: 'DraftKept', matter: matter.id, party: member.party, by: seat, act, text },
      to: [...delegation(forum, member.party)],
    },
    ...actedFor(id, seat, by),
  ];
}

export function dropPosition(ctx: Context, command: Command<'DropPosition'>, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, command.speaker, by);
  if (typeof seat !== 'string') return seat;
  for (const matter of ctx.seen(seat).consultation.matters.values()) {
    const draft = matter.drafts.find((d) => d.id === command.draft);
    if (!draft) continue;
    if (draft.dropped || matter.closed) return [];
    const to = ctx.holdersAmong([`party:${draft.party}`], draft.id);
    const id = ctx.id();
    return [{ id, event: { type: 'DraftDropped', draft: draft.id, by: seat }, to }, ...actedFor(id, seat, by)];
  }
  return unknown('draft');
}
