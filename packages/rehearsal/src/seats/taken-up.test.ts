import { scenarioSchema } from '@entente/engine';
import { expect, it } from 'vitest';
import { reportOf } from '../report/report.ts';
import { playAll } from '../workers/pool.ts';

const step = (id: string, lead: string, duration: string) => ({ id, text: id, lead: `seat:${lead}`, at: 'PT1H', duration });
/** Of two options one takes twenty minutes and the other all day; a plan is to be done by noon. */
const scenario = (more: object = {}) =>
  scenarioSchema.parse({
    entente: 1,
    id: 'planned',
    title: 'Planned',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT10H',
    parties: ['a', 'b'].map((p) => ({
      ...{ id: p, name: p },
      cells: [{ id: `${p}-home`, name: p, seats: [{ id: `${p}-lead`, name: p, may: ['consult', 'sign'] }] }],
    })),
    forums: [
      {
        ...{ id: 'group', name: 'Group', chairs: ['a'], procedures: ['consensus'] },
        members: ['a', 'b'].map((p) => ({ party: p, seats: [`seat:${p}-lead`] })),
      },
    ],
    plans: [
      {
        ...{ id: 'response', forum: 'group', name: 'Response' },
        options: [
          { id: 'short', name: 'A word', steps: [step('say', 'a-lead', 'PT20M')] },
          { id: 'long', name: 'A day', steps: [step('walk', 'b-lead', 'PT9H')] },
        ],
      },
    ],
    rehearsal: {
      levers: [
        {
          ...{ id: 'option', name: 'Option' },
          options: ['long', 'short'].map((id) => ({ id, plans: { response: id } })),
        },
      ],
      measures: [{ id: 'done', holds: { plan: { board: 'response', is: 'done' } }, by: 'PT4H' }],
      ...more,
    },
  });
const compared = async (more?: object) => {
  const { choices, findings } = reportOf(await playAll({ scenario: scenario(more), plays: [], runs: 40, seed: 2 }, { workers: 0 }));
  return { held: choices?.rows.map((r) => [r.title, r.cells.map((c) => c.share.share)]), least: choices?.least, findings };
};
const SHORT_HOLDS = [
  [{ en: 'long', ko: 'long' }, [0]],
  [{ en: 'short', ko: 'short' }, [1]],
];

it('options of a plan are compared on the same chances: the chair puts the one that is chosen on the table, and both sides agree', async () => {
  expect(await compared()).toMatchObject({ held: SHORT_HOLDS, least: 1 });
});

it('whoever puts another option on the table puts the one that is chosen', async () => {
  const tables = { do: 'TablePlan', option: 'long', title: 'A day', paragraphs: ['We walk.'] };
  const opens = { do: 'OpenMatter', forum: 'group', procedure: 'consensus', title: 'The plan', text: 'The plan', on: 'tabled' };
  const behaviours = [
    {
      seat: 'b-lead',
      rules: [
        { on: { time: 'PT30M' }, do: tables, as: 'tabled' },
        { on: { time: 'PT35M' }, do: opens },
      ],
    },
  ];
  expect(await compared({ behaviours })).toMatchObject({ held: SHORT_HOLDS, least: 1 });
});
