import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFolder } from '@entente/scenario';
import { expect, it } from 'vitest';
import { reportOf } from './report/report.ts';
import { playAll } from './workers/pool.ts';

/** What a rehearsal of each scenario of the house tells, and by what its README says why it is left so. */
const LEFT: Readonly<Record<string, readonly (readonly [finding: string, said: string])[]>> = {
  'extended-deterrence': [
    ['no-finish announced', 'ends on a word that never comes'],
    ['consults-late consultation', 'decided 57 minutes before'],
  ],
  'press-day': [],
  'river-flood': [
    ['no-finish wait', 'first people, then gates'],
    ['consults-late consultation', 'two are told afterwards'],
    ['consults-late consultation', 'two never'],
    ['not-released i-026', '**026**'],
  ],
};
/** A run costs up to a tenth of a second of CPU: a few are played here, in which nothing comes by so little that chance decides. */
const RUNS = process.env.ENTENTE_LONG === '1' ? 300 : 20;
const HOUSE = join(import.meta.dirname, '../../../scenarios');

for (const [name, left] of Object.entries(LEFT))
  it(`${name} rehearses as its author wants it, and its README says why what is found is left so`, async () => {
    const { scenario, plays, files } = await loadFolder(join(HOUSE, name));
    if (!scenario) throw new Error(`${name} cannot be read`);
    const { findings, assertions } = reportOf(await playAll({ scenario, plays, runs: RUNS, seed: 7, files }, { workers: 0 }));
    expect(findings.map((f) => `${f.kind} ${f.about}`)).toEqual(left.map(([finding]) => finding));
    expect(assertions.filter((a) => !a.ok).map((a) => [a.id, a.found.en])).toEqual([]);
    expect(assertions.length).toBeGreaterThan(4);
    const [, section] = (await readFile(join(HOUSE, name, 'README.md'), 'utf8')).split('\n## What a rehearsal tells\n');
    for (const [, said] of left) expect(section).toContain(said);
  }, 240_000);
