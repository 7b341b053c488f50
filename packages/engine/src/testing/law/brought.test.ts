import { expect, it } from 'vitest';
import { smallScenario } from '../fixture.ts';
import { pressScenario } from '../press.ts';
import { Table } from '../table.ts';
import { breaches } from './breaches.ts';

/** What is due at a moment comes after an act of the same moment, and counts to its turn: each of these was held to be a breach. */
const portions = [{ text: 'Words.', label: 'TLP:GREEN' }];
const inject = (more: object) => ({ id: 'i', title: 'i', text: 'i', to: ['seat:a-press'], at: 'PT1M', ...more });
const brought = () =>
  new Table(
    smallScenario({
      items: [{ id: 'base', title: 'base', originator: 'party:b', held: ['seat:b-lead'], portions }],
      injects: [inject({ item: 'base' })],
    }),
  )
    .start()
    .wait(1);

it('lets lead control be told of a link when it writes, and others when an inject of the same moment brings them the other end', () => {
  const table = brought();
  const [base] = table.exercise.world.sharing.items.keys();
  const words = { title: 'On it', originator: 'entity:wire', portions, basedOn: [base] };
  table.ok('control', { type: 'WriteItem', ...words, to: ['seat:a-press'] });
  table.wait(1);
  const told = table.record.filter((r) => r.event.type === 'ItemBased').map((r) => r.to.includes('seat:a-press'));
  expect(told).toEqual([false, true]);
  expect(breaches(table.play())).toEqual([]);
});

it('takes an item that an inject brings to a seat for the inject’s, where another of its party writes one in the same moment', () => {
  const table = brought();
  table.ok('seat:a-lead', { type: 'WriteItem', title: 'Own', portions, to: ['seat:a-lead'] });
  table.wait(1);
  const given = table.record.filter((r) => r.event.type === 'ItemGiven').map((r) => r.to.find((a) => a.startsWith('seat:')));
  expect(given).toEqual(['seat:b-lead', 'seat:a-lead', 'seat:a-press']);
  expect(breaches(table.play())).toEqual([]);
});

it('takes a pair of meanings for that of the inject with which it comes, where lead control releases another in the same moment', () => {
  const injects = [inject({ tells: ['exercise'] }), inject({ id: 'other', to: [], at: undefined, manual: true })];
  const table = new Table(pressScenario({ injects })).start().wait(1);
  table.ok('control', { type: 'ReleaseInject', inject: table.inject('other'), to: ['party:b'] });
  table.wait(1);
  const told = table.record.filter((r) => r.event.type === 'PairTold').map((r) => r.to);
  expect(told).toEqual([expect.arrayContaining(['seat:a-press'])]);
  expect(breaches(table.play())).toEqual([]);
});
