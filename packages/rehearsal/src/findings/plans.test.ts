import { join } from 'node:path';
import type { Scenario } from '@entente/engine';
import { loadFolder } from '@entente/scenario';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../report/csv.ts';
import { playAll } from '../workers/pool.ts';
import { findingsOf } from './findings.ts';

const { scenario, plays, files } = await loadFolder(join(import.meta.dirname, '../../../../scenarios/extended-deterrence'));
const asked = { scenario: scenario as Scenario, plays, runs: 20, seed: 7, files };
const RUNS = asked.runs;
const HOUR = 3_600_000;

describe('a plan that is not finished', () => {
  it('is found with the step that holds it up: the measure that was announced without agreement never ends, for nobody gives the word', async () => {
    const runs = await playAll(asked, { workers: 0 });
    const found = findingsOf(runs).filter((f) => f.kind === 'no-finish');
    expect(found.map((f) => [f.about, f.call, f.proved, f.of])).toEqual([['announced', 'decide', false, RUNS / 2]]);
    expect(found[0]?.text.en).toContain('step 8, “Announce together that it has ended”, holds it up');
    const [head = '', ...rows] = [...csvOf(runs)];
    const column = head.split(',').indexOf('plan_minutes:announced');
    expect(new Set(rows.map((r) => r.split(',')[column]))).toEqual(new Set(['', 'stopped:end']));
  });

  const changed = async (step: object) => {
    const { plans, ...rest } = asked.scenario;
    const other = plans.map((p) => ({
      ...p,
      options: p.options.map((o) =>
        o.id === 'announced' ? { ...o, steps: o.steps.map((s) => (s.id === 'end' ? { ...s, ...step } : s)) } : o,
      ),
    }));
    const found = findingsOf(await playAll({ ...asked, scenario: { ...rest, plans: other }, runs: 2 }, { workers: 0 }));
    return found.filter((f) => f.kind === 'no-finish').map((f) => [f.about, f.call, f.proved, f.text.en.split(': ')[1]]);
  };

  it('is to be mended where its steps take longer than there is time, and no proof: whoever leads one may report it sooner', async () => {
    // The measure was seen at 6 h 10 at the earliest: two hours more are past the end, at eight.
    const [found, ...others] = await changed({ duration: 2 * HOUR });
    expect([found?.slice(0, 3), others]).toEqual([['announced', 'mend', false], []]);
    expect(found?.[3]).toContain('if each takes its time');
  });

  it('is proved where a step can never begin', async () => {
    const [found] = await changed({ when: { time: 9 * HOUR } });
    expect(found?.slice(0, 3)).toEqual(['announced', 'mend', true]);
    expect(found?.[3]).toContain('can never begin');
  });
});
