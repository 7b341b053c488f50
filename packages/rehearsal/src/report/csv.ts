import { DECISIONS, NEVER, type Option, UNJUDGED } from '../run/columns.ts';
import { stoppedBy } from '../run/count.ts';
import { drawnIn, leversOf, said } from '../run/plan.ts';
import type { Runs } from '../workers/pool.ts';

/** The runs as a table: what each was made of, and what came of it; for tools of the analysts’ own. */
export function* csvOf({ plan, values }: Pick<Runs, 'plan' | 'values'>): Generator<string> {
  const { columns, asked } = plan;
  const { scenario } = asked;
  const levers = leversOf(asked);
  yield line([
    'run',
    'sample',
    ...levers.map((l) => l.id),
    ...(plan.drawn.length > 0 ? ['play'] : []),
    ...plan.uncertainties.map((u) => u.id),
    ...columns.measureList.map((m) => `measure:${m.id}`),
    ...scenario.milestones.map((m) => `milestone_minutes:${m.id}`),
    ...scenario.injects.map((i) => `inject_minutes:${i.id}`),
    ...scenario.expects.map((e) => `slack_minutes:${e.id}`),
    ...columns.options.map((o) => `plan_minutes:${o.id}`),
    ...DECISIONS.slice(0, 4).map((d) => `decisions_${d}`),
    'refused',
    'events',
    'fault',
  ]);
  for (let run = 1; run <= asked.runs; run++) {
    const { arm, sample, play } = drawnIn(plan, run);
    const at = (column: number): number => values[(run - 1) * columns.width + column] as number;
    const all = ({ from, count }: { from: number; count: number }, of: (v: number) => string = number): string[] =>
      Array.from({ length: count }, (_, i) => of(at(from + i)));
    yield line([
      String(run),
      String(sample + 1),
      ...levers.map((l, i) => said(l.options[arm.options[i] as number]?.id ?? '', 'en')),
      ...(plan.drawn.length > 0 ? [plan.drawn[play] as string] : []),
      ...all(columns.uncertainties),
      ...all(columns.measures),
      ...all(columns.milestones, minutes),
      ...all(columns.injects, minutes),
      ...all(columns.slack, (v) => (v === NEVER ? 'never' : v === UNJUDGED ? 'unjudged' : minutes(v))),
      ...columns.options.map((o, i) => finished(o, at(columns.plans.from + i))),
      ...all({ from: columns.decisions.from, count: 4 }),
      number(at(columns.refused)),
      number(at(columns.events)),
      number(at(columns.fault)),
    ]);
  }
}

const number = (v: number): string => (Number.isNaN(v) ? '' : String(v));
const minutes = (ms: number): string => (Number.isNaN(ms) ? '' : String(Math.round(ms / 600) / 100));

/** When a plan was done, or the step that kept it from that. */
const finished = (option: Option, finish: number): string =>
  finish < 0 ? `stopped:${stoppedBy(option, finish)?.id ?? ''}` : minutes(finish);

/** A cell that a table program would take for a formula is marked as text; a number below zero is none. */
export function line(cells: readonly string[]): string {
  return cells
    .map((c) => {
      const text = /^[=+\-@\t\r]/.test(c) && !Number.isFinite(Number(c)) ? `'${c}` : c;
      return text !== c || /[",\r\n]/.test(c) ? `"${text.replaceAll('"', '""')}"` : c;
    })
    .join(',');
}
