import type { Address } from '../audience.ts';
import type { Id } from '../fact.ts';
import { Exercise } from '../head.ts';
import { type Digest, hashText } from '../ids.ts';
import { type Recorded, seatBody } from '../record.ts';
import type { Scenario } from '../scenario.ts';
import type { Answer, Turn } from '../turn.ts';
import type { AnyEvent } from '../world.ts';
import { type Act, restingOn } from './rests-on.ts';
import { FILES, SECRET } from './table.ts';

/**
 * Two plays that differ in one act: the same commands at the same times, one of them left out or changed. Whoever received
 * nothing of that act must receive the same bytes, until something comes whose author let it wait for that act.
 */
export interface Played {
  readonly exercise: Exercise;
  readonly steps: readonly Step[];
  readonly start: number;
}
interface Step {
  readonly turn: Turn;
  /** What time did before the command. */
  readonly before: readonly Recorded[];
  readonly events: readonly Recorded[];
  readonly answer: Answer;
}

/** Nobody looks at the chain of these records, so it is not hashed; what ids rest on stays as it is, to differ where that does. */
const unchained: Digest = (data) => (typeof data === 'string' && /^\n|^0{64}\n/.test(data) ? '' : hashText(data));

/** Plays commands from the beginning; `undefined` stands for one that is left out. */
export function play(scenario: Scenario, turns: readonly (Turn | undefined)[], walls: readonly number[]): Played {
  const start = walls[0] as number;
  const { exercise } = Exercise.open(scenario, { secret: SECRET, wall: start, files: FILES, digest: unchained });
  const steps = turns.map((turn, i): Step => {
    const before = exercise.tick(walls[i] as number);
    if (!turn) return { turn: turns[i] as unknown as Turn, before, events: [], answer: { ok: true, at: 0, events: [] } };
    return { turn, before, ...exercise.take(turn) };
  });
  return { exercise, steps, start };
}

const OF_INJECT = /^(Inject(Released|Delivered|Planned|Shown)|Delivery|ItemGiven|StatementMade|ReportMade|SaidLinked|SaidBrought)/;
const OWN: Readonly<Record<string, RegExp>> = {
  SendMessage: /^(Message|SpokenFor)/,
  WriteNote: /^Note/,
  ReadMessage: /^Message/,
  AcknowledgeMessage: /^Message/,
  ReadInject: /^InjectRead/,
  AcknowledgeInject: /^(InjectRead|InjectAcknowledged|ItemAcknowledged)/,
  SetVariable: /^VariableSet/,
  JudgeExpected: /^ExpectedJudged/,
  ReleaseInject: OF_INJECT,
  ImproviseInject: OF_INJECT,
  HoldInject: /^InjectHeld/,
  LiftHold: /^HoldLifted/,
  SkipInject: /^InjectSkipped/,
  RestoreInject: /^InjectRestored/,
  MoveInject: /^InjectTimed/,
  CorrectInject: /^(InjectCorrected|DeliveryCorrected|StatementMade|ReportMade|SaidLinked)/,
  WithdrawInject: /^(InjectWithdrawn|DeliveryWithdrawn)/,
  AnswerRoll: /^RollAnswered/,
  KeepScore: /^ScoreKept/,
  KeepWeight: /^WeightKept/,
  KeepRedLine: /^RedLineKept/,
  KeepOwnStep: /^OwnStepKept/,
  MarkOwnStep: /^OwnStepMarked/,
  HinderStep: /^StepHindered/,
  LiftHindrance: /^HindranceLifted/,
};
const SHARING = /^(Item|Request|Refusal|Onward|Recall|Destruction)/;
const SHARING_COMMAND = /(Item|Request|ConfirmDestroyed)$/;

/** What an event made, or belongs to: a delivery, or something said. */
function madeWith({ id, event }: Recorded): Id | undefined {
  switch (event.type) {
    case 'InjectDelivered':
    case 'StatementMade':
    case 'ReportMade':
      return id;
    case 'ItemGiven':
      return event.delivery;
    case 'SaidLinked':
      return event.said;
    default:
      return undefined;
  }
}

/** What a command did itself, without what followed from it. */
function ownEvents(step: Step): Recorded[] {
  const { command } = step.turn;
  const own = OWN[command.type] ?? (SHARING_COMMAND.test(command.type) ? SHARING : undefined);
  if (!own) return [];
  const inject = 'inject' in command ? command.inject : undefined;
  const linked = step.events.flatMap(({ event }): Id[] => {
    if (event.type === 'DeliveryLinked' && event.inject === inject) return [event.delivery];
    return event.type === 'SaidBrought' && event.inject === inject ? [event.said] : [];
  });
  const others = (r: Recorded): boolean => {
    if (inject === undefined || command.type === 'CorrectInject' || command.type === 'WithdrawInject') return false;
    if ('inject' in r.event) return r.event.inject !== inject;
    const made = madeWith(r);
    return made === undefined || !linked.includes(made);
  };
  return step.events.filter((r) => own.test(r.event.type) && !others(r));
}

/** How a comparison went: to the end, or to an excuse; `leak` says what told the viewer of the act. */
export interface Finding {
  readonly viewer: Address;
  readonly end: 'same' | 'author' | 'person' | 'leak';
  readonly compared: number;
  readonly leak?: string;
}

/** True if something in the scenario waits for what was done at a step. */
export function carries(scenario: Scenario, { steps, exercise }: Played, step: number): boolean {
  const names = restingOn({ events: ownEvents(steps[step] as Step) }, scenario, exercise.world);
  return [...names].some((n) => n.startsWith('expected:') || n.startsWith('inject:'));
}

/** Compares what every viewer receives who received nothing of the act at `step`. */
export function compare(scenario: Scenario, one: Played, other: Played, step: number): Finding[] {
  const sides = [one.steps[step], other.steps[step]].filter((s) => s?.turn !== undefined) as Step[];
  const own = sides.flatMap(ownEvents);
  const hands = sides.flatMap((s) => s.events).filter((r) => r.event.type === 'HandChanged');
  if (own.length === 0) return [];
  const rest = carriedOn(one, other, step, own);
  const { roster, world } = one.exercise;
  rest.names = new Set([world, other.exercise.world].flatMap((w) => [...restingOn(rest, scenario, w)]));
  return roster.viewers
    .filter((v) => v !== 'control' && ![...own, ...hands].some((r) => roster.audience(r.to).viewers.has(v)))
    .map((viewer) => new Comparison(scenario, one, other, viewer, rest).run(step));
}

interface Carried extends Act {
  readonly ids: Set<Id>;
  /** Steps of others that rested on the act: they name it, or were taken in one play only. */
  readonly steps: Set<number>;
  names: ReadonlySet<string>;
}

/** The act, and what people did later that rested on it: they named what it made, or could not do it without. */
const KEPT = /^(Score|Weight|RedLine)Kept$/;

function carriedOn(one: Played, other: Played, step: number, own: readonly Recorded[]): Carried {
  const events = [...own];
  const ids = new Set<Id>();
  const steps = new Set<number>();
  const add = (more: readonly Recorded[]): void => {
    for (const r of more) for (const id of [r.id, ...idsOf(r.event)]) ids.add(id);
  };
  add(own);
  for (let i = step + 1; i < one.steps.length; i++) {
    const [a, b] = [one.steps[i] as Step, other.steps[i] as Step];
    const words = JSON.stringify(a.turn.command);
    // Who tells what its side keeps says what was kept.
    const tells = a.turn.command.type === 'TellAssessment' && own.some((r) => KEPT.test(r.event.type));
    if (!tells && a.answer.ok === b.answer.ok && ![...ids].some((id) => words.includes(id))) continue;
    const more = [a, b].flatMap(ownEvents);
    steps.add(i);
    events.push(...more);
    add(more);
  }
  return { events, ids, steps, names: new Set() };
}

const idsOf = (event: AnyEvent): Id[] =>
  (['item', 'request', 'inject', 'delivery', 'expected', 'message'] as const).flatMap((key) =>
    key in event ? [(event as unknown as Record<string, Id>)[key] as Id] : [],
  );

class Comparison {
  readonly #scenario: Scenario;
  readonly #plays: readonly [Played, Played];
  readonly #viewer: Address;
  readonly #act: Carried;
  #compared = 0;

  constructor(scenario: Scenario, one: Played, other: Played, viewer: Address, act: Carried) {
    this.#scenario = scenario;
    this.#plays = [one, other];
    this.#viewer = viewer;
    this.#act = act;
  }

  run(act: number): Finding {
    const [one, other] = this.#plays;
    for (let i = act; i < one.steps.length; i++) {
      const [a, b] = [one.steps[i] as Step, other.steps[i] as Step];
      const by = this.#differ(a.before, b.before) ?? (i === act ? this.#differ(a.events, b.events) : this.#command(i, a, b));
      if (by) return { viewer: this.#viewer, compared: this.#compared, ...by };
    }
    return { viewer: this.#viewer, compared: this.#compared, end: 'same' };
  }

  #command(i: number, a: Step, b: Step): Pick<Finding, 'end' | 'leak'> | undefined {
    const own = a.turn.by.seat === this.#viewer;
    const differ = this.#differ(a.events, b.events);
    // What another's act tells that rested on the first one, a person told.
    if (differ) return !own && this.#act.steps.has(i) ? { end: 'person' } : differ;
    const answers = [a, b].map((s) => JSON.stringify(s.answer));
    return own && answers[0] !== answers[1] ? { end: 'leak', leak: `${this.#viewer} was answered ${answers.join(' or ')}` } : undefined;
  }

  #feed(events: readonly Recorded[]): Recorded[] {
    return events.filter((r) => this.#plays[0].exercise.roster.audience(r.to).viewers.has(this.#viewer));
  }

  /** The first difference of what the viewer received, and whether it is excused. */
  #differ(left: readonly Recorded[], right: readonly Recorded[]): Pick<Finding, 'end' | 'leak'> | undefined {
    const [a, b] = [this.#feed(left), this.#feed(right)];
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const [x, y] = [a[i], b[i]];
      if (x && y && seatBody(x) === seatBody(y)) {
        this.#compared++;
        continue;
      }
      if (x && y && this.#sameButHow(x, y)) continue;
      // What came first is what the other play lacks.
      const first = [x, y].filter((r) => r !== undefined && r.at === Math.min(x?.at ?? r.at, y?.at ?? r.at)) as Recorded[];
      if (first.some((r) => this.#excused(r))) return { end: 'author' };
      const body = (r: Recorded | undefined): string => (r ? `${r.at} ${seatBody(r)} to ${r.to.join(' ')}` : 'nothing');
      return { end: 'leak', leak: `${this.#viewer} received ${body(x)}\n  or ${body(y)}` };
    }
    return undefined;
  }

  /** Whether it was done is told at the deadline, seen or not: the same event but for that, and for its id, which rests on what it says. */
  #sameButHow(x: Recorded, y: Recorded): boolean {
    const how = (r: Recorded): string =>
      seatBody({ ...r, id: '' }).replace(/"type":"ExpectedReported"(,"expected":"\w+"),"late":false/, '"type":"ExpectedMissed"$1');
    return how(x) === how(y) && 'expected' in x.event && this.#rests('expected', x.event.expected as Id);
  }

  #rests(kind: 'inject' | 'expected', id: Id | undefined): boolean {
    const { injects, expected } = this.#plays[0].exercise.world;
    const plan = id === undefined ? undefined : (kind === 'inject' ? injects : expected).rows.get(id)?.plan;
    return plan !== undefined && this.#act.names.has(`${kind}:${plan.card.scenario}`);
  }

  /** Deliveries that wait for the act, hands that the author named, and the act's own matter when it is passed on. */
  #excused(r: Recorded): boolean {
    const { event } = r;
    const party = this.#viewer.split(':')[1];
    const named = (rows: readonly { id: string; controller?: string | undefined }[], scenario: string | undefined): boolean =>
      rows.find((row) => row.id === scenario)?.controller === `control:${party}`;
    const { world } = this.#plays[0].exercise;
    switch (event.type) {
      case 'InjectReleased':
        return this.#rests('inject', event.inject);
      case 'InjectDelivered':
        return this.#rests('inject', this.#injectOf(r.id));
      case 'StatementMade':
      case 'ReportMade':
      case 'QuestionPut':
        return this.#rests('inject', this.#broughtBy(r.id));
      case 'SaidLinked':
        return this.#rests('inject', this.#broughtBy(event.said));
      case 'PairTold':
        return this.#scenario.injects.some((i) => this.#act.names.has(`inject:${i.id}`) && i.tells?.includes(event.term));
      case 'InjectDue':
        return (
          this.#rests('inject', event.inject) && named(this.#scenario.injects, world.injects.rows.get(event.inject)?.plan?.card.scenario)
        );
      case 'ExpectedOpened':
        return (
          this.#rests('expected', event.expected) &&
          named(this.#scenario.expects, world.expected.rows.get(event.expected)?.plan?.card.scenario)
        );
      case 'ExpectedReported':
        return (
          this.#plays.some((p) => p.exercise.world.clock.reading?.at === r.at && p.exercise.world.clock.reading.status === 'ended') &&
          this.#rests('expected', event.expected)
        );
      case 'StepWaits':
      case 'StepFreed':
        return this.#plays.some((p) => this.#act.names.has(`frees:${p.exercise.world.execution.tasks.get(event.task)?.named?.scenario}`));
      case 'ItemGiven':
      case 'RequestEscalated':
        return idsOf(event).some((id) => this.#act.ids.has(id));
      default:
        return false;
    }
  }

  /** The inject that brought what was said. */
  #broughtBy(said: Id): Id | undefined {
    for (const { steps } of this.#plays)
      for (const { before, events } of steps)
        for (const { event } of [...before, ...events]) if (event.type === 'SaidBrought' && event.said === said) return event.inject;
    return undefined;
  }

  #injectOf(delivery: Id): Id | undefined {
    for (const { exercise } of this.#plays)
      for (const [inject, row] of exercise.world.injects.rows) if (row.deliveries.has(delivery)) return inject;
    return undefined;
  }
}
