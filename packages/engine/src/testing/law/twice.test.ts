import { expect, it } from 'vitest';
import { smallScenario } from '../fixture.ts';
import { Table } from '../table.ts';
import { breaches } from './breaches.ts';

it('lets two injects of one moment bring one item, each with its link', () => {
  const item = (id: string, more: object) => ({ id, title: id, originator: 'wire', portions: [{ text: id }], ...more });
  const when = { message: { from: 'party:b', to: 'party:a' } };
  const inject = (id: string) => ({ id, title: id, text: id, when, to: ['party:a'], item: 'made' });
  const items = [item('base', { held: ['seat:a-lead'] }), item('made', { basedOn: ['base'] })];
  const table = new Table(smallScenario({ items, injects: [inject('i1'), inject('i2')] })).start();
  table.ok('seat:b-lead', { type: 'SendMessage', to: ['party:a'], text: 'Now.' });
  expect(table.record.filter((r) => r.event.type === 'ItemBased' && r.to.includes('seat:a-lead'))).toHaveLength(2);
  expect(breaches(table.play())).toEqual([]);
});
