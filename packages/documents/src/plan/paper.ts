import { type Address, type Id, type Ms, split, type Text, type World } from '@entente/engine';
import { actsOf, current, openBrackets, partyOfAct, procedureOf, voidsIn } from '@entente/engine/consultation';
import {
  decideBy,
  decideByText,
  leadOf,
  ownStandings,
  planOf,
  type Standing,
  standings,
  tasksOf,
  waitingForWords,
} from '@entente/engine/execution';
import { isSigned } from '@entente/engine/planning';
import { isSchedule } from '@entente/engine/schedule';
import { type Step, type StepTerms, stepsOf, timesOf } from '@entente/engine/steps';
import { namesOf } from '../out/directory.ts';
import { pick } from '../out/text.ts';
import type { Language } from '../out/words.ts';
import { PLAN_WORDS } from './words.ts';

/** A plan as one viewer has it, in the words of one language: what the page, the sheet, the picture and the calendar are made of. */
export interface PlanPaper {
  readonly language: Language;
  readonly exercise: string;
  readonly title: string;
  readonly label: string;
  readonly forum: string;
  readonly state: 'draft' | 'agreed' | 'active' | 'active-unsigned';
  readonly version: number;
  readonly digest: string;
  /** Who agreed to it, and how: by a signature, or otherwise. */
  readonly signed: readonly { readonly party: string; readonly at: Ms; readonly how: 'signed' | 'joined' }[];
  /** Its paragraphs that are no steps. */
  readonly paragraphs: readonly string[];
  readonly brackets: readonly { readonly of: string; readonly party: string; readonly words: string }[];
  readonly rows: readonly PlanRow[];
  /** What must be decided next, soonest first. */
  readonly decideBy: readonly { readonly at: Ms; readonly kind: string; readonly party: string; readonly step: string }[];
  readonly capitals: readonly { readonly name: string; readonly zone: string }[];
  /** STARTEX, ISO with offset. */
  readonly start: string;
  /** The moment that it shows, ms from STARTEX. */
  readonly now: Ms;
}
export interface Span {
  readonly start: Ms;
  readonly end: Ms;
}
export interface PlanRow {
  /** Its number in the plan; of a step that the side keeps for itself, with a mark. */
  readonly number: string;
  readonly id: string;
  readonly own: boolean;
  readonly text: string;
  /** The side that leads it, by its letter. */
  readonly letter: string;
  readonly lead: string;
  readonly support: readonly string[];
  readonly tells: readonly string[];
  readonly begins: string;
  readonly duration: Ms;
  readonly decision: boolean;
  readonly authority: string;
  readonly planned?: Span | undefined;
  /** As it really was, or is expected now. */
  readonly real?: Span | undefined;
  readonly isOver: boolean;
  readonly latest?: Ms | undefined;
  readonly slack?: Ms | undefined;
  readonly late: Ms;
  readonly state: Standing['state'];
  readonly movedBy: string;
  readonly critical: boolean;
}

/**
 * The plan of a text, from a world, whosever fold it is: it asks nothing else, so it says nothing that its viewer was not told.
 * Undefined where this world has no such text, or one without steps.
 */
export function planPaper(world: World, text: Id, language: Language, now: Ms): PlanPaper | undefined {
  const of = world.consultation.texts.get(text);
  const forum = world.consultation.forums.get(of?.forum ?? '');
  const { exercise } = world.seats;
  if (!of || !forum || !exercise) return undefined;
  const { paragraphs, version, digest } = current(of);
  const steps = stepsOf(paragraphs);
  if (steps.length === 0) return undefined;
  const plan = planOf(world, text);
  const say = new Saying(world, language, steps);
  const agreed = isSigned(world, text);
  const next = plan ? decideBy(world, plan.id, now) : decideByText(world, text);
  return {
    ...{ language, version, digest, now },
    exercise: pick(exercise.title, language),
    title: pick(of.card.title, language),
    label: of.card.label,
    forum: pick(forum.card.name, language),
    state: plan ? (plan.unsigned ? 'active-unsigned' : 'active') : agreed ? 'agreed' : 'draft',
    signed: signatures(world, text, say),
    paragraphs: paragraphs.filter((p) => !p.step).map((p) => pick(p.text, language)),
    brackets: openBrackets(of).map((b) => ({
      of: say.number(b.wording.paragraph) || b.wording.paragraph,
      party: say.party(b.party),
      words: b.wording.words === undefined ? PLAN_WORDS[language].leftOut : pick(b.wording.words, language),
    })),
    rows: plan ? running(world, plan.id, now, say) : drafted(steps, say),
    decideBy: next.map(({ by, kind, party, step }) => ({ at: by, kind, party: say.party(party), step: say.number(step) })),
    capitals: exercise.parties.flatMap((p) => (p.capital ? [{ name: pick(p.capital.name, language), zone: p.capital.zone }] : [])),
    start: exercise.start,
  };
}

/** Who agreed to it in the matter that settled it, and when. */
function signatures(world: World, text: Id, say: Saying): PlanPaper['signed'] {
  const closed = [...world.consultation.matters.values()].findLast((m) => m.on?.of === text && m.closed);
  if (!closed || !isSigned(world, text)) return [];
  const how = closed.card.procedure === 'joint-signature' ? 'signed' : 'joined';
  // Whoever sought consensus, or an agreement ad referendum, has agreed by asking, until a new version asks it, too.
  const byAsking = ['consensus', 'ad-referendum'].includes(closed.card.procedure);
  const asksAnew = procedureOf(closed).renewsAsker === true && closed.acts.some((a) => a.type === 'new-version');
  const last = new Map<string, Ms>(byAsking && !asksAnew ? [[closed.card.party, closed.at]] : []);
  const gone = voidsIn(closed).map((v) => v.act);
  for (const act of actsOf(closed)) {
    const party = gone.includes(act) ? undefined : partyOfAct(act);
    if (party !== undefined && ['sign', 'join', 'agree', 'confirm'].includes(act.type)) last.set(party, act.at);
  }
  return [...last].map(([party, at]) => ({ party: say.party(party), at, how }));
}

/** What steps are called in a plan, and those who have to do with them. */
class Saying {
  readonly language: Language;
  readonly #names: ReturnType<typeof namesOf>;
  readonly #parties: ReadonlyMap<string, { readonly name: string; readonly letter: string }>;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #partyOf: ReadonlyMap<string, string>;

  constructor(world: World, language: Language, steps: readonly { readonly id: string }[]) {
    this.language = language;
    this.#names = namesOf(world, language);
    const parties = world.seats.exercise?.parties ?? [];
    this.#parties = new Map(parties.map((p) => [p.id, { name: pick(p.name, language), letter: p.letter }]));
    this.#numbers = new Map(steps.map(({ id }, i) => [id, String(i + 1)]));
    const cells = world.seats.directory?.cells ?? [];
    this.#partyOf = new Map(cells.flatMap((c) => c.seats.map((s) => [`seat:${s.id}`, c.party] as const)));
  }

  number = (step: string): string => this.#numbers.get(step) ?? '';
  party = (party: string): string => this.#parties.get(party)?.name ?? party;
  words = (text: Text | undefined): string => pick(text, this.language);

  /** All of a row that does not change while it is carried out. */
  row(id: string, text: Text, terms: StepTerms, lead: Address, own: boolean) {
    const party = this.#partyOf.get(lead) ?? '';
    return {
      ...{ id, own, duration: terms.duration },
      number: own ? '+' : this.number(id),
      text: this.words(text),
      letter: this.#parties.get(party)?.letter ?? '',
      lead: lead === '' ? '' : this.#names.of(lead),
      support: terms.support.map(this.party),
      tells: terms.tells.map((a) => this.#names.sender(split(a)[0] === 'entity' ? (split(a)[1] ?? a) : a)),
      begins: this.#begins(terms, party),
      decision: terms.decision === true,
      authority: this.words(terms.authority),
    };
  }

  #begins({ after, word }: StepTerms, lead: string): string {
    const say = PLAN_WORDS[this.language];
    const plain: string[] = [];
    const others: string[] = [];
    for (const { step, kind, min = 0, max } of after) {
      const number = this.number(step) || '?';
      if (kind === 'FS' && min === 0 && max === undefined) plain.push(number);
      else {
        const most = max === undefined ? '' : ` ${say.most(max)}`;
        others.push(say.relation[kind](number, min) + most);
      }
    }
    const said = word === undefined ? [] : [word === lead ? say.decides : say.word(this.party(word))];
    return [...(plain.length > 0 ? [say.after(plain.join(', '))] : []), ...others, ...said].join('; ');
  }
}

function running(world: World, plan: Id, now: Ms, say: Saying): PlanRow[] {
  const texts = new Map(tasksOf(world, plan).map((t) => [t.step, t.text]));
  const steps = standings(world, plan, now).map(({ task, expected, latestStart, slack, late, state, movedBy, critical }): PlanRow => {
    const shown = { planned: task.planned, real: expected, latest: latestOf(latestStart, task.terms) ?? task.latest };
    return {
      ...say.row(task.step, texts.get(task.step) ?? '', task.terms, leadOf(task), false),
      ...shown,
      ...{ slack, late, state, critical },
      isOver: state === 'done' || state === 'failed',
      movedBy: movedBy === undefined ? '' : say.number(movedBy) || '+',
    };
  });
  const own = ownStandings(world, plan, now).map(
    ({ own: step, state, expected, latestStart, slack }): PlanRow => ({
      ...say.row(step.id, step.card.text, step.card.terms, step.card.terms.lead ?? step.by, true),
      ...{ real: expected, latest: latestOf(latestStart, step.card.terms), slack, late: 0, state, movedBy: '', critical: false },
      isOver: state === 'done',
    }),
  );
  return [...steps, ...own];
}
const latestOf = (start: Ms | undefined, { duration }: StepTerms): Ms | undefined => (start === undefined ? undefined : start + duration);

/** As it would be if it began now: nothing of it is carried out. */
function drafted(steps: readonly Step[], say: Saying): PlanRow[] {
  const times = timesOf(steps);
  const open = waitingForWords(steps);
  return steps.map(({ id, text, terms }): PlanRow => {
    const found = isSchedule(times) ? times[id] : undefined;
    const planned = found && { start: found.earliest, end: found.earliest + terms.duration };
    const latest = found?.latest === undefined ? undefined : found.latest + terms.duration;
    return {
      ...say.row(id, text, terms, terms.lead ?? '', false),
      ...{ planned: open.has(id) ? undefined : planned, latest, slack: found?.slack, late: 0, state: 'planned' as const },
      ...{ isOver: false, movedBy: '', critical: found?.critical === true && found.slack !== undefined },
    };
  });
}
