import { scenarioSchema } from '@entente/engine';
import { expect, it } from 'vitest';
import { reportOf } from '../report/report.ts';
import { playAll } from '../workers/pool.ts';

/** What is told of actions that the lead of A is to do within two hours, where it acknowledges what comes by these rules. */
async function told(expects: object[], rehearsal: object, runs = 2, injects: object[] = []) {
  const scenario = scenarioSchema.parse({
    ...{ entente: 1, id: 'small', title: 'Small', start: '2027-03-02T08:00+09:00', duration: 'PT2H' },
    parties: ['a', 'b'].map((p) => ({ id: p, name: p, cells: [{ id: `${p}-home`, name: p, seats: [{ id: `${p}-lead`, name: p }] }] })),
    variables: [{ id: 'asked', value: 0 }],
    injects: [{ id: 'first', title: 'f', text: 'f', at: 'PT10M', to: ['seat:a-lead'] }, ...injects],
    expects: expects.map((e) => ({ by: 'seat:a-lead', text: 'e', seen: { inject: { id: 'first', is: 'acknowledged' } }, ...e })),
    rehearsal,
  });
  const report = reportOf(await playAll({ scenario, plays: [], runs, seed: 3 }, { workers: 0 }));
  const findings = report.findings.filter((f) => f.about.startsWith('e-'));
  return { findings, deadlines: report.deadlines };
}
const nothing = { behaviours: [{ default: true, rules: [{ on: { waits: 'acknowledge' }, do: 'nothing' }] }] };

it('an action is not missed whose time is not over at the end, and not asked for where its time begins after it', async () => {
  const { findings, deadlines } = await told(
    [
      { id: 'e-missed', at: 'PT90M', within: 'PT30M' },
      { id: 'e-open', at: 'PT100M', within: 'PT30M' },
      { id: 'e-after', after: { event: 'first', delay: 'PT115M' } },
    ],
    nothing,
  );
  expect(findings.map((f) => [f.kind, f.about, f.proved])).toEqual([
    ['never-asked', 'e-after', true],
    ['always-missed', 'e-missed', false],
    ['not-asked', 'e-open', false],
  ]);
  expect(findings[2]?.text.en).toContain('was never over by the end');
  expect(deadlines.map((d) => [d.id, d.asked])).toEqual([['e-missed', 2]]);
});

it('half of the runs need so long for an action: of all that ask for it, those that never do it too', async () => {
  const rule = { on: { waits: 'acknowledge' }, after: 'slow', chance: 'willing', do: 'settle' };
  const { findings } = await told(
    [{ id: 'e-short', after: { event: 'first' }, within: 'PT5M' }],
    {
      uncertainties: [
        { id: 'slow', minutes: { uniform: [10, 20] } },
        { id: 'willing', chance: 0.6 },
      ],
      behaviours: [{ default: true, rules: [rule] }],
    },
    200,
  );
  // Six of ten do it, evenly between 10 and 20 minutes: five of them within 10 + 10 · 5/6.
  const need = Number(/half need (\d+) min/.exec(findings[0]?.text.en ?? '')?.[1]);
  expect(Math.abs(need - (10 + (10 * 5) / 6))).toBeLessThan(1);
});

it('an action is not called missed by the rule where hardly any run asked for it: two of forty', async () => {
  const once = (chance: number) => ({
    uncertainties: [{ id: 'ask', chance, variable: 'asked' }],
    ...nothing,
  });
  const expects = [{ id: 'e-rare', after: { event: 'second' }, within: 'PT5M' }];
  const second = { id: 'second', title: 's', text: 's', when: { variable: { id: 'asked', is: 1 } }, to: ['seat:b-lead'] };
  const kinds = async (chance: number) => (await told(expects, once(chance), 40, [second])).findings.map((f) => f.kind);
  expect(await kinds(0.05)).toEqual([]);
  expect(await kinds(0.5)).toEqual(['always-missed']);
});
