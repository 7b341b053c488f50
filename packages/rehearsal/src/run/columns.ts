import type { Address, Condition, Ms, Rehearsal, Scenario } from '@entente/engine';
import type { RuleBook } from '../seats/rule.ts';

/** What is kept of every run: one number in each column. */
export interface Columns {
  readonly names: readonly string[];
  readonly uncertainties: Span;
  readonly measures: Span;
  /** When each inject was released, ms; NaN if it was not. */
  readonly injects: Span;
  /** Bits of the parts of its condition that did not hold when a run ended without it. */
  readonly blocks: Span;
  /** How long before its deadline each expected action was done, ms. */
  readonly slack: Span;
  /** When its deadline stood, ms; NaN if its time never began. */
  readonly due: Span;
  readonly milestones: Span;
  /** Of each option that a plan may follow: when its last step was done, ms; below 0 if one was not (`stoppedBy` says which); NaN if it was not made active. */
  readonly plans: Span;
  /** Of each rule with a chance, how often it was asked and how often it did what it says. */
  readonly asked: Span;
  readonly did: Span;
  /** Decisions due to be consulted on; of those, decided before asking, and never asked; decisions taken. */
  readonly decisions: Span;
  /** Of each cell two: bits of the bins in which nothing waited for any of its seats, the earlier half and the later. */
  readonly quiet: Span;
  readonly fault: number;
  readonly events: number;
  readonly refused: number;
  readonly play: number;
  readonly width: number;
  /** What stands in the columns, in order. */
  readonly measureList: Rehearsal['measures'];
  readonly chanceRules: readonly string[];
  readonly parts: readonly (readonly Condition[])[];
  readonly cells: readonly CellSeats[];
  readonly options: readonly Option[];
}
export type Option = Scenario['plans'][number]['options'][number];
/** The seats of a cell, by their place among those that act. */
export interface CellSeats {
  readonly cell: string;
  readonly seats: readonly number[];
}
export interface Span {
  readonly from: number;
  readonly count: number;
}

/** Slack of an action that was asked for and never done. */
export const NEVER: Ms = -1e12;
/** … that was asked for, and that only a person can judge. */
export const UNJUDGED: Ms = 1e12;

/** `at`: when the first was decided before asking, ms; NaN if none was. */
export const DECISIONS = ['due', 'late', 'never', 'taken', 'at'] as const;

export function columnsOf(scenario: Scenario, seats: readonly Address[], books: readonly RuleBook[]): Columns {
  const names: string[] = [];
  const span = (list: readonly string[]): Span => {
    const from = names.length;
    names.push(...list);
    return { from, count: list.length };
  };
  const rehearsal = scenario.rehearsal;
  const chanced = books.flatMap((book) => [...book.values()].flatMap((rules) => rules.all.filter((r) => r.chance !== undefined)));
  const chanceRules = [...new Set(chanced.map((r) => r.key))];
  const measureList = rehearsal?.measures ?? [];
  const uncertainties = span((rehearsal?.uncertainties ?? []).map((u) => u.id));
  const measures = span(measureList.map((m) => `measure ${m.id}`));
  const injects = span(scenario.injects.map((i) => `inject ${i.id}`));
  const blocks = span(scenario.injects.map((i) => `blocked ${i.id}`));
  const slack = span(scenario.expects.map((e) => `slack ${e.id}`));
  const due = span(scenario.expects.map((e) => `due ${e.id}`));
  const milestones = span(scenario.milestones.map((m) => `milestone ${m.id}`));
  const options = scenario.plans.flatMap((p) => p.options);
  const plans = span(options.map((o) => `plan ${o.id}`));
  const asked = span(chanceRules.map((k) => `asked ${k}`));
  const did = span(chanceRules.map((k) => `did ${k}`));
  const decisions = span(DECISIONS.map((d) => `decisions ${d}`));
  const cells = cellsOf(scenario, seats);
  const quiet = span(cells.flatMap(({ cell }) => [`quiet ${cell} early`, `quiet ${cell} late`]));
  const [fault, events, refused, play] = ['fault', 'events', 'refused', 'play'].map((n) => span([n]).from) as [
    number,
    number,
    number,
    number,
  ];
  return {
    names,
    uncertainties,
    measures,
    injects,
    blocks,
    slack,
    due,
    milestones,
    plans,
    asked,
    did,
    decisions,
    quiet,
    fault,
    events,
    refused,
    play,
    width: names.length,
    measureList,
    chanceRules,
    parts: scenario.injects.map((i) => partsOf(i.when)),
    cells,
    options,
  };
}

function cellsOf(scenario: Scenario, seats: readonly Address[]): CellSeats[] {
  return scenario.parties
    .flatMap((p) => p.cells)
    .map((c) => ({ cell: c.id, seats: c.seats.map((s) => seats.indexOf(`seat:${s.id}`)).filter((i) => i >= 0) }))
    .filter((c) => c.seats.length > 0);
}

/** The parts of a condition that must all hold. */
export function partsOf(when: Condition | undefined): readonly Condition[] {
  if (!when) return [];
  return 'all' in when ? when.all : [when];
}

/** Bins in which what waits for each seat is counted. */
export const BINS = 96;
/** So many bins stand as bits in one column. */
export const HALF = BINS / 2;
/** Heights that are told apart; the last stands for all above. */
export const HEIGHTS = 32;
/** The height that stands for itself and for all above. */
export const HIGHEST = HEIGHTS - 1;

/** How much waited for each seat in each bin, counted over runs. */
export class Loads {
  readonly counts: Uint32Array;
  /** The first run that was counted there; 0 if none was. */
  readonly first: Uint32Array;
  readonly seats: readonly Address[];

  constructor(seats: readonly Address[]) {
    this.seats = seats;
    this.counts = new Uint32Array(seats.length * BINS * HEIGHTS);
    this.first = new Uint32Array(this.counts.length);
  }

  add(seat: number, bin: number, height: number, run: number): void {
    const at = (seat * BINS + bin) * HEIGHTS + Math.min(HIGHEST, height);
    this.counts[at] = (this.counts[at] as number) + 1;
    this.first[at] = earlier(this.first[at] as number, run);
  }

  /** How many runs stood so high or higher, and the first of them. */
  atLeast(seat: number, bin: number, height: number): { count: number; run: number } {
    const from = (seat * BINS + bin) * HEIGHTS;
    let [count, run] = [0, 0];
    for (let h = Math.min(HIGHEST, height); h < HEIGHTS; h++) {
      count += this.counts[from + h] as number;
      run = earlier(run, this.first[from + h] as number);
    }
    return { count, run };
  }

  /** The height that a share of the runs did not exceed. */
  quantile(seat: number, bin: number, share: number): number {
    const from = (seat * BINS + bin) * HEIGHTS;
    let total = 0;
    for (let h = 0; h < HEIGHTS; h++) total += this.counts[from + h] as number;
    const wanted = share * total;
    let sum = 0;
    for (let h = 0; h < HEIGHTS; h++) {
      sum += this.counts[from + h] as number;
      if (sum >= wanted && sum > 0) return h;
    }
    return 0;
  }

  merge(other: Pick<Loads, 'counts' | 'first'>): void {
    for (let i = 0; i < this.counts.length; i++) {
      this.counts[i] = (this.counts[i] as number) + (other.counts[i] as number);
      this.first[i] = earlier(this.first[i] as number, other.first[i] as number);
    }
  }
}

/** The earlier of two runs; 0 is none. */
const earlier = (a: number, b: number): number => (a === 0 || (b > 0 && b < a) ? b : a);
