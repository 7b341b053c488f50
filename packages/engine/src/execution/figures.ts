import { ranBetween, wasJumped } from '../clock/clock.ts';
import { isPast } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import type { RunningPlan, Task } from './language.ts';
import { hinderedWithin, lostWaiting } from './lost.ts';
import { endOf, forumOfPlan, isFailed, partyOf, tasksOf } from './tasks.ts';

/** What a world tells of plans that were carried out. Times are scenario ms. */
export interface RunFigures {
  readonly plan: Id;
  readonly text: Id;
  /** True if lead control made it active before all had agreed to it. */
  readonly unsigned: boolean;
  readonly activated: Ms;
  readonly steps: StepCounts;
  /** By the side that leads them, in the order of the table. */
  readonly parties: readonly (StepCounts & {
    readonly party: string;
    /** What the side lost waiting for another, jumps aside. */
    readonly lostMs: Ms;
    /** For how long lead control held its steps up, as far as this world was told: no side’s minutes. */
    readonly hinderedMs: Ms;
  })[];
}
export interface StepCounts {
  readonly total: number;
  /** Ended by the planned end; where a step has none, by its latest; where nothing bound it, whenever it ended. */
  readonly onTime: number;
  /** Ended after that, or not ended when it had passed. */
  readonly late: number;
  readonly failed: number;
  /** Not ended, and not due yet. */
  readonly open: number;
  /** Those whose time a jump passed: they count neither as on time nor as late. */
  readonly passed: number;
}
type Stood = 'onTime' | 'late' | 'failed' | 'open' | 'passed';

/** By when a step is to end: as it was planned, or at the latest. */
export const dueOf = ({ planned, latest }: Task): Ms | undefined => planned?.end ?? latest;

function stood(world: World, task: Task, now: Ms): Stood {
  const [end, due] = [endOf(task), dueOf(task)];
  if (end !== undefined && (due === undefined || end <= due)) return 'onTime';
  if (end === undefined && isFailed(task)) return 'failed';
  if (due === undefined || (end === undefined && !isPast(due, now))) return 'open';
  return wasJumped(world, due) ? 'passed' : 'late';
}

function count(stands: readonly Stood[]): StepCounts {
  const of = (which: Stood): number => stands.filter((s) => s === which).length;
  return { total: stands.length, onTime: of('onTime'), late: of('late'), failed: of('failed'), open: of('open'), passed: of('passed') };
}

/** The figures of every active plan, in the order in which they became active; `now`: up to when. */
export function executionFigures(world: World, now: Ms): readonly RunFigures[] {
  return [...world.execution.plans.values()].map((plan) => runFigures(world, plan, now));
}

function runFigures(world: World, { id, of, unsigned, at }: RunningPlan, now: Ms): RunFigures {
  const tasks = tasksOf(world, id);
  const lost = lostWaiting(world, id, now);
  const ran = (from: Ms, to: Ms): Ms => ranBetween(world, from, to);
  const members = (forumOfPlan(world, id)?.card.members ?? []).map((m) => m.party);
  return {
    plan: id,
    text: of,
    unsigned: unsigned === true,
    activated: at,
    steps: count(tasks.map((t) => stood(world, t, now))),
    parties: members.map((party) => {
      const own = tasks.filter((t) => partyOf(world, t) === party);
      return {
        party,
        ...count(own.map((t) => stood(world, t, now))),
        lostMs: lost.get(party) ?? 0,
        hinderedMs: own.reduce((sum, t) => sum + hinderedWithin(t, at, endOf(t) ?? t.failed?.at ?? now, ran), 0),
      };
    }),
  };
}
