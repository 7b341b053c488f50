import { scenarioSchema } from '@entente/engine';
import { expect, it } from 'vitest';
import { htmlOf } from '../report/html.ts';
import { reportOf } from '../report/report.ts';
import { HIGHEST } from '../run/columns.ts';
import { playAll } from '../workers/pool.ts';

const scenario = (waiting: number) => ({
  ...{ entente: 1, id: 'small', title: 'Small', start: '2027-03-02T08:00+09:00', duration: 'PT2H' },
  parties: ['a', 'b'].map((p) => ({ id: p, name: p, cells: [{ id: `${p}-home`, name: p, seats: [{ id: `${p}-lead`, name: p }] }] })),
  // Forty letters at once, and nobody who reads them.
  injects: Array.from({ length: 40 }, (_, i) => ({ id: `i${i}`, title: 'i', text: 'i', at: 'PT10M', to: ['seat:a-lead'] })),
  rehearsal: {
    behaviours: [{ default: true, rules: [{ on: { waits: 'acknowledge' }, do: 'nothing' }] }],
    limits: { waiting },
    assert: [{ id: 'load', waiting }],
  },
});

it('says “or more” where more waits than is told apart, and takes no bound that it could not tell', async () => {
  // A bound beyond what is told apart would hold whatever waits.
  expect(scenarioSchema.safeParse(scenario(HIGHEST)).success).toBe(false);
  const asked = { scenario: scenarioSchema.parse(scenario(HIGHEST - 1)), plays: [], runs: 2, seed: 1 };
  const report = reportOf(await playAll(asked, { workers: 0 }));
  const found = report.findings.find((f) => f.kind === 'overload');
  expect(found?.text.en).toContain('31 or more things wait at 08:10 in half of the runs, 31 or more in one of ten');
  expect(report.assertions).toMatchObject([{ ok: false, found: { en: 'most: 31 or more, A a', ko: '최대 31건 이상, A a' } }]);
  expect(htmlOf(report)).toContain('>31+ ');
});
