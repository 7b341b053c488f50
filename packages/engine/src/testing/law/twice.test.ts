import { expect, it } from 'vitest';
import { smallScenario } from '../fixture.ts';
import { Table } from '../table.ts';
import { breaches } from './breaches.ts';

it('lets two injects of one moment bring one item, each with its link', () => {
  const item = (id: string, more: object) => ({ id, title: id, originator: 'wire', portions: [{ text: id }], ...more });
  const inject = (id: string) => ({ id, title: id, text: id, at: 'PT5M', to: ['party:a'], item: 'made' });
  const items = [item('base', { held: ['seat:a-lead'] }), item('made', { basedOn: ['base'] })];
  const table = new Table(smallScenario({ items, injects: [inject('i1'), inject('i2')] })).start().wait(6);
  expect(breaches(table.play())).toEqual([]);
});
