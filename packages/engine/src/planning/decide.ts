import type { Address } from '../audience.ts';
import { current } from '../consultation/brackets.ts';
import type { Forum } from '../consultation/language.ts';
import { delegation, seatsOf } from '../consultation/matters.ts';
import { actedFor, actingSeat, mayNot, type Sitting, sitting } from '../consultation/seat.ts';
import { numbered, refusedSteps, sameId, tabled } from '../consultation/table.ts';
import type { Id, Rejection } from '../fact.ts';
import { knownLabel, noSuchLabel } from '../labels/known.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import { wrongTerms } from '../steps/check.ts';
import { stepsOf } from '../steps/terms.ts';
import { counts, isBy, isNothing, toldOf } from './assessment.ts';
import { besidePlan, circle } from './beside.ts';
import { currentOption, ownSteps, standsOwn } from './board.ts';
import type { PlanningCommand } from './commands.ts';
import type { Criterion, OptionCard, PlanOption } from './language.ts';

type Command<T extends PlanningCommand['type']> = Extract<PlanningCommand, { type: T }>;
const refuse = (code: string, message: string, details?: Record<string, string | number>): Rejection => ({
  code,
  message,
  ...(details && { details }),
});

/** The acting seat at the table of a forum; `what` is unknown to whoever does not sit there. */
function at(ctx: Context, forum: Id | undefined, what: string, speaker: Address | undefined, by: Actor): Sitting | Rejection {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const found = forum === undefined ? unknown(what) : sitting(ctx, forum, seat);
  if ('code' in found) return found.code === 'unknown' ? unknown(what) : found;
  return mayNot(ctx, found, false) ?? found;
}
/** The same, of what lies on a board: the seat must have it. */
function on<T>(
  ctx: Context,
  find: (of: Context['world']) => { forum: Id; it: T } | undefined,
  what: string,
  speaker: Address | undefined,
  by: Actor,
) {
  const seat = actingSeat(ctx, speaker, by);
  if (typeof seat !== 'string') return seat;
  const found = find(ctx.seen(seat));
  const place = at(ctx, found?.forum, what, speaker, by);
  return 'code' in place ? place : { ...place, it: (found as { it: T }).it };
}
const boardOf = (id: Id) => (world: Context['world']) => {
  const it = world.planning.boards.get(id);
  return it && { forum: it.forum, it };
};
const optionOf = (id: Id) => (world: Context['world']) => {
  const it = world.planning.options.get(id);
  const forum = it && world.planning.boards.get(it.board)?.forum;
  return it && forum !== undefined ? { forum, it } : undefined;
};
const criterionOf = (id: Id) => (world: Context['world']) => {
  const it = world.planning.criteria.get(id);
  const forum = it && world.planning.boards.get(it.board)?.forum;
  return it && forum !== undefined ? { forum, it } : undefined;
};
const textOf = (id: Id) => (world: Context['world']) => {
  const it = world.consultation.texts.get(id);
  return it && { forum: it.forum, it };
};
const hand = ({ member, seat }: Sitting) => ({ party: member.party, by: seat });
const own = ({ forum, member }: Sitting): Address[] => [...delegation(forum, member.party)];

/** The one event of an act, and, where control did it, for whom. */
function done(ctx: Context, { seat }: Sitting, by: Actor, event: Draft['event'], to: readonly Address[]): Draft[] {
  const id = ctx.id();
  return [{ id, event, to }, ...actedFor(id, seat, by)];
}

const droppedOption = ({ dropped }: PlanOption): Rejection | undefined =>
  dropped && refuse('option-dropped', 'This option was dropped. Table a new one.');
const droppedCriterion = ({ dropped }: Criterion): Rejection | undefined =>
  dropped && refuse('no-longer-stands', 'This criterion was dropped.');

export function openBoard(ctx: Context, { forum, name, speaker }: Command<'OpenBoard'>, by: Actor): Draft[] | Rejection {
  const place = at(ctx, forum, 'forum', speaker, by);
  if ('code' in place) return place;
  return done(ctx, place, by, { type: 'BoardOpened', forum, name, ...hand(place) }, seatsOf(place.forum));
}

export function proposeCriterion(ctx: Context, { board, name, speaker }: Command<'ProposeCriterion'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, boardOf(board), 'board', speaker, by);
  if ('code' in place) return place;
  return done(ctx, place, by, { type: 'CriterionSet', board, name, ...hand(place) }, seatsOf(place.forum));
}

export function markCriterion(
  ctx: Context,
  { type, criterion, speaker }: Command<'TakeCriterion'> | Command<'DropCriterion'>,
  by: Actor,
): Draft[] | Rejection {
  const place = on(ctx, criterionOf(criterion), 'criterion', speaker, by);
  if ('code' in place) return place;
  const { it, member, forum } = place;
  const gone = droppedCriterion(it);
  if (gone) return gone;
  const takes = type === 'TakeCriterion';
  if (takes && isBy(it, member.party)) return refuse('done-already', 'Your side stands by this criterion already.');
  // Once it counts, sides have scored by it.
  const parties = forum.card.members.map((m) => m.party);
  if (!takes && (it.party !== member.party || counts(it, parties)))
    return refuse('not-your-criterion', 'Only the side that proposed a criterion drops it, and not once all stand by it.');
  return done(ctx, place, by, { type: takes ? 'CriterionTaken' : 'CriterionDropped', criterion, ...hand(place) }, seatsOf(forum));
}

const cardOf = ({ name, text, assumptions, risks, contributions, steps }: Command<'TableOption' | 'ChangeOption'>): OptionCard => ({
  ...{ name, text, assumptions, risks, contributions, steps },
});

/** Why an option cannot be put down so: its steps or contributions name who is not at the table, or a step that is not there. */
function refusedOption(card: OptionCard, { card: { members } }: Forum, { roster }: Context): Rejection | undefined {
  const stranger = card.contributions.find((c) => !members.some((m) => m.party === c.party));
  if (stranger) return refuse('support-not-here', 'Only sides at this table contribute.', { meant: stranger.party });
  const paragraphs = card.steps.map(({ id, text, terms }) => ({ id, text, step: terms }));
  return sameId(card.steps) ?? refusedSteps(paragraphs, members, roster);
}

export function tableOption(ctx: Context, command: Command<'TableOption'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, boardOf(command.board), 'board', command.speaker, by);
  if ('code' in place) return place;
  const card = cardOf(command);
  const wrong = refusedOption(card, place.forum, ctx);
  if (wrong) return wrong;
  return done(ctx, place, by, { type: 'OptionTabled', board: command.board, card, ...hand(place) }, seatsOf(place.forum));
}

export function changeOption(ctx: Context, command: Command<'ChangeOption'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, optionOf(command.option), 'option', command.speaker, by);
  if ('code' in place) return place;
  const { it, forum } = place;
  const card = cardOf(command);
  const { version } = currentOption(it);
  const wrong = droppedOption(it) ?? (command.version === version ? refusedOption(card, forum, ctx) : newer(version));
  if (wrong) return wrong;
  return done(ctx, place, by, { type: 'OptionChanged', option: it.id, version: version + 1, card, ...hand(place) }, seatsOf(forum));
}
const newer = (version: number): Rejection =>
  refuse('newer-version', 'Somebody changed this meanwhile. Nothing of yours was changed: read the newer version, and change that.', {
    version,
  });

export function dropOption(ctx: Context, { option, speaker }: Command<'DropOption'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, optionOf(option), 'option', speaker, by);
  if ('code' in place) return place;
  const { it, member, forum } = place;
  const gone = droppedOption(it);
  if (gone) return gone;
  const { party } = it.versions[0] ?? {};
  if (party !== member.party) return refuse('not-your-option', 'Only the side that put an option on the board drops it.');
  return done(ctx, place, by, { type: 'OptionDropped', option, ...hand(place) }, seatsOf(forum));
}

export function keepScore(
  ctx: Context,
  { option, criterion, score, reason, speaker }: Command<'KeepScore'>,
  by: Actor,
): Draft[] | Rejection {
  const place = on(ctx, optionOf(option), 'option', speaker, by);
  if ('code' in place) return place;
  const { it, seat } = place;
  const found = ctx.seen(seat).planning.criteria.get(criterion);
  if (found?.board !== it.board) return unknown('criterion');
  const gone = droppedOption(it) ?? droppedCriterion(found);
  if (gone) return gone;
  const { version } = currentOption(it);
  return done(ctx, place, by, { type: 'ScoreKept', option, criterion, version, score, reason, ...hand(place) }, own(place));
}

export function keepWeight(ctx: Context, { criterion, weight, speaker }: Command<'KeepWeight'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, criterionOf(criterion), 'criterion', speaker, by);
  if ('code' in place) return place;
  const gone = droppedCriterion(place.it);
  return gone ?? done(ctx, place, by, { type: 'WeightKept', criterion, weight, ...hand(place) }, own(place));
}

export function keepRedLine(ctx: Context, { option, text, speaker }: Command<'KeepRedLine'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, optionOf(option), 'option', speaker, by);
  if ('code' in place) return place;
  const gone = droppedOption(place.it);
  return gone ?? done(ctx, place, by, { type: 'RedLineKept', option, text, ...hand(place) }, own(place));
}

export function tellAssessment(ctx: Context, command: Command<'TellAssessment'>, by: Actor): Draft[] | Rejection {
  const { board } = command;
  const place = on(ctx, boardOf(board), 'board', command.speaker, by);
  if ('code' in place) return place;
  const { seat, member, forum } = place;
  const seen = ctx.seen(seat);
  const options = [...command.scores, ...command.reasons].map((c) => c.option).concat(command.redLines);
  const criteria = [...command.scores, ...command.reasons].map((c) => c.criterion).concat(command.weights);
  if (options.some((o) => seen.planning.options.get(o)?.board !== board)) return unknown('option');
  if (criteria.some((c) => seen.planning.criteria.get(c)?.board !== board)) return unknown('criterion');
  const told = toldOf(seen, member.party, command);
  if (isNothing(told)) return refuse('nothing-to-tell', 'Your side keeps nothing of what you ticked. Nothing was told.');
  return done(ctx, place, by, { type: 'AssessmentTold', board, told, ...hand(place) }, seatsOf(forum));
}

export function askScores(ctx: Context, { board, due, speaker }: Command<'AskScores'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, boardOf(board), 'board', speaker, by);
  if ('code' in place) return place;
  if (due !== undefined && due <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
  return done(ctx, place, by, { type: 'ScoresAsked', board, due, ...hand(place) }, seatsOf(place.forum));
}

export function tablePlan(ctx: Context, command: Command<'TablePlan'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, optionOf(command.option), 'option', command.speaker, by);
  if ('code' in place) return place;
  const { it, forum, seat, member } = place;
  const gone = droppedOption(it);
  if (gone) return gone;
  const { version, card } = currentOption(it);
  if (command.version !== undefined && command.version !== version) return newer(version);
  if (card.steps.length === 0) return refuse('no-steps', 'This option has no steps. Write them first.');
  const label = knownLabel(ctx.world.sharing, command.label);
  if (label === undefined) return noSuchLabel(ctx, command.label);
  const { paragraphs, names } = numbered(command.paragraphs, card.steps);
  const of = ctx.id();
  const drafts = [
    tabled(ctx, { forum }, { title: command.title, label, paragraphs, party: member.party, by: seat }, of),
    { event: { type: 'PlanDrafted' as const, of, option: it.id, version }, to: seatsOf(forum) },
  ];
  // What the scenario calls them, and what is hidden in them: known to lead control, and of the whole world.
  const named = ctx.world.planning.options.get(it.id)?.named?.steps.flatMap(({ id, scenario, when }) => {
    const step = names.get(id);
    return step === undefined ? [] : [{ step, scenario, when }];
  });
  const ours = named && named.length > 0 ? [{ event: { type: 'StepsNamed' as const, of, steps: named }, to: ['control'] }] : [];
  return [...drafts, ...ours, ...actedFor(of, seat, by)];
}

const ownStepGone = refuse('no-longer-stands', 'This step was dropped, or another was kept in its place.');
/** A step that is about to be kept, and has no id yet. */
const NEW = 'new';
export function keepOwnStep(ctx: Context, command: Command<'KeepOwnStep'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, textOf(command.of), 'text', command.speaker, by);
  if ('code' in place) return place;
  const { it, forum, seat, member } = place;
  const { of, text, terms, before, instead } = command;
  const steps = stepsOf(current(it).paragraphs);
  const ids = new Set(steps.map((s) => s.id));
  const kept = instead === undefined ? undefined : ctx.seen(seat).planning.own.get(instead);
  if (instead !== undefined && kept?.of !== of) return unknown('step');
  if (kept && !standsOwn(kept)) return ownStepGone;
  const mine = { party: member.party, seats: delegation(forum, member.party) };
  // Others at the table may support it, but only the own side leads it.
  const table = forum.card.members.map((m) => (m.party === member.party ? mine : { party: m.party, seats: [] }));
  const [wrong] = wrongTerms(terms, table, ids);
  if (wrong)
    return refuse(wrong.code, 'A step of your own is led by your own side, and comes after steps of this plan.', {
      meant: wrong.meant ?? '',
    });
  const led = (id: string): boolean => mine.seats.includes(steps.find((s) => s.id === id)?.terms.lead ?? '');
  const strange = before.find((id) => !led(id));
  if (strange !== undefined)
    return refuse('not-your-step', 'Only steps that your own side leads wait for one of your own.', { step: strange });
  const others = ownSteps(ctx.seen(seat), of, member.party).filter((o) => o.id !== instead);
  const cycle = circle(steps, [...besidePlan(steps, others), { id: NEW, card: command }]);
  // A circle of the plan’s own is for the table to mend.
  if (cycle?.includes(NEW))
    return refuse('plan-not-sound', 'This step would wait for itself: something that it comes after waits for it.', {
      problem: 'cycle',
      steps: cycle.filter((s) => s !== NEW).join(', '),
    });
  return done(ctx, place, by, { type: 'OwnStepKept', of, card: { text, terms, before }, instead, ...hand(place) }, own(place));
}

export function markOwnStep(ctx: Context, { own: step, is, speaker }: Command<'MarkOwnStep'>, by: Actor): Draft[] | Rejection {
  const find = (world: Context['world']) => {
    const it = world.planning.own.get(step);
    const forum = it && world.consultation.texts.get(it.of)?.forum;
    return it && forum !== undefined ? { forum, it } : undefined;
  };
  const place = on(ctx, find, 'step', speaker, by);
  if ('code' in place) return place;
  const { it } = place;
  if (!standsOwn(it)) return ownStepGone;
  if (it.marks.some((m) => m.is === is)) return refuse('done-already', 'This step stands so already.');
  if (is === 'done' && !it.marks.some((m) => m.is === 'started'))
    return refuse('not-started', 'This step has not begun. Report its beginning first.');
  return done(ctx, place, by, { type: 'OwnStepMarked', own: step, is, ...hand(place) }, own(place));
}

export function linkAnnex(ctx: Context, { of, item, speaker }: Command<'LinkAnnex'>, by: Actor): Draft[] | Rejection {
  const place = on(ctx, textOf(of), 'text', speaker, by);
  if ('code' in place) return place;
  const { seat } = place;
  const seen = ctx.seen(seat);
  if (!seen.sharing.items.has(item)) return unknown('item');
  if (seen.planning.annexes.some((a) => a.of === of && a.item === item))
    return refuse('done-already', 'This item lies beside the plan already.');
  return done(ctx, place, by, { type: 'AnnexLinked', of, item, ...hand(place) }, ctx.holdersAmong(own(place), item));
}
