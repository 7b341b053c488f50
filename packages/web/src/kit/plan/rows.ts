import type { Address, Ms, Text, World } from '@entente/engine';
import {
  endOf,
  leadOf,
  type OwnStanding,
  ownStandings,
  type Standing,
  type StepState,
  standings,
  startOf,
  waitingForWords,
} from '@entente/engine/execution';
import { isSchedule } from '@entente/engine/schedule';
import { type AtTable, type Step, type StepTerms, timesOf } from '@entente/engine/steps';

/** The rows of a synchronisation matrix: steps as they are planned, and as they are carried out. */

export interface Span {
  readonly start: Ms;
  readonly end: Ms;
}
export interface MatrixRow {
  /** Of the step within its plan; of a step of one’s own: its id. */
  readonly id: string;
  /** Its task, once the plan is active. */
  readonly task?: string | undefined;
  /** Its place among the steps; none of a step of one’s own. */
  readonly number?: number | undefined;
  readonly text: Text;
  readonly lead: Address | undefined;
  /** The lead’s side; empty if nobody leads. */
  readonly party: string;
  readonly terms: StepTerms;
  readonly state: StepState | 'draft';
  /** As it was planned. Absent where it waits for somebody’s word. */
  readonly planned?: Span | undefined;
  /** What has been done of it. */
  readonly done?: Span | undefined;
  /** What is still to come, as it is expected now. */
  readonly expected?: Span | undefined;
  /** Where no time is expected: the earliest at which it can begin. */
  readonly notBefore?: Ms | undefined;
  readonly blocked: readonly (Span & { readonly on?: string | undefined })[];
  /** By when it must have ended. */
  readonly latest?: Ms | undefined;
  readonly latestStart?: Ms | undefined;
  readonly slack?: Ms | undefined;
  readonly critical: boolean;
  readonly late: Ms;
  readonly movedBy?: string | undefined;
  /** Outside the text: seen by its own side alone. */
  readonly own?: true | undefined;
}

/** The steps of an active plan, as this world tells. */
export function rowsOfPlan(world: World, plan: string, now: Ms): MatrixRow[] {
  const rows = standings(world, plan, now).map((s, i) => rowOfTask(s, i + 1, now));
  return [...rows, ...ownStandings(world, plan, now).map((own) => rowOfOwn(own, now))];
}

function rowOfTask(standing: Standing, number: number, now: Ms) {
  const { task, party, state, expected, notBefore, latestStart, slack, critical, late, movedBy } = standing;
  const start = startOf(task);
  const end = endOf(task) ?? (task.failed ? task.failed.at : Math.max(now, start ?? now));
  const isOver = state === 'done' || state === 'failed';
  const open = !isOver && expected !== undefined;
  const row: MatrixRow = {
    ...{ party, state, slack, critical, late, movedBy, latestStart, notBefore },
    id: task.step,
    task: task.id,
    number,
    text: task.text,
    lead: leadOf(task) || undefined,
    terms: task.terms,
    planned: task.planned,
    done: start === undefined ? undefined : { start, end },
    expected: open ? { start: start === undefined ? expected.start : Math.max(now, start), end: expected.end } : undefined,
    blocked: task.blocks.map((b) => ({ start: b.at, end: b.until?.at ?? Math.max(now, b.at), on: b.on })),
    latest: task.latest ?? (latestStart === undefined ? undefined : latestStart + task.terms.duration),
  };
  return row;
}

/** A step that a side keeps for itself. */
function rowOfOwn({ own, state, expected, notBefore, movedBy }: OwnStanding, now: Ms): MatrixRow {
  const { id, card, party, marks } = own;
  const mark = (is: string) => marks.findLast((m) => m.is === is)?.at;
  const [begun, ended] = [mark('started'), mark('done')];
  return {
    ...{ id, party, state, movedBy, notBefore, text: card.text, terms: card.terms, lead: card.terms.lead },
    done: begun === undefined ? undefined : { start: begun, end: ended ?? Math.max(now, begun) },
    expected: ended === undefined && begun === undefined ? expected : undefined,
    blocked: [],
    latest: card.terms.by,
    critical: false,
    late: 0,
    own: true,
  };
}

/** Steps that are not agreed yet: when they could begin if all goes as it is written. Without times where they contradict each other. */
export function rowsOfSteps(steps: readonly Step[], members: readonly AtTable[], from: Ms): MatrixRow[] {
  const times = safely(steps, from);
  const open = waitingForWords(steps);
  return steps.map(({ id, text, terms }, i): MatrixRow => {
    const found = times?.[id];
    const planned = found && !open.has(id) ? { start: found.earliest, end: found.earliest + terms.duration } : undefined;
    return {
      ...{ id, text, terms, planned },
      number: i + 1,
      lead: terms.lead,
      party: partyOfLead(members, terms.lead),
      state: 'draft',
      expected: planned || !found ? undefined : { start: found.earliest, end: found.earliest + terms.duration },
      blocked: [],
      latestStart: found?.latest,
      latest: found?.latest === undefined || !hasHardTimes(steps) ? undefined : found.latest + terms.duration,
      slack: hasHardTimes(steps) ? found?.slack : undefined,
      critical: found?.critical === true && hasHardTimes(steps) && found.slack !== undefined,
      late: 0,
    };
  });
}

const hasHardTimes = (steps: readonly Step[]): boolean => steps.some((s) => s.terms.by !== undefined || s.terms.startBy !== undefined);

/** Undefined where they wait for each other, contradict each other, or name what is not there: the check says so. */
function safely(steps: readonly Step[], from: Ms) {
  try {
    const times = timesOf(steps, from);
    return isSchedule(times) ? times : undefined;
  } catch {
    return undefined;
  }
}

export const partyOfLead = (members: readonly AtTable[], lead: Address | undefined): string =>
  members.find((m) => lead !== undefined && m.seats.includes(lead))?.party ?? '';

/** Rows by the lead’s side, in the exercise’s order; within a side by when they begin. What nobody leads comes last. */
export function grouped(
  rows: readonly MatrixRow[],
  parties: readonly string[],
): { readonly party: string; readonly rows: readonly MatrixRow[] }[] {
  const begins = (r: MatrixRow): Ms => r.done?.start ?? r.planned?.start ?? r.expected?.start ?? r.terms.at ?? Number.MAX_SAFE_INTEGER;
  return [...parties, '']
    .map((party) => ({
      party,
      rows: rows
        .filter((r) => r.party === party || (party === '' && !parties.includes(r.party)))
        .sort((a, b) => Number(a.own ?? false) - Number(b.own ?? false) || begins(a) - begins(b) || (a.number ?? 0) - (b.number ?? 0)),
    }))
    .filter((g) => g.rows.length > 0);
}

/** The steps that a step moves, near and far. */
export function movedFrom(rows: readonly MatrixRow[], id: string): MatrixRow[] {
  const found = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const row of rows)
      if (!found.has(row.id) && row.movedBy !== undefined && found.has(row.movedBy)) {
        found.add(row.id);
        grew = true;
      }
  }
  return rows.filter((r) => r.id !== id && found.has(r.id));
}

/** The step whose hard time binds this one: its own, or that of one after it. */
export function boundBy(rows: readonly MatrixRow[], id: string): MatrixRow | undefined {
  const by = new Map(rows.map((r) => [r.id, r]));
  let row = by.get(id);
  for (let hops = 0; row && hops <= rows.length; hops++) {
    const { terms, latestStart } = row;
    if (latestStart === undefined) return undefined;
    if (Math.min(terms.startBy ?? Number.POSITIVE_INFINITY, (terms.by ?? Number.POSITIVE_INFINITY) - terms.duration) <= latestStart)
      return row;
    const here: MatrixRow = row;
    row = rows.find((next) =>
      next.terms.after.some((a) => a.step === here.id && next.latestStart !== undefined && startFor(a, here, next) <= latestStart),
    );
  }
  return undefined;
}

/** The latest start of a step that one after it allows. */
function startFor({ kind, min = 0 }: StepTerms['after'][number], step: MatrixRow, next: MatrixRow): Ms {
  const latest = next.latestStart ?? 0;
  if (kind === 'SS') return latest - min;
  if (kind === 'FF') return latest + next.terms.duration - min - step.terms.duration;
  return latest - min - step.terms.duration;
}
