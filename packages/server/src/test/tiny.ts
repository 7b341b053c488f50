import { type Scenario, type ScenarioInput, scenarioSchema } from '@entente/engine';

/** A scenario that is as small as the tests of the server allow: two parties, one played by control, a few injects. */
export const tinyInput: ScenarioInput = {
  entente: 1,
  id: 'tiny',
  title: { en: 'Tiny', ko: '작은 연습' },
  start: '2027-03-02T08:00+09:00',
  duration: 'PT2H',
  languages: ['en', 'ko'],
  parties: [
    {
      id: 'a',
      name: 'Alpha',
      cells: [
        {
          id: 'a-desk',
          name: 'Desk',
          seats: [
            { id: 'a-one', name: 'One' },
            { id: 'a-two', name: 'Two', may: ['speak'] },
          ],
        },
      ],
    },
    { id: 'b', name: 'Beta', cells: [{ id: 'b-desk', name: 'Desk', seats: [{ id: 'b-one', name: 'One', may: ['speak'] }] }] },
    { id: 'c', name: 'Gamma', played: 'control', cells: [{ id: 'c-desk', name: 'Desk', seats: [{ id: 'c-one', name: 'One' }] }] },
  ],
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
  injects: [
    { id: 'i-1', at: 'PT1M', from: 'wire', to: ['party:a'], title: 'For Alpha', text: 'ALPHA-CANARY' },
    { id: 'i-2', at: 'PT10M', from: 'wire', to: ['everyone'], title: 'For all', text: 'Everybody hears.' },
    { id: 'i-3', manual: true, from: 'wire', to: ['party:b'], title: 'By hand', text: 'BETA-CANARY' },
  ],
};

export const tiny: Scenario = scenarioSchema.parse(tinyInput);
