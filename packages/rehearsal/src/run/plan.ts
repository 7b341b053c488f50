import { type FileCard, type Rehearsal, type Roster, rosterOf, type Scenario, type Text } from '@entente/engine';
import type { Play } from '@entente/scenario';
import { quantileOf } from '../chance/distributions.ts';
import { Generator } from '../chance/generator.ts';
import { fullFactorial, latinHypercube, monteCarlo, type Points } from '../chance/samplers.ts';
import type { RuleBook } from '../seats/rule.ts';
import { actingSeats, type Behaviour, ruleBook, type TimesOf } from '../seats/rules.ts';
import { type Columns, columnsOf } from './columns.ts';
import { type Past, type Start, startOf } from './start.ts';

export interface Asked {
  readonly scenario: Scenario;
  readonly plays: readonly Play[];
  readonly runs: number;
  /** Runs that were asked for, where it was cancelled: their chances were drawn for all of them. */
  readonly of?: number | undefined;
  readonly seed: number;
  /** The scenario’s files, by their path in its folder. */
  readonly files?: ReadonlyMap<string, FileCard> | undefined;
  /** An exercise that runs or has ended: every run goes on from its first `n` events. */
  readonly past?: Past | undefined;
}
export type Lever = Rehearsal['levers'][number];
export type Uncertainty = Rehearsal['uncertainties'][number];

/** One combination of the levers’ options: what is compared. */
export interface Arm {
  /** By lever, which option. */
  readonly options: readonly number[];
  readonly title: Text;
  readonly scenario: Scenario;
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  readonly fixed: ReadonlyMap<string, number>;
  /** One for each way to behave: more than one only where recorded plays are drawn. */
  readonly books: readonly RuleBook[];
}

/** All that runs share, made once. A run is named by its number, from 1; the same plan gives the same run. */
export interface Plan {
  readonly asked: Asked;
  readonly roster: Roster;
  readonly seats: readonly string[];
  readonly arms: readonly Arm[];
  readonly samples: number;
  readonly uncertainties: readonly Uncertainty[];
  /** Recorded plays that are drawn, one a run, where the scenario says nothing of how seats behave. */
  readonly drawn: readonly string[];
  readonly points: Points;
  readonly columns: Columns;
  /** Where every run begins; undefined: at the beginning. */
  readonly start?: Start | undefined;
}

export interface PlanOptions {
  /** Of the first combination of options alone, which is all that its first run needs; with the times of recordings. */
  readonly times?: TimesOf | undefined;
  /** Told of each combination that is made: with recorded plays one takes a second. */
  readonly made?: (() => void) | undefined;
}

/** What is compared. Where runs go on from an exercise, who may do what, its procedures and its variables stand as they are there. */
export function leversOf({ scenario, past }: Pick<Asked, 'scenario' | 'past'>): readonly Lever[] {
  const levers = scenario.rehearsal?.levers ?? [];
  return past ? levers.filter(({ options }) => options.some((o) => o.behaviours || o.plans || o.uncertainties)) : levers;
}

/** How many combinations of the levers’ options there are. */
export const armCount = (asked: Pick<Asked, 'scenario' | 'past'>): number =>
  leversOf(asked).reduce((all, lever) => all * lever.options.length, 1);

/** Uncertainties by which a variable begins are none any more where runs go on from an exercise: the record says what it is. */
function certain(uncertainties: readonly Uncertainty[], { events, n }: Past): [string, number][] {
  const values = new Map<string, number>();
  for (const { event } of events.slice(0, n)) if (event.type === 'VariableSet') values.set(event.variable, Number(event.value));
  return uncertainties.flatMap(({ id, variable }): [string, number][] => {
    const value = variable === undefined ? undefined : values.get(variable);
    return value === undefined ? [] : [[id, value]];
  });
}

export function planOf(asked: Asked, { times, made }: PlanOptions = {}): Plan {
  const { scenario, plays, seed, files } = asked;
  const rehearsal = scenario.rehearsal;
  const roster = rosterOf(scenario);
  const levers = leversOf(asked);
  const uncertainties = rehearsal?.uncertainties ?? [];
  const known = asked.past ? certain(uncertainties, asked.past) : [];
  // A scenario that says nothing of how its seats behave: they do as its recorded plays tell, one drawn for each run.
  const behaves = (rehearsal?.behaviours.length ?? 0) > 0 || levers.some((l) => l.options.some((o) => o.behaviours));
  const drawn = behaves ? [] : plays.map((p) => p.play);
  const combinations = fullFactorial(levers.map((l) => l.options.length));
  const arms = (times ? combinations.slice(0, 1) : combinations).map((options): Arm => {
    const chosen = options.map((n, l) => (levers[l] as Lever).options[n] as Lever['options'][number]);
    const changed = changedBy(scenario, chosen);
    const before: Behaviour[] = chosen.flatMap((o) => o.behaviours ?? []);
    const taken: Record<string, string> = Object.assign({}, ...chosen.map((o) => o.plans ?? {}));
    const material = { scenario: changed, plays, roster: rosterOf(changed), files, plans: taken, times };
    const arm: Arm = {
      options,
      title: titleOf(chosen),
      scenario: changed,
      variables: Object.assign({}, ...chosen.map((o) => o.variables ?? {})),
      fixed: new Map([...chosen.flatMap((o) => Object.entries(o.uncertainties ?? {})), ...known]),
      books: drawn.length > 0 ? drawn.map((play) => ruleBook(material, before, play)) : [ruleBook(material, before)],
    };
    made?.();
    return arm;
  });
  const seats = actingSeats(scenario, roster);
  const samples = Math.ceil((asked.of ?? asked.runs) / arms.length);
  const names = [...uncertainties.map((u) => u.id), ...(drawn.length > 1 ? ['play'] : [])];
  const sampler = rehearsal?.sampling === 'monte-carlo' ? monteCarlo : latinHypercube;
  const columns = columnsOf(
    scenario,
    seats,
    arms.flatMap((arm) => arm.books),
  );
  return {
    asked,
    roster,
    seats,
    arms,
    samples,
    uncertainties,
    drawn,
    points: sampler(seed, samples, names),
    columns,
    start: asked.past && startOf(scenario, columns, asked.past),
  };
}

/** What is uncertain in a run. */
export interface Drawn {
  readonly arm: Arm;
  readonly armNumber: number;
  readonly sample: number;
  readonly book: RuleBook;
  readonly play: number;
  /** By uncertainty, as people read it: minutes, a number, 0 or 1. */
  readonly values: ReadonlyMap<string, number>;
}

/** What run `run` (from 1) is made of. Runs with the same sample differ in their arm alone. */
export function drawnIn(plan: Plan, run: number): Drawn {
  const armNumber = (run - 1) % plan.arms.length;
  const sample = Math.floor((run - 1) / plan.arms.length);
  const arm = plan.arms[armNumber] as Arm;
  const { points, dimensions } = plan.points;
  const values = new Map<string, number>();
  plan.uncertainties.forEach((u, d) => {
    values.set(u.id, arm.fixed.get(u.id) ?? drawnValue(u, points[sample * dimensions + d] as number));
  });
  const play =
    plan.drawn.length > 1
      ? Math.min(plan.drawn.length - 1, Math.floor((points[(sample + 1) * dimensions - 1] as number) * plan.drawn.length))
      : 0;
  return { arm, armNumber, sample, book: arm.books[play] as RuleBook, play, values };
}

function drawnValue(u: Uncertainty, point: number): number {
  if (u.chance !== undefined) return point < u.chance ? 1 : 0;
  const value = quantileOf((u.minutes ?? u.number) as NonNullable<Uncertainty['number']>, point);
  return u.minutes === undefined ? value : Math.max(0, value);
}

/** The scenario as a combination of options changes it. */
function changedBy(scenario: Scenario, options: readonly Lever['options'][number][]): Scenario {
  let changed = scenario;
  for (const { onward, rights, procedures, variables } of options) {
    if (onward !== undefined) changed = { ...changed, onward };
    if (variables)
      changed = {
        ...changed,
        variables: changed.variables.map((v) => (variables[v.id] === undefined ? v : { ...v, value: variables[v.id] as never })),
      };
    if (procedures)
      changed = { ...changed, forums: changed.forums.map((f) => (procedures[f.id] ? { ...f, procedures: procedures[f.id] as never } : f)) };
    if (rights)
      changed = {
        ...changed,
        parties: changed.parties.map((p) => ({
          ...p,
          cells: p.cells.map((c) => ({ ...c, seats: c.seats.map((s) => (rights[s.id] ? { ...s, may: rights[s.id] as never } : s)) })),
        })),
      };
  }
  return changed;
}

function titleOf(options: readonly Lever['options'][number][]): Text {
  const of = (language: 'en' | 'ko'): string => options.map((o) => said(o.name ?? o.id, language)).join(', ');
  return { en: of('en'), ko: of('ko') };
}

/** A text in a language, or in whichever there is. */
export function said(text: Text, language: string): string {
  return typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
}

/** The secret of a run: nobody keeps it, and what is written of it anew is the same. */
export function secretOfRun({ seed }: Pick<Asked, 'seed'>, run: number): string {
  const random = Generator.of(seed, 'secret', run);
  return Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, '0')).join('');
}
