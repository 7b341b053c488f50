import { type Condition, Exercise, evaluate, type Ms, type Recorded, type Scenario } from '@entente/engine';
import type { Columns } from './columns.ts';

export interface Past {
  readonly events: readonly Recorded[];
  readonly n: number;
  /** When they go on, ms; at the last of them if absent. */
  readonly at?: Ms | undefined;
  /** The exercise’s secret, for the record of a run that is opened. */
  readonly secret?: string | undefined;
}
/** Where a run begins that goes on from a record. */
export interface Start {
  /** What was on the record by then. */
  readonly events: readonly Recorded[];
  /** When it goes on, not before the last of them. */
  readonly at: Ms;
  /** Measures whose time had come, as they stood then. */
  readonly held: ReadonlyMap<string, boolean>;
  /** When it ends at the latest, ms. */
  readonly end: Ms;
  /** The exercise’s secret, where the whole record is kept. */
  readonly secret?: string | undefined;
}

/** Where runs go on that share the first events of a record. */
export function startOf(scenario: Scenario, columns: Columns, { events, n, at, secret }: Past): Start {
  const before = events.slice(0, n);
  const now = Math.max(at ?? 0, before.at(-1)?.at ?? 0);
  const ended = events.find((r) => r.event.type === 'ExerciseEnded')?.at ?? 0;
  const held = new Map<string, boolean>();
  for (const { id, by, holds } of columns.measureList)
    if (by !== undefined && by <= now)
      held.set(
        id,
        holdsAfter(
          before.filter((r) => r.at <= by),
          holds,
          by,
        ),
      );
  return { events: before, at: now, held, end: Math.max(scenario.duration, ended, now), secret };
}

/** How each measure came out in an exercise that has ended. */
export function outcome({ measureList }: Columns, events: readonly Recorded[]): Map<string, boolean> {
  const end = events.at(-1)?.at ?? 0;
  return new Map(
    measureList.map(({ id, by = end, holds }) => [
      id,
      holdsAfter(
        events.filter((r) => r.at <= by),
        holds,
        Math.min(by, end),
      ),
    ]),
  );
}

function holdsAfter(events: readonly Recorded[], when: Condition, now: Ms): boolean {
  const { world, roster } = Exercise.from(events, { secret: 'nobody keeps a sketch', sketch: true });
  return evaluate({ world, roster, now }, when);
}
