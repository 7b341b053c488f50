import { type Recorded, scenarioSchema } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../report/report.ts';
import { drawnIn, planOf } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { parts } from '../testing/scenarios.ts';
import { playAll } from '../workers/pool.ts';

const HOUR = 3_600_000;
const { rehearsal, injects, ...rest } = parts();
const levers = [
  { id: 'calm', options: [{ id: 'quiet' }, { id: 'alarmed', variables: { alert: 2 } }] },
  { id: 'rights', options: [{ id: 'as-is' }, { id: 'more', rights: { 'a-desk': ['release'] } }] },
  { id: 'pace', options: [{ id: 'usual' }, { id: 'fast', uncertainties: { slow: 2 } }] },
];
const uncertainties = [...rehearsal.uncertainties, { id: 'weather', chance: 0.5, variable: 'storm' }];
const scenario = scenarioSchema.parse({
  ...rest,
  variables: [...rest.variables, { id: 'storm', value: false }],
  // Nothing waits for anybody in the last two and a half hours.
  injects: injects.filter((i) => !('at' in i) || !/^PT(2[1-9]|3\d)\dM$/.test(String(i.at))),
  rehearsal: { ...rehearsal, uncertainties, levers },
});
const begun = { scenario, plays: [], runs: 16, seed: 3 };

describe('runs that go on from an exercise', () => {
  const plan = planOf(begun);
  const events: Recorded[] = [];
  playRun(plan, 1, undefined, { watch: { made: (made) => void events.push(...made) } });
  const past = { events, n: events.findLastIndex((r) => r.at <= 3 * HOUR) + 1, at: 3 * HOUR };

  it('compare what can still be chosen, and take from the record what stands there', () => {
    expect(plan.arms).toHaveLength(8);
    const onward = planOf({ ...begun, past });
    expect(onward.arms.map((a) => a.title)).toEqual([
      { en: 'usual', ko: 'usual' },
      { en: 'fast', ko: 'fast' },
    ]);
    const weather = drawnIn(plan, 1).values.get('weather');
    const all = Array.from({ length: begun.runs }, (_, i) => drawnIn(onward, i + 1).values.get('weather'));
    expect(new Set(all)).toEqual(new Set([weather]));
  });

  it('tell of no time without work before the moment from which they go on', async () => {
    const { findings } = reportOf(await playAll({ ...begun, past }, { workers: 0 }));
    const idle = findings.filter((f) => f.kind === 'idle');
    expect(idle.length).toBeGreaterThan(0);
    expect(idle.every((f) => f.at >= 3 * HOUR)).toBe(true);
    expect(findings.some((f) => f.proved)).toBe(false);
  });
});
