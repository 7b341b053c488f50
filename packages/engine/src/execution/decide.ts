import type { Address } from '../audience.ts';
import { current } from '../consultation/brackets.ts';
import type { Forum, Member } from '../consultation/language.ts';
import { delegation, seatsOf } from '../consultation/matters.ts';
import { actedFor, actingSeat, mayNot, sitting } from '../consultation/seat.ts';
import { unsound } from '../consultation/sound.ts';
import type { Id, Ms, Rejection } from '../fact.ts';
import { isSigned } from '../planning/atoms.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { stepsOf } from '../steps/terms.ts';
import type { World } from '../world.ts';
import { baseline } from './baseline.ts';
import type { ExecutionCommand } from './commands.ts';
import type { Task } from './language.ts';
import { forumOfPlan, isFailed, isHindered, isOver, leadOf, openBlock, partyOf, planOf, startOf, waitsFor } from './tasks.ts';

type Command<T extends ExecutionCommand['type']> = Extract<ExecutionCommand, { type: T }>;
const refuse = (code: string, message: string, details?: Record<string, string | number>): Rejection => ({
  code,
  message,
  ...(details && { details }),
});

export function activate(ctx: Context, { of, speaker }: Command<'ActivatePlan'>, by: Actor): Draft[] | Rejection {
  const leads = by.seat === 'control' && speaker === undefined;
  const seat = leads ? 'control' : actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const text = ctx.seen(seat).consultation.texts.get(of);
  const forum = text && ctx.seen(seat).consultation.forums.get(text.forum);
  if (!text || !forum) return unknown('text');
  if (!leads) {
    const place = sitting(ctx, forum.id, seat);
    if ('code' in place) return unknown('text');
    if (!forum.card.chairs.includes(place.member.party)) return refuse('not-the-chair', 'Only a chair does that. Ask the chair.');
    const wrong = mayNot(ctx, place, false);
    if (wrong) return wrong;
  }
  const steps = stepsOf(current(text).paragraphs);
  if (steps.length === 0) return refuse('no-steps', 'This text has no steps: there is nothing to carry out.');
  if (planOf(ctx.seen(seat), of)) return refuse('active-already', 'This plan is active already.');
  const agreed = isSigned(ctx.seen(seat), of);
  if (!agreed && !leads) return refuse('not-agreed', 'Not all sides have agreed to this plan. Only lead control makes it active before.');
  const wrong = unsound(text, forum);
  if (wrong) return wrong;
  const id = ctx.id();
  const to = seatsOf(forum);
  const { version, digest } = current(text);
  const event = { type: 'PlanActivated', of, version, digest, ...(agreed ? {} : { unsigned: true as const }), by: seat } as const;
  const times = baseline(steps, ctx.now);
  const named = new Map(ctx.world.planning.names.get(of)?.steps.map((s) => [s.step, s]));
  const drafts: Draft[] = [{ id, event, to }];
  for (const step of steps) {
    const task = ctx.id();
    const { planned, latest } = times.get(step.id) ?? {};
    drafts.push({
      id: task,
      event: { type: 'TaskGiven', task, plan: id, step: step.id, text: step.text, terms: step.terms, planned, latest },
      to,
    });
    const known = named.get(step.id);
    if (!known) continue;
    drafts.push({ event: { type: 'TaskNamed', task, scenario: known.scenario, when: known.when }, to: ['control'] });
    // What holds already needs no waiting, and nobody learns that it was waited for.
    if (known.when && !ctx.holdsTrue(known.when))
      drafts.push({ event: { type: 'StepWaits', task }, to: sideOf(forum, step.terms.lead ?? '') });
  }
  return [...drafts, ...(leads ? [] : actedFor(id, seat, by))];
}

const sideOf = ({ card }: Forum, seat: Address): Address[] => [...(card.members.find((m) => m.seats.includes(seat))?.seats ?? [])];
const forumOf = (world: World, { plan }: Task): Forum | undefined => forumOfPlan(world, plan);

/** What a hidden cause had kept waiting is free: told to its lead’s side. */
export function freed(ctx: Context, id: Id): Draft[] {
  const task = ctx.world.execution.tasks.get(id);
  const forum = task && forumOf(ctx.world, task);
  if (!task?.named?.when || !task.waits || task.freed || !forum || !ctx.holdsTrue(task.named.when)) return [];
  return [{ event: { type: 'StepFreed', task: id }, to: sideOf(forum, leadOf(task)) }];
}

interface AtTask {
  readonly seat: Address;
  readonly task: Task;
  readonly forum: Forum;
  readonly member: Member;
  /** The world as the acting seat has it. */
  readonly seen: World;
}
function atTask(ctx: Context, id: Id, speaker: Address | undefined, by: Actor): AtTask | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const seen = ctx.seen(seat);
  const task = seen.execution.tasks.get(id);
  const forum = task && forumOf(seen, task);
  if (!task || !forum) return unknown('step');
  const place = sitting(ctx, forum.id, seat);
  return 'code' in place ? unknown('step') : { ...place, task, seen };
}
function asLead(
  ctx: Context,
  { task: id, speaker }: { readonly task: Id; readonly speaker?: Address | undefined },
  by: Actor,
): AtTask | Rejection {
  const at = atTask(ctx, id, speaker, by);
  if ('code' in at) return at;
  if (leadOf(at.task) !== at.seat) return refuse('not-your-step', 'Only the lead of a step reports on it.', { lead: leadOf(at.task) });
  if (at.task.done) return refuse('done-already', 'This step is done.');
  if (isFailed(at.task)) return refuse('failed-already', 'This step has failed.');
  return at;
}

type ByLead = { readonly task: Id; readonly party: string; readonly by: Address };
const hand = ({ task, member, seat }: AtTask): ByLead => ({ task: task.id, party: member.party, by: seat });

/** Why a step cannot begin or end now. */
function held({ task }: AtTask, now: Ms): Rejection | undefined {
  return isHindered(task, now) ? refuse('hindered', 'Something holds this step up. See what lead control said of it.') : undefined;
}
function mayStart({ task, seen }: AtTask): Rejection | undefined {
  const { word } = task.terms;
  switch (waitsFor(seen, task)) {
    case 'word':
      return refuse('waits-for-word', 'This step begins on the word of another side, which has not given it.', { party: word ?? '' });
    case 'hidden':
      return refuse('waits', 'This step still waits. You will be told.');
    case undefined:
      return undefined;
  }
}
const inFuture = (happened: Ms | undefined, now: Ms): Rejection | undefined =>
  happened !== undefined && happened > now
    ? refuse('in-the-future', 'What is reported has happened. Choose a time that has passed.')
    : undefined;

function done(at: AtTask, by: Actor, drafts: readonly Draft[]): Draft[] {
  const [first] = drafts;
  return [...drafts, ...(first?.id === undefined ? [] : actedFor(first.id, at.seat, by))];
}

export function startStep(ctx: Context, command: Command<'StartStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  if ('code' in at) return at;
  if (at.task.started) return refuse('started-already', 'This step has begun already.');
  const { happened } = command;
  const wrong = mayStart(at) ?? held(at, ctx.now) ?? inFuture(happened, ctx.now);
  if (wrong) return wrong;
  return done(at, by, [{ id: ctx.id(), event: { type: 'StepStarted', ...hand(at), happened }, to: seatsOf(at.forum) }]);
}

export function finishStep(ctx: Context, command: Command<'FinishStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  if ('code' in at) return at;
  const { happened, text } = command;
  const to = seatsOf(at.forum);
  const id = ctx.id();
  const drafts: Draft[] = [{ id, event: { type: 'StepDone', ...hand(at), happened, text }, to }];
  const started = startOf(at.task);
  if (started === undefined) {
    // What does not last begins and ends at once.
    if (at.task.terms.duration > 0) return refuse('not-started', 'This step has not begun. Report its beginning first.');
    const wrong = mayStart(at);
    if (wrong) return wrong;
    drafts.unshift({ event: { type: 'StepStarted', ...hand(at), happened }, to });
  }
  const wrong = held(at, ctx.now) ?? inFuture(happened, ctx.now);
  if (wrong) return wrong;
  if (happened !== undefined && started !== undefined && happened < started)
    return refuse('before-its-start', 'It cannot have ended before it began. Choose a later time.');
  return [...drafts, ...actedFor(id, at.seat, by)];
}

export function reportStep(ctx: Context, command: Command<'ReportStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  if ('code' in at) return at;
  const { ends, text } = command;
  if (ends === undefined && text === undefined) return refuse('say-it', 'Say when it will end, or how it stands.');
  if (ends !== undefined && ends < ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
  return done(at, by, [{ id: ctx.id(), event: { type: 'StepReported', ...hand(at), ends, text }, to: seatsOf(at.forum) }]);
}

export function blockStep(ctx: Context, command: Command<'BlockStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  if ('code' in at) return at;
  const { on, text } = command;
  if (openBlock(at.task)) return refuse('blocked-already', 'This step is blocked already.');
  if (on !== undefined && (on === at.member.party || !at.forum.card.members.some((m) => m.party === on)))
    return refuse('support-not-here', 'A step waits for another side at this table, or for none.', { meant: on });
  if (on === undefined && text === undefined) return refuse('say-it', 'Say for whom, or for what, it waits.');
  return done(at, by, [{ id: ctx.id(), event: { type: 'StepBlocked', ...hand(at), on, text }, to: seatsOf(at.forum) }]);
}

export function unblockStep(ctx: Context, command: Command<'UnblockStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  if ('code' in at) return at;
  if (!openBlock(at.task)) return refuse('not-blocked', 'This step is not blocked.');
  return done(at, by, [{ id: ctx.id(), event: { type: 'StepUnblocked', ...hand(at) }, to: seatsOf(at.forum) }]);
}

export function failStep(ctx: Context, command: Command<'FailStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  // What lead control has failed, its lead still reports.
  if ('code' in at && at.code !== 'failed-already') return at;
  const place = 'code' in at ? atTask(ctx, command.task, command.speaker, by) : at;
  if ('code' in place) return place;
  if (place.task.failed) return refuse('failed-already', 'This step has failed.');
  return done(place, by, [{ id: ctx.id(), event: { type: 'StepFailed', ...hand(place), text: command.text }, to: seatsOf(place.forum) }]);
}

export function handOverStep(ctx: Context, command: Command<'HandOverStep'>, by: Actor): Draft[] | Rejection {
  const at = asLead(ctx, command, by);
  if ('code' in at) return at;
  const { to } = command;
  if (to === at.seat || !delegation(at.forum, at.member.party).includes(to))
    return refuse('lead-not-here', 'A step is handed over to another seat of your side at this table.', { meant: to });
  return done(at, by, [{ id: ctx.id(), event: { type: 'StepHandedOver', ...hand(at), to }, to: seatsOf(at.forum) }]);
}

export function giveWord(ctx: Context, { task, speaker }: Command<'GiveWord'>, by: Actor): Draft[] | Rejection {
  const at = atTask(ctx, task, speaker, by);
  if ('code' in at) return at;
  const { terms, word } = at.task;
  if (terms.word === undefined || terms.word === partyOf(at.seen, at.task)) return refuse('no-word', 'This step waits for nobody’s word.');
  if (terms.word !== at.member.party)
    return refuse('not-your-word', 'This step begins on the word of another side.', { party: terms.word });
  const wrong = mayNot(ctx, at, false);
  if (wrong) return wrong;
  if (word || isOver(at.task)) return refuse('done-already', 'Your side has done this already.');
  return done(at, by, [{ id: ctx.id(), event: { type: 'WordGiven', ...hand(at) }, to: seatsOf(at.forum) }]);
}

export function hinder(ctx: Context, command: Command<'HinderStep'> | Command<'LiftHindrance'>, by: Actor): Draft[] | Rejection {
  if (by.seat !== 'control') return refuse('lead-control-only', 'Only lead control holds a step up.');
  const task = ctx.seen(by.seat).execution.tasks.get(command.task);
  const forum = task && forumOf(ctx.world, task);
  if (!task || !forum) return unknown('step');
  const to = sideOf(forum, leadOf(task));
  if (command.type === 'LiftHindrance')
    return isHindered(task, ctx.now)
      ? [{ event: { type: 'HindranceLifted', task: task.id }, to }]
      : refuse('not-hindered', 'Nothing holds this step up.');
  if (isOver(task)) return refuse('done-already', 'This step is over.');
  const { until, fails, text } = command;
  if (until !== undefined && (fails || until <= ctx.now)) return refuse('in-the-past', 'Choose a later time, or none.');
  return [{ event: { type: 'StepHindered', task: task.id, until, fails, text }, to }];
}
