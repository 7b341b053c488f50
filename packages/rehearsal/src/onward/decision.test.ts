import type { Recorded } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { htmlOf } from '../report/html.ts';
import { reportOf } from '../report/report.ts';
import { planOf } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { type Spoilt, spoilable, spoilt, withActs } from '../testing/planted.ts';
import { playAll } from '../workers/pool.ts';
import { decisionOf } from './decision.ts';

const LONG = process.env.ENTENTE_LONG === '1';
/** The long run plants two hundred, others with each seed; a thousand if nothing is capped (ENTENTE_COURSES: so many). */
const WHOLE = process.env.ENTENTE_WHOLE === '1';
const ALL = Number(process.env.ENTENTE_COURSES ?? (LONG ? (WHOLE ? 1_000 : 200) : 1));
const seed = Number(process.env.ENTENTE_SEED ?? 1);
const RUNS = 16;
const MINUTE = 60_000;
const FEW = 3;

const plan = planOf({ scenario: spoilable(), plays: [], runs: 200, seed, files: undefined });
const met = (held: ReadonlyMap<string, boolean>): boolean => held.get('kept') === true;

describe('the decision that took an exercise off the plan', () => {
  it(`is the act that was planted, in 95 of 100 (${ALL} courses, seed ${seed})`, { timeout: 3_600_000 }, () => {
    let [planted, named] = [0, 0];
    for (let n = 1; planted < ALL; n++) {
      const course = spoilt(plan, n);
      if (!course) continue;
      planted++;
      const found = decisionOf(plan, course.events, RUNS, met);
      const own = found && course.events.slice(found.act.before, found.act.after).some((r) => r.id === course.planted);
      if (own) named++;
    }
    console.log(`decisions off the plan: ${named} of ${planted} named`);
    expect(named / planted).toBeGreaterThanOrEqual(0.95);
  });

  it('is told in the report with the exercise’s own course, the same each time and by any number of workers', async () => {
    const course = [1, 2, 3, 4].map((n) => spoilt(plan, n)).find((c) => c !== undefined) as Spoilt;
    const { events } = course;
    const n = events.findIndex((r) => r.event.type === 'ClockStarted') + 1;
    const asked = { ...plan.asked, runs: 24, past: { events, n } };
    const [runs, again] = await Promise.all([playAll(asked, { workers: 0 }), playAll(asked, { workers: 1 })]);
    expect([again.values, again.loads]).toEqual([runs.values, runs.loads]);
    const once = reportOf(runs);
    // What a report is made of is the same; that it is told the same again is asked in the long run.
    if (LONG) expect(JSON.stringify(reportOf(again))).toBe(JSON.stringify(once));
    const { onward, load } = once;
    expect(onward).toMatchObject({ at: 0, ended: true, measures: [{ id: 'kept', met: false }] });
    expect(events.slice(onward?.decision?.position).findIndex((r) => r.id === course.planted)).toBeLessThan(FEW);
    expect(onward?.decision?.before).toBeGreaterThan(20);
    expect(onward?.decision?.after).toBe(0);
    const start = { ...asked, past: { events, n: onward?.decision?.position ?? 0, at: onward?.decision?.at } };
    const nearest = playRun(planOf(start), onward?.decision?.nearest ?? 0);
    expect(nearest.held.get('kept')).toBe(true);
    expect(Math.max(...(load[0]?.course ?? []))).toBeGreaterThan(0);
    expect(htmlOf(once)).toContain('The decision that took it off the plan');
  });

  it('is named where an exercise that was lost from the beginning was saved, and then lost', () => {
    const { variables, ...rest } = spoilable();
    const scenario = { ...rest, variables: variables.map((v) => (v.id === 'calm' ? { ...v, value: 0 } : v)) };
    const lost = planOf({ scenario, plays: [], runs: 20, seed, files: undefined });
    const course = withActs(lost, 1, [
      { at: 60 * MINUTE, seat: 'control', command: () => ({ type: 'SetVariable', variable: 'calm', value: 1 }) },
      { at: 180 * MINUTE, seat: 'control', command: () => ({ type: 'SetVariable', variable: 'calm', value: 0 }) },
    ]);
    const found = course && decisionOf(lost, course.events, RUNS, met);
    expect(course?.events[found?.act.before ?? 0]?.id).toBe(course?.planted[1]);
    expect(found?.before).toBeGreaterThan(12);
  });

  it('is none where the exercise met its measure', () => {
    const events: Recorded[] = [];
    const { held } = playRun(plan, 1, undefined, { watch: { made: (made) => void events.push(...made) } });
    expect(met(held)).toBe(true);
    expect(decisionOf(plan, events, RUNS, met)).toBeUndefined();
  });
});
