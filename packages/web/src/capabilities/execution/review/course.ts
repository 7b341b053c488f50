import { emptyWorld, evolve, type Ms, type World } from '@entente/engine';
import { partyOf } from '@entente/engine/execution';
import { type MatrixRow, rowsOfPlan } from '../../../kit/plan/rows.ts';
import type { EditionEvent } from '../../../kit/review/edition.ts';

/** A piece of the slack that was left on the critical path: who used it, or won it back. */
export interface SlackPiece {
  readonly from: Ms;
  readonly to: Ms;
  readonly before: Ms;
  readonly after: Ms;
  /** Whose act or delay it was; absent where nothing changed. */
  readonly party: string | undefined;
  /** The step that changed it. */
  readonly step: string | undefined;
}

/** How much slack was left over time: between what was reported it melts while a critical step runs late; at a report it falls or is won back. */
export function slackCourse(events: readonly EditionEvent[], plan: string, until: Ms): readonly SlackPiece[] {
  const world = emptyWorld();
  const pieces: SlackPiece[] = [];
  let last: { readonly at: Ms; readonly slack: Ms } | undefined;
  const add = (at: Ms, slack: Ms | undefined, party: string | undefined, step: string | undefined): void => {
    if (slack === undefined) return;
    if (last && (at > last.at || slack !== last.slack))
      pieces.push({
        from: last.at,
        to: at,
        before: last.slack,
        after: slack,
        ...(slack === last.slack ? { party: undefined, step: undefined } : { party, step }),
      });
    last = { at, slack };
  };
  for (const e of events) {
    if (e.at > until) break;
    const task = taskOf(e, world, plan);
    if (task !== undefined) {
      const { slack, row } = leastOf(rowsOfPlan(world, plan, e.at));
      add(e.at, slack, row?.party, row?.id);
    }
    evolve(world, e.event, e);
    if (task === undefined && !(e.event.type === 'PlanActivated' && e.id === plan)) continue;
    const { slack } = leastOf(rowsOfPlan(world, plan, e.at));
    const of = world.execution.tasks.get(task ?? '');
    add(e.at, slack, of && partyOf(world, of), of?.step);
  }
  return pieces;
}

/** The task of this plan that an event is about, once the plan is active. */
function taskOf({ event }: EditionEvent, world: World, plan: string): string | undefined {
  const id = (event as { readonly task?: unknown }).task;
  return typeof id === 'string' && world.execution.tasks.get(id)?.plan === plan ? id : undefined;
}

function leastOf(rows: readonly MatrixRow[]): { readonly slack: Ms | undefined; readonly row: MatrixRow | undefined } {
  const open = rows.filter((r) => r.slack !== undefined && r.state !== 'done' && r.state !== 'failed');
  const row = open.reduce<MatrixRow | undefined>((a, b) => (a && (a.slack as Ms) <= (b.slack as Ms) ? a : b), undefined);
  // What moves it is where the delay arose, and not who is moved.
  const origin = row?.movedBy === undefined ? row : (rows.find((r) => r.id === originOf(rows, row)) ?? row);
  return { slack: row?.slack, row: origin };
}

function originOf(rows: readonly MatrixRow[], row: MatrixRow): string {
  let here: MatrixRow = row;
  for (let hops = 0; here.movedBy !== undefined && hops <= rows.length; hops++) {
    const before = rows.find((r) => r.id === here.movedBy);
    // What is over does not run late any more.
    if (!before || before.state === 'done' || before.state === 'failed') break;
    here = before;
  }
  return here.id;
}
