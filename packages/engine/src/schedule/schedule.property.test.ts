import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from './reference.ts';
import { isSchedule, schedule } from './schedule.ts';

const LONG = process.env.ENTENTE_LONG === '1';
const RUNS = LONG ? 20_000 : 2_000;
const seed = Number(process.env.ENTENTE_SEED);
console.log(`schedules against the reference: seed ${seed}, ${RUNS} graphs (ENTENTE_SEED, ENTENTE_LONG)`);

type Tie = { readonly step: string; readonly kind: 'FS' | 'SS' | 'FF'; readonly min: number; readonly max?: number };
interface Made {
  readonly id: string;
  readonly duration: number;
  readonly after: readonly Tie[];
  readonly at?: number;
  readonly notBefore?: number;
  readonly startBy?: number;
  readonly endBy?: number;
}

const lag = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 6 }), fc.integer({ min: -6, max: -1 }));
/** One in so many has a value. */
const one = <T>(inAll: number, value: fc.Arbitrary<T>) => fc.oneof({ weight: inAll - 1, arbitrary: fc.constant(undefined) }, value);
/** Mostly forwards, now and then back: then there may be a circle. */
const graph = (size: number): fc.Arbitrary<Made[]> =>
  fc
    .tuple(
      ...Array.from({ length: size }, (_, i) =>
        fc.record({
          duration: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })),
          ties: fc.array(
            fc.record({
              step: fc.oneof({ weight: 14, arbitrary: fc.nat(Math.max(0, i - 1)) }, fc.nat(size - 1)),
              kind: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const),
              min: lag,
              more: one(8, fc.nat(30)),
            }),
            { maxLength: i === 0 ? 0 : 3 },
          ),
          notBefore: one(6, fc.nat(20)),
          startBy: one(10, fc.integer({ min: 5, max: 60 })),
          endBy: one(10, fc.integer({ min: 5, max: 80 })),
          at: one(25, fc.nat(20)),
        }),
      ),
    )
    .map((rows) =>
      rows.map(({ ties, duration, ...times }, i) => ({
        id: `s${i}`,
        duration,
        ...Object.fromEntries(Object.entries(times).filter(([, t]) => t !== undefined)),
        after: ties.map(({ step, kind, min, more }) => ({
          step: `s${step}`,
          kind,
          min,
          ...(more === undefined ? {} : { max: min + more }),
        })),
      })),
    );
const graphs = fc.integer({ min: 1, max: 12 }).chain(graph);

/** By how much each comes later than the one before it, going once round: by least lags alone, or by anything that binds. */
function round(all: readonly Made[], ids: readonly string[], bound: boolean): number {
  const of = (id: string) => all.find((a) => a.id === id) as Made;
  const base = (tie: Tie, to: Made) =>
    tie.kind === 'SS' ? 0 : tie.kind === 'FS' ? of(tie.step).duration : of(tie.step).duration - to.duration;
  const steps = ids.map((id, i) => {
    const [from, to] = [of(ids.at(i - 1) as string), of(id)];
    const forwards = to.after.filter((t) => t.step === from.id && (bound || t.min >= 0)).map((t) => base(t, to) + t.min);
    const back = bound
      ? from.after.filter((t) => t.step === to.id && t.max !== undefined).map((t) => -(base(t, from) + (t.max as number)))
      : [];
    // Through the beginning: the one before must start by a time, and this one may not start before another.
    const latest = [from.at, from.startBy, from.endBy === undefined ? undefined : from.endBy - from.duration].filter(
      (t) => t !== undefined,
    );
    const through = bound && latest.length > 0 ? [Math.max(0, to.at ?? 0, to.notBefore ?? 0) - Math.min(...latest)] : [];
    return Math.max(...forwards, ...back, ...through);
  });
  return steps.reduce((sum, step) => sum + step, 0);
}

describe('a schedule, against a reference written apart', () => {
  it('has the same times, or the same reason why there are none', { timeout: 600_000 }, () => {
    const met: Record<string, number> = { times: 0, cycle: 0, impossible: 0 };
    fc.assert(
      fc.property(graphs, (all) => {
        const ours = schedule(all);
        const theirs = judge(all);
        met[theirs.what] = (met[theirs.what] ?? 0) + 1;
        if (!isSchedule(ours)) {
          const { cycle, impossible = [] } = ours as { readonly cycle?: readonly string[]; readonly impossible?: readonly string[] };
          expect(theirs.what).toBe(cycle ? 'cycle' : 'impossible');
          if (cycle) expect(round(all, cycle, false)).toBeGreaterThanOrEqual(0);
          else expect(round(all, impossible, true)).toBeGreaterThan(0);
          return;
        }
        expect(theirs.what).toBe('times');
        const times = Object.entries(ours);
        expect(Object.fromEntries(times.map(([id, t]) => [id, { earliest: t.earliest, latest: t.latest, critical: t.critical }]))).toEqual(
          theirs.what === 'times' && theirs.of,
        );
        for (const [, t] of times) expect(t.slack).toBe(t.latest === undefined ? undefined : t.latest - t.earliest);
      }),
      { numRuns: RUNS, seed },
    );
    // Else the graphs would show little.
    for (const what of ['times', 'cycle', 'impossible'] as const) expect(met[what], what).toBeGreaterThan(RUNS / 20);
  });
});
