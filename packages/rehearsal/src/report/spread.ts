import type { Condition, Ms } from '@entente/engine';
import type { Spread } from '../card.ts';
import { type Looked, slacks } from '../findings/looked.ts';
import { NEVER, UNJUDGED } from '../run/columns.ts';

const BARS = 20;
const MINUTE: Ms = 60_000;

export function spreadOf(looked: Looked, fails: Uint8Array | undefined): Spread | undefined {
  return timeTo(looked, fails) ?? missedIn(looked, fails);
}

function timeTo({ rows, runs, scenario }: Looked, fails: Uint8Array | undefined): Spread | undefined {
  const { measureList, milestones } = runs.plan.columns;
  const asked = measureList.filter((m) => m.party === undefined).map((m) => milestonesOf(m.holds));
  if (asked.length === 0 || asked.some((ids) => ids === undefined)) return undefined;
  const columns = [...new Set(asked.flatMap((ids) => ids ?? []))].map(
    (id) => milestones.from + scenario.milestones.findIndex((m) => m.id === id),
  );
  const times = Float64Array.from({ length: rows.count }, (_, r) => Math.max(...columns.map((c) => rows.at(r, c))));
  const came = times.filter((t) => !Number.isNaN(t));
  if (came.length === 0) return undefined;
  const [first, last] = came.reduce(([a, b], t) => [Math.min(a, t), Math.max(b, t)], [Number.POSITIVE_INFINITY, 0]);
  const from = Math.floor(first / MINUTE) * MINUTE;
  // Bars of whole minutes.
  const width = Math.max(1, Math.ceil((last + 1 - from) / MINUTE / BARS)) * MINUTE;
  const count = Math.max(1, Math.ceil((last + 1 - from) / width));
  const bars = barsOf(times, fails, count, (t) => Math.floor((t - from) / width));
  return { of: 'time', from, to: from + count * width, ...bars, never: rows.count - came.length };
}

/** The milestones that a condition asks for, if it asks for nothing else. */
function milestonesOf(when: Condition): readonly string[] | undefined {
  if ('milestone' in when) return [when.milestone];
  if (!('all' in when)) return undefined;
  const parts = when.all.map(milestonesOf);
  return parts.includes(undefined) ? undefined : parts.flatMap((ids) => ids ?? []);
}

function missedIn(looked: Looked, fails: Uint8Array | undefined): Spread | undefined {
  const { rows, runs, scenario } = looked;
  const seen = scenario.expects.flatMap((e, i) =>
    e.seen !== undefined && slacks(looked, i).asked > 0 ? [runs.plan.columns.slack.from + i] : [],
  );
  if (seen.length === 0) return undefined;
  const missed = Float64Array.from({ length: rows.count }, (_, r) => seen.filter((c) => isMissed(rows.at(r, c))).length);
  const from = missed.reduce((a, n) => Math.min(a, n), Number.POSITIVE_INFINITY);
  const most = missed.reduce((a, n) => Math.max(a, n), 0);
  const width = Math.ceil((most + 1 - from) / BARS);
  const count = Math.ceil((most + 1 - from) / width);
  const bars = barsOf(missed, fails, count, (n) => Math.floor((n - from) / width));
  return { of: 'missed', from, to: from + count * width - 1, ...bars, never: 0 };
}

const isMissed = (slack: Ms): boolean => slack === NEVER || (slack < 0 && slack !== UNJUDGED);

function barsOf(
  values: Float64Array,
  fails: Uint8Array | undefined,
  count: number,
  bar: (value: number) => number,
): Pick<Spread, 'runs' | 'failed'> {
  const [runs, failed] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
  values.forEach((value, r) => {
    if (Number.isNaN(value)) return;
    const at = bar(value);
    runs[at] = (runs[at] as number) + 1;
    failed[at] = (failed[at] as number) + (fails?.[r] ?? 0);
  });
  return { runs, failed };
}
