import type { Ms } from '@entente/engine';
import { type Choices, choicesOf, moversOf } from '../analysis/choices.ts';
import { assumptionsOf, type Discovery, discover } from '../analysis/discovery.ts';
import { pairedDifference, quantile, type Share, shareOf, together } from '../analysis/shares.ts';
import type { Spread } from '../card.ts';
import { missedAt } from '../findings/deadlines.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsOf } from '../findings/findings.ts';
import { type Looked, look, missedShare, slacks } from '../findings/looked.ts';
import { Rows } from '../findings/table.ts';
import { type Judged, judge } from '../measures/assertions.ts';
import { courseOf } from '../onward/course.ts';
import { type Onward, onwardOf } from '../onward/onward.ts';
import { BINS } from '../run/columns.ts';
import type { Runs } from '../workers/pool.ts';
import { type Enough, enoughOf } from './enough.ts';
import { spreadOf } from './spread.ts';
import { type Verdict, verdictSaid } from './verdict.ts';
import { type Both, bothOf, letterOf } from './words.ts';

/** All that a rehearsal tells, as data: the same bytes for the same scenario, seed and number of runs. */
export interface Report {
  readonly entente: 'rehearsal';
  readonly version: 1;
  readonly scenario: { readonly id: string; readonly title: Both; readonly start: string; readonly duration: Ms };
  readonly runs: number;
  /** Runs that were asked for, where it was cancelled before all of them were done. */
  readonly of?: number;
  readonly seed: number;
  readonly sampling: string;
  readonly parties: readonly { readonly id: string; readonly letter: string; readonly name: Both }[];
  readonly moves: readonly { readonly name: Both; readonly from: Ms; readonly to: Ms }[];
  readonly verdict: Verdict | undefined;
  readonly measures: readonly {
    readonly id: string;
    readonly name: Both;
    readonly party?: string;
    readonly holds: Share;
    readonly run: number;
  }[];
  readonly findings: readonly Finding[];
  /** Absent where nothing is timed. */
  readonly spread?: Spread | undefined;
  readonly load: readonly LoadLine[];
  readonly limit: number;
  readonly deadlines: readonly DeadlineLine[];
  readonly choices: Choices | undefined;
  readonly discovery: Discovery | undefined;
  /** A failing run that lies in the chosen box. */
  readonly typical: number | undefined;
  readonly enough: Enough | undefined;
  readonly assertions: readonly Judged[];
  readonly ok: boolean;
  /** Where the runs go on from an exercise; absent where they begin anew. */
  readonly onward?: Onward;
}
export interface LoadLine {
  readonly seat: string;
  readonly name: Both;
  readonly party: string | undefined;
  readonly tenth: readonly number[];
  readonly half: readonly number[];
  readonly ninth: readonly number[];
  readonly most: number;
  readonly at: Ms;
  /** A run in which so much waits then. */
  readonly run: number;
  /** What waited in the exercise itself, as far as it went. */
  readonly course?: readonly number[];
}
export interface DeadlineLine {
  readonly id: string;
  readonly number: string;
  readonly name: Both;
  readonly within: Ms;
  readonly asked: number;
  readonly missed: Share;
  /** Minutes before (after, if below nothing) the deadline: of those that were done. */
  readonly low: number;
  readonly half: number;
  readonly high: number;
  /** A run that missed it, and when that shows. */
  readonly run: number;
  readonly at: Ms;
}

export function reportOf(runs: Runs): Report {
  const { plan } = runs;
  const { scenario } = plan.asked;
  const rows = new Rows(runs);
  const looked = look(runs, rows);
  const { naming, samples } = looked;
  const findings = findingsOf(runs);
  const joint = plan.columns.measureList.map((m, i) => ({ m, i })).filter(({ m }) => m.party === undefined);
  const holds = Uint8Array.from({ length: rows.count }, (_, r) =>
    joint.every(({ i }) => rows.at(r, plan.columns.measures.from + i) === 1) ? 1 : 0,
  );
  const fails = holds.map((h) => 1 - h);
  const assumptions = assumptionsOf(plan, rows);
  const movers = joint.length === 0 ? [] : moversOf(assumptions, fails, samples);
  const choices =
    joint.length === 0
      ? undefined
      : choicesOf(
          plan,
          rows,
          holds,
          movers.filter((m) => !m.difference.level && !m.assumption.chosen).map((m) => m.assumption),
        );
  const discovery = joint.length === 0 ? undefined : discover(plan, rows, fails);
  const verdictOf = (): Verdict => {
    const verdict = {
      fails: samples.share(rows.count, (r) => fails[r] === 1),
      joint: joint.map(({ m }) => bothOf(m.name ?? m.id)),
      movers: movers
        .filter((m) => !m.difference.level)
        .slice(0, 3)
        .map(({ assumption, difference: { mean, low, high } }) => ({ name: assumption.name, points: mean, low, high })),
      best: choices && bestOf(choices, plan.arms.length, rows, fails),
    };
    return { ...verdict, said: verdictSaid(verdict) };
  };
  const assertions = judge(looked, holds);
  return {
    entente: 'rehearsal',
    version: 1,
    scenario: { id: scenario.id, title: bothOf(scenario.title), start: scenario.start, duration: scenario.duration },
    runs: plan.asked.runs,
    ...(plan.asked.of === undefined ? {} : { of: plan.asked.of }),
    seed: plan.asked.seed,
    sampling: scenario.rehearsal?.sampling ?? 'latin-hypercube',
    parties: scenario.parties.map((p) => ({ id: p.id, letter: letterOf(p), name: bothOf(p.name) })),
    moves: scenario.moves.map((m) => ({ name: bothOf(m.name), from: m.from, to: m.to ?? scenario.duration })),
    verdict: joint.length === 0 ? undefined : verdictOf(),
    measures: measureLines(looked),
    findings,
    spread: spreadOf(looked, joint.length === 0 ? undefined : fails),
    load: loadLines(looked),
    limit: scenario.rehearsal?.limits.waiting ?? 8,
    deadlines: deadlineLines(looked),
    choices,
    discovery,
    typical: discovery?.course[discovery.chosen]?.run ?? (fails.indexOf(1) + 1 || undefined),
    enough: enoughOf(looked, joint.length === 0 ? undefined : fails, findings),
    assertions,
    ok: assertions.every((a) => a.ok) && runs.faults.length === 0 && plan.asked.of === undefined,
    ...(plan.asked.past ? { onward: onwardOf(plan, plan.asked.past, naming) } : {}),
  };
}

function measureLines({ runs, rows, samples }: Looked): Report['measures'] {
  return runs.plan.columns.measureList.map((m, i) => {
    const column = runs.plan.columns.measures.from + i;
    return {
      id: m.id,
      name: bothOf(m.name ?? m.id),
      ...(m.party === undefined ? {} : { party: m.party }),
      holds: samples.share(rows.count, (r) => rows.at(r, column) === 1),
      run: Math.max(0, rows.which(column, (v) => v === 0).first) + 1,
    };
  });
}

function bestOf({ least, rows: table }: Choices, arms: number, rows: Rows, fails: Uint8Array): Verdict['best'] {
  const whole = rows.count - (rows.count % arms);
  const of = (arm: number): number[] => Array.from({ length: whole / arms }, (_, s) => fails[s * arms + arm] as number);
  const own = of(least);
  const z = together((arms * (arms - 1)) / 2);
  return {
    title: bothOf(table[least]!.title),
    fails: shareOf(
      own.reduce((a, f) => a + f, 0),
      own.length,
    ),
    level: table.flatMap((row, arm) => (arm !== least && pairedDifference(of(arm), own, z).level ? [bothOf(row.title)] : [])),
  };
}

function loadLines({ runs, naming, scenario }: Looked): LoadLine[] {
  const { loads, plan } = runs;
  const { past } = plan.asked;
  const course = past && courseOf(plan, past.events, past.events.at(-1)?.at ?? 0);
  const width = scenario.duration / BINS;
  const lines = loads.seats.map((seat, i): LoadLine => {
    const of = (share: number): number[] => Array.from({ length: BINS }, (_, b) => loads.quantile(i, b, share));
    const ninth = of(0.9);
    const most = Math.max(...ninth);
    return {
      seat,
      name: naming.post(seat),
      party: plan.roster.partyOf(seat),
      tenth: of(0.1),
      half: of(0.5),
      ninth,
      most,
      at: Math.round(ninth.indexOf(most) * width),
      run: loads.atLeast(i, ninth.indexOf(most), most).run,
      ...(course ? { course: course.get(seat) ?? [] } : {}),
    };
  });
  return lines
    .map((l, i) => ({ l, i }))
    .sort((a, b) => b.l.most - a.l.most || a.i - b.i)
    .map(({ l }) => l);
}

const MINUTE = 60_000;
function deadlineLines(looked: Looked): DeadlineLine[] {
  const { scenario, rows, runs } = looked;
  const lines = scenario.expects.flatMap((e, i): DeadlineLine[] => {
    const { asked, done, unjudged } = slacks(looked, i);
    if (e.seen === undefined || asked - unjudged === 0) return [];
    const at = (share: number): number => (done.length === 0 ? Number.NaN : quantile(done, share) / MINUTE);
    const run = Math.max(0, rows.which(runs.plan.columns.slack.from + i, (v) => v < 0).first) + 1;
    const [low, half, high] = [at(0.1), at(0.5), at(0.9)].map((x) => (Number.isNaN(x) ? -e.within / MINUTE : Math.round(x * 10) / 10)) as [
      number,
      number,
      number,
    ];
    return [
      {
        id: e.id,
        number: e.number ?? e.id,
        name: bothOf(e.text),
        within: e.within,
        asked,
        missed: missedShare(looked, i),
        low,
        half,
        high,
        run,
        at: missedAt(looked, i, run),
      },
    ];
  });
  return lines.sort((a, b) => b.missed.share - a.missed.share || (a.id < b.id ? -1 : 1));
}
