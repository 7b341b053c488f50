import { describe, expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { standingCard } from './items.ts';

const items = [
  {
    id: 'warning',
    title: 'Warning',
    originator: 'party:a',
    held: ['cell:a-cell'],
    portions: [
      { text: 'First portion.', label: 'TLP:GREEN' },
      { text: 'Second portion.', label: 'TLP:AMBER', releasableTo: ['b'] },
      { text: 'Third portion.', label: 'TLP:RED' },
    ],
    needs: ['party:b'],
    keepFrom: ['c'],
  },
  { id: 'theirs', title: 'Their piece', originator: 'party:c', held: ['party:a'], portions: [{ text: 'From C.', label: 'TLP:AMBER' }] },
];
const table = (more: object = {}) => {
  const t = new Table(smallScenario({ items, ...more })).start();
  return t;
};
const itemNamed = (t: Table, scenario: string): string => {
  for (const [id, row] of t.exercise.world.sharing.items) if (row.plan?.scenario === scenario) return id;
  throw new Error(scenario);
};

describe('releasing', () => {
  it('gives the recipient a part that is an item of its own, with the label of its own portions', () => {
    const t = table();
    const warning = itemNamed(t, 'warning');
    expect(standingCard(t.exercise.world.sharing.items.get(warning)!)?.label).toBe('TLP:RED');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, portions: [0, 1], to: ['party:b'] });
    const b = t.seen('seat:b-lead').world.sharing.items;
    expect(b.size).toBe(1);
    const [got] = b.values();
    expect(got?.id).not.toBe(warning);
    expect(standingCard(got!)).toMatchObject({ label: 'TLP:AMBER', portions: [{ text: 'First portion.' }, { text: 'Second portion.' }] });
    expect(got?.derived.size).toBe(0);
    expect(t.seen('seat:a-lead').world.sharing.items.get(got!.id)?.derived.size).toBe(1);
  });

  it('keeps RED to named seats', () => {
    const t = table();
    const warning = itemNamed(t, 'warning');
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: warning, to: ['party:b'] })).toBe('label-keeps-it');
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: warning, to: ['seat:b-lead'] });
  });

  it('needs the originator’s word for a third party’s item, asked for and given on the record', () => {
    const t = table();
    const theirs = itemNamed(t, 'theirs');
    expect(t.refused('seat:a-lead', { type: 'ReleaseItem', item: theirs, to: ['party:b'] })).toBe('needs-word');
    t.ok('seat:a-lead', { type: 'RequestItem', to: 'party:c', text: 'May B have it?', about: theirs, for: ['party:b'], due: 600_000 });
    const request = [...t.exercise.world.sharing.requests.keys()][0] as string;
    t.ok('control', { type: 'DecideRequest', request, decision: 'grant' });
    t.ok('seat:a-lead', { type: 'ReleaseItem', item: theirs, to: ['party:b'] });
    expect(t.seen('seat:b-lead').world.sharing.items.size).toBe(1);
    expect(t.seen('seat:b-lead').world.sharing.requests.size).toBe(0);
  });
});
