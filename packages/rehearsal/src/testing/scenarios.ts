import { type Scenario, scenarioSchema } from '@entente/engine';

const seat = (id: string, may: string[] = []) => ({ id, name: id, may });
const party = (id: string) => ({
  id,
  name: id.toUpperCase(),
  cells: [
    { id: `${id}-home`, name: `${id} home`, seats: [seat(`${id}-lead`, ['release', 'consult', 'sign', 'speak']), seat(`${id}-desk`)] },
    { id: `${id}-far`, name: `${id} far`, seats: [seat(`${id}-far`)] },
  ],
});
const inject = (id: string, more: object) => ({ id, title: id, text: id, from: 'wire', ...more });
const every = (minutes: number, count: number, to: string, name: string) =>
  Array.from({ length: count }, (_, i) => inject(`${name}-${i}`, { at: `PT${i * minutes}M`, to: [to] }));
const acknowledged = (id: string, by: string) => ({ inject: { id, is: 'acknowledged', by } });

/** Everybody has something to do every half hour, so that nobody is idle. */
const busy = ['a-home', 'b-home', 'a-far', 'b-far'].flatMap((cell) => every(30, 12, `cell:${cell}`, `news-${cell}`));

const base = {
  entente: 1,
  id: 'made',
  title: 'Made',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT6H',
  parties: [party('a'), party('b')],
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
  variables: [{ id: 'alert', value: 0 }],
};

/** What the sound scenario is written of, for tests that change it. */
export const parts = () => ({ ...base, ...whole(false) });

/** A scenario in which nothing is wrong: twin of the flawed one. */
export function sound(more: object = {}): Scenario {
  return scenarioSchema.parse({ ...parts(), ...more });
}

/** The same with twelve faults planted; `PLANTED` says which. */
export function flawed(): Scenario {
  return scenarioSchema.parse({ ...base, ...whole(true) });
}

/** The faults: what is said of what. */
export const PLANTED: readonly (readonly [kind: string, about: string])[] = [
  ['never-released', 'contradiction'],
  ['never-reached', 'both'],
  ['never-asked', 'after-nothing'],
  ['blocked', 'narrow'],
  ['not-released', 'unlikely'],
  ['always-missed', 'too-short'],
  ['never-missed', 'too-long'],
  ['not-exercised', 'untried'],
  ['overload', 'seat:a-desk'],
  ['idle', 'cell:b-far'],
  ['refused', 'behaviour 2 rule 0 seat:b-lead'],
  ['no-effect', 'behaviour 1 rule 0'],
];

function whole(flaws: boolean) {
  const only = <T>(...list: T[]): T[] => (flaws ? list : []);
  return { ...plan(flaws, only), ...expected(only), rehearsal: rehearsal(flaws, only) };
}

type Only = <T>(...list: T[]) => T[];

function plan(flaws: boolean, only: Only) {
  return {
    objectives: [{ id: 'tried', text: 'Acknowledge', tasks: [] }, ...only({ id: 'untried', text: 'Never tried', tasks: [] })],
    milestones: [
      { id: 'told', when: acknowledged('news-a-home-1', 'seat:a-lead') },
      { id: 'late', when: acknowledged('opening', 'seat:b-lead') },
      ...only({ id: 'both', when: { all: [{ inject: { id: 'opening', is: 'skipped' } }, { inject: { id: 'opening', is: 'released' } }] } }),
    ],
    injects: [
      ...busy.filter((i) => !flaws || !i.id.startsWith('news-b-far') || i.id.endsWith('-0')),
      inject('opening', { at: 'PT5M', to: ['seat:b-lead'] }),
      // A contingency that waits for a hand is no fault.
      inject('kept', { kind: 'contingency', manual: true, to: ['party:a'] }),
      inject('after-telling', { when: { milestone: 'told' }, to: ['party:b'] }),
      inject('timely', { at: 'PT6M', when: { milestone: 'late' }, until: 'PT5H', to: ['party:a'] }),
      ...only(
        inject('contradiction', {
          when: { all: [{ variable: { id: 'alert', is: 1 } }, { variable: { id: 'alert', is: 2 } }] },
          to: ['party:a'],
        }),
        inject('narrow', { when: { milestone: 'late' }, until: 'PT7M20S', to: ['party:a'] }),
        inject('unlikely', { when: { message: { from: 'party:a', to: 'party:b' } }, to: ['party:b'] }),
        // Twelve letters within a minute for one desk.
        ...Array.from({ length: 12 }, (_, i) => inject(`heap-${i}`, { at: 'PT3H', to: ['seat:a-desk'] })),
      ),
    ],
  };
}

function expected(only: Only) {
  return {
    expects: [
      {
        id: 'in-time',
        by: 'seat:b-lead',
        text: 'Acknowledges',
        after: { event: 'opening' },
        within: 'PT20M',
        objective: 'tried',
        seen: acknowledged('opening', 'seat:b-lead'),
      },
      ...only(
        {
          id: 'too-short',
          by: 'seat:a-lead',
          text: 'Acknowledges at once',
          after: { event: 'news-a-home-2' },
          within: 'PT10S',
          objective: 'tried',
          seen: acknowledged('news-a-home-2', 'seat:a-lead'),
        },
        {
          id: 'too-long',
          by: 'seat:b-lead',
          text: 'Acknowledges some time',
          after: { event: 'opening' },
          within: 'PT5H',
          objective: 'tried',
          seen: acknowledged('opening', 'seat:b-lead'),
        },
        {
          id: 'after-nothing',
          by: 'seat:a-lead',
          text: 'Answers nothing',
          after: { milestone: 'both' },
          objective: 'tried',
          seen: { milestone: 'told' },
        },
      ),
    ],
  };
}

function rehearsal(flaws: boolean, only: Only) {
  return {
    uncertainties: [{ id: 'slow', minutes: { uniform: [2, 12] } }],
    behaviours: [
      { seat: 'b-lead', rules: [{ on: { waits: 'acknowledge' }, after: 'slow', do: 'settle' }] },
      // In the sound twin the answer to the choice moves the measure.
      {
        seat: 'a-lead',
        rules: [
          {
            on: { delivery: 'news-a-home-1' },
            after: 'PT1M',
            chance: 0.5,
            do: flaws
              ? { do: 'WriteNote', text: 'Noted.' }
              : { do: 'SendMessage', to: ['party:b'], text: 'Have you heard?', purpose: 'inform' },
          },
        ],
      },
      // A seat without the right to speak is refused.
      ...only({ seat: 'b-lead', rules: [{ on: { delivery: 'opening' }, after: 'PT1M', do: { do: 'JumpClock', to: 'PT2H' } }] }),
    ],
    measures: [
      { id: 'answered', holds: { milestone: 'late' }, by: 'PT12M' },
      { id: 'asked', party: 'a', holds: { message: { from: 'party:a', to: 'party:b' } } },
    ],
    assert: [
      { id: 'no-fault', faults: 0 },
      { id: 'mostly', measure: 'answered', atLeast: 0.3 },
    ],
  };
}
