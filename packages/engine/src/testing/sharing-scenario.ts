import { type Scenario, scenarioSchema } from '../scenario.ts';
import { smallScenario } from './fixture.ts';

const SCENARIO = {
  items: [
    { id: 'base', title: 'Base', originator: 'party:a', held: ['seat:a-lead'], portions: [{ text: 'Base.' }] },
    {
      id: 'warning',
      title: 'Warning',
      originator: 'party:a',
      held: ['seat:a-lead'],
      portions: [
        { text: 'One.', label: 'TLP:GREEN' },
        { text: 'Two.', label: 'TLP:AMBER' },
        { text: 'Three.', label: 'TLP:RED' },
      ],
    },
    {
      id: 'theirs',
      title: 'Theirs',
      originator: 'party:c',
      held: ['seat:a-lead', 'seat:a-press'],
      portions: [{ text: 'C.', label: 'TLP:RED' }],
    },
    {
      id: 'open',
      title: 'Open',
      originator: 'party:a',
      held: ['seat:a-lead', 'seat:b-lead'],
      onward: 'free',
      portions: [{ text: 'Open.' }],
    },
    { id: 'brought', title: 'Brought', originator: 'wire', portions: [{ text: 'Brought.' }] },
    {
      id: 'wide',
      title: 'Wide',
      originator: 'party:a',
      held: ['cell:a-cell', 'cell:b-cell'],
      basedOn: ['known'],
      portions: [{ text: 'Wide.' }],
    },
    {
      id: 'known',
      title: 'Known',
      originator: 'party:a',
      held: ['cell:a-cell'],
      attachments: ['files/gauge.png'],
      portions: [{ text: 'One.' }, { text: 'Two.' }],
    },
    {
      id: 'raised',
      title: 'Raised',
      originator: 'party:c',
      held: ['seat:a-lead'],
      onward: 'own-discretion',
      label: 'TLP:RED',
      portions: [{ text: 'One.' }, { text: 'Two.' }],
    },
    {
      id: 'filed',
      title: 'Filed',
      originator: 'party:c',
      held: ['seat:a-lead'],
      onward: 'own-discretion',
      attachments: ['files/gauge.png'],
      portions: [{ text: 'One.' }, { text: 'Two.', label: 'TLP:RED' }],
    },
    { id: 'quiet', title: 'Quiet', originator: 'party:a', held: ['cell:a-cell', 'seat:b-lead'], portions: [{ text: 'Quiet.' }] },
    {
      id: 'listed',
      title: 'Listed',
      originator: 'party:c',
      held: ['seat:a-lead'],
      portions: [{ text: 'For b.', releasableTo: ['b'] }, { text: 'For nobody.' }],
    },
    { id: 'strict', title: 'Strict', originator: 'wire', portions: [{ text: 'Strict.', label: 'TLP:RED' }] },
    { id: 'worded', title: 'Worded', originator: 'party:c', held: ['seat:a-lead'], portions: [{ text: 'C.' }] },
  ],
  injects: [
    { id: 'i1', title: 'Inject', text: 'Inject.', to: ['seat:a-press', 'cell:b-cell'], item: 'brought', manual: true },
    { id: 'i2', title: 'Inject', text: 'Inject.', to: ['seat:a-press', 'cell:b-cell'], item: 'strict', manual: true },
    { id: 'i3', title: 'Inject', text: 'Inject.', to: ['seat:b-lead'], item: 'open', manual: true },
  ],
};

/** The exercise of the sharing story: an item for every act that it tries. */
export function sharingScenario(): Scenario {
  return scenarioSchema.parse({ ...smallScenario(), ...inputs() });
}

/** The scenario’s parties as they are written, with a head for A. */
function inputs(): object {
  const { parties, entities } = smallScenario();
  return {
    ...SCENARIO,
    parties: parties.map((p) => (p.id === 'a' ? { ...p, head: 'a-press' } : p)),
    entities,
    labels: 'tlp',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT2H',
  };
}
