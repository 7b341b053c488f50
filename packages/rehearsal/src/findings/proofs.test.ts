import { scenarioSchema } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { playAll } from '../workers/pool.ts';
import { findingsOf } from './findings.ts';

const seat = (id: string) => ({ id, name: id });
const inject = (id: string, more: object) => ({ id, title: id, text: id, from: 'control', to: ['party:a'], ...more });
const alert = (is: number) => ({ variable: { id: 'alert', is } });
const dead = { all: [alert(1), alert(2)] };
const at = (time: string, doing: object) => ({ on: { time }, do: doing });

/** Findings that claim a proof, and when each inject came in the first run, in minutes. */
async function told(of: { injects?: object[]; expects?: object[]; milestones?: object[] }, rules: object[] = []) {
  const scenario = scenarioSchema.parse({
    ...{ entente: 1, id: 'small', title: 'Small', start: '2027-03-02T08:00+09:00', duration: 'PT2H' },
    parties: ['a', 'b'].map((p) => ({ id: p, name: p, cells: [{ id: `${p}-home`, name: p, seats: [seat(`${p}-lead`)] }] })),
    variables: [
      { id: 'alert', value: 0 },
      { id: 'won', value: 0 },
    ],
    injects: [inject('first', { at: 'PT1M' })],
    ...of,
    ...(rules.length > 0 ? { rehearsal: { behaviours: [{ control: true, rules }] } } : {}),
  });
  const runs = await playAll({ scenario, plays: [], runs: 2, seed: 1 }, { workers: 0 });
  const { injects } = runs.plan.columns;
  const came = scenario.injects.flatMap(({ id }, i) => {
    const ms = runs.values[injects.from + i] as number;
    return Number.isNaN(ms) ? [] : [[id, ms / 60_000]];
  });
  const proved = findingsOf(runs).filter((f) => f.proved);
  return { proved: proved.map((f) => f.about).sort(), came: Object.fromEntries(came) };
}

/** What can never come by itself; what control’s rule does to it; and when it comes then. */
const CASES: readonly (readonly [what: string, of: Parameters<typeof told>[0], rule: object, come: Record<string, number>])[] = [
  [
    'released by hand, and what follows it',
    { injects: [inject('dead', { when: dead }), inject('after', { after: { event: 'dead', delay: 'PT5M' } })] },
    at('PT1H', { do: 'ReleaseInject', inject: 'dead' }),
    { dead: 60, after: 65 },
  ],
  [
    'moved by hand to a time at which it still counts',
    { injects: [inject('late', { at: 'PT110M', until: 'PT100M' })] },
    at('PT1H', { do: 'MoveInject', inject: 'late', at: 'PT80M' }),
    { late: 80 },
  ],
  [
    'that follows an action which is judged before its time begins',
    {
      expects: [{ id: 'e', by: 'seat:a-lead', text: 'e', at: 'PT110M', within: 'PT10M' }],
      injects: [
        inject('after', { after: { event: 'e', delay: 'PT30M' } }),
        inject('if', { when: { expected: { id: 'e' } }, until: 'PT100M' }),
      ],
    },
    at('PT1H', { do: 'JudgeExpected', expected: 'e', verdict: 'met' }),
    { after: 90, if: 60 },
  ],
];

describe('what is called proved', () => {
  it.each(CASES)('is nothing %s: without the rule it is, with it it comes', async (_, of, rule, come) => {
    const ids = Object.keys(come).sort();
    expect(await told(of)).toMatchObject({ proved: ids, came: {} });
    expect(await told(of, [rule])).toEqual({ proved: [], came: come });
  });

  it('is nothing that follows a contingency, which a hand may release before its time', async () => {
    const of = { injects: [inject('kept', { at: 'PT110M', manual: true }), inject('after', { after: { event: 'kept', delay: 'PT30M' } })] };
    expect((await told(of)).proved).toEqual([]);
    expect((await told(of, [at('PT1H', { do: 'ReleaseInject', inject: 'kept' })])).came).toEqual({ kept: 60, after: 90 });
  });

  it('is nothing that waits for a large number to grow larger still', async () => {
    const of = { injects: [inject('rich', { when: { not: { variable: { id: 'won', atMost: 1e16 } } } })] };
    expect((await told(of)).proved).toEqual([]);
    expect((await told(of, [at('PT1H', { do: 'SetVariable', variable: 'won', value: 3e16 })])).came).toEqual({ rich: 60 });
  });

  it('holds where what was skipped is released by hand: it is skipped no more', async () => {
    const both = { all: [{ inject: { id: 'x', is: 'skipped' } }, { inject: { id: 'x', is: 'released' } }] };
    const of = { milestones: [{ id: 'both', when: both }], injects: [inject('x', { at: 'PT100M' }), inject('y', { when: both })] };
    const rules = [at('PT10M', { do: 'SkipInject', inject: 'x' }), at('PT20M', { do: 'ReleaseInject', inject: 'x' })];
    expect(await told(of, rules)).toEqual({ proved: ['both', 'y'], came: { x: 20 } });
  });
});
