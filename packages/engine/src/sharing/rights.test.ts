import { expect, it } from 'vitest';
import { rosterOfWorld } from '../roster.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import type { World } from '../world.ts';
import { actsOn, allowed, type Look, obstacles } from './rights.ts';
import type { Item } from './state.ts';

const items = [
  {
    id: 'warning',
    title: 'Warning',
    originator: 'party:a',
    held: ['party:a'],
    portions: [
      { text: 'First.', label: 'TLP:GREEN' },
      { text: 'Second.', label: 'TLP:AMBER' },
      { text: 'Third.', label: 'TLP:RED' },
    ],
  },
  {
    id: 'theirs',
    title: 'Theirs',
    originator: 'party:c',
    held: ['party:a'],
    expires: 'PT1H',
    portions: [
      { text: 'Free for B.', label: 'TLP:AMBER', releasableTo: ['b'] },
      { text: 'Kept.', label: 'TLP:AMBER' },
    ],
  },
];
const at = (seat: string, more: Partial<Look> = {}, scenario = smallScenario({ items })) => {
  const table = new Table(scenario).start();
  const world: World = table.seen(seat).world;
  const roster = rosterOfWorld(world);
  if (!roster) throw new Error('no roster');
  const named = (title: string) => [...world.sharing.items.values()].find((i) => [...i.copies.values()][0]?.card.title === title) as Item;
  return { look: { world, roster, now: 0, seat, ...more }, named, table };
};

it('says with whom each portion can be shared, and where only named seats may have it', () => {
  const { look, named } = at('seat:a-lead');
  expect(allowed(look, named('Warning')).clauses).toEqual([
    { portions: [0, 1], whole: false, parties: ['b', 'c'], named: [], word: false },
    { portions: [2], whole: false, parties: [], named: ['b', 'c'], word: false },
  ]);
});

it('says whose word is missing, and that the word in advance is enough', () => {
  const { look, named } = at('seat:a-lead');
  expect(allowed(look, named('Theirs')).clauses).toEqual([
    { portions: [0], whole: false, parties: ['b'], named: [], word: false },
    { portions: [1], whole: false, parties: [], named: [], word: true },
  ]);
});

it('warns an originator who may give more than the label tells its readers to, and nobody else', () => {
  const own = (label: string) => ({ ...items[0], portions: [{ text: 'All.', label }] });
  const widens = (label: string, clients: string[] = []) => {
    const { parties, ...rest } = smallScenario({ items: [own(label), items[1]] });
    const scenario = { ...rest, parties: parties.map((p) => ({ ...p, clients: p.id === 'a' ? clients : [] })) };
    const { look, named } = at('seat:a-lead', {}, scenario);
    return [allowed(look, named('Warning')).widens, allowed(look, named('Theirs')).widens];
  };
  expect(widens('TLP:AMBER+STRICT')).toEqual([true, false]);
  expect(widens('TLP:AMBER')).toEqual([true, false]);
  expect(widens('TLP:AMBER', ['b', 'c'])).toEqual([false, false]);
  expect(widens('TLP:GREEN')).toEqual([false, false]);
});

it('names the colleague who may release, and what has expired', () => {
  const press = at('seat:a-press');
  expect(allowed(press.look, press.named('Warning'))).toEqual({ clauses: [], barred: 'may-not-release', colleagues: ['seat:a-lead'] });
  const late = at('seat:a-lead', { now: 3_600_001 });
  expect(allowed(late.look, late.named('Theirs')).barred).toBe('expired');
});

it('tells before sending what keeps the choice back, and because of which portions', () => {
  const { look, named } = at('seat:a-lead');
  expect(obstacles(look, named('Warning'), [0, 1, 2], ['party:b'])).toEqual([{ to: 'party:b', because: 'reach', portions: [2] }]);
  expect(obstacles(look, named('Warning'), [0, 1], ['party:b'])).toEqual([]);
  expect(obstacles(look, named('Theirs'), [0, 1], ['party:b'])).toEqual([{ to: 'party:b', because: 'needs-word', portions: [1] }]);
});

it('says what they have had already, and offers to recall it', () => {
  const { named, table } = at('seat:a-lead');
  const { id } = named('Warning');
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: id, to: ['seat:b-lead'] });
  const { world } = table.seen('seat:a-lead');
  const roster = rosterOfWorld(world);
  if (!roster) throw new Error('no roster');
  const look = { world, roster, now: 0, seat: 'seat:a-lead' };
  const item = world.sharing.items.get(id) as Item;
  expect(obstacles(look, item, [0, 1, 2], ['seat:b-lead'])[0]?.because).toBe('already');
  expect(actsOn(look, item)).toContain('recall');
  expect(actsOn(at('seat:a-lead').look, named('Theirs'))).toEqual(['share', 'ask', 'sanitise']);
});

it('offers to pass on nothing that has expired: its originator may only make a new version, and its holder ask for one', () => {
  const late = at('seat:a-lead', { now: 3_600_001 });
  expect(actsOn(late.look, late.named('Theirs'))).toEqual([]);
  const author = at('control', { now: 3_600_001 });
  expect(actsOn(author.look, author.named('Theirs'))).toEqual(['revise', 'why']);
  expect(actsOn({ ...author.look, now: 3_600_000 }, author.named('Theirs'))).toContain('share');
});

it('offers to pass on nothing that its originator has recalled from this side, and says so', () => {
  const { named, table } = at('seat:a-lead');
  const { id } = named('Warning');
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: id, to: ['seat:b-lead'] });
  table.ok('seat:a-lead', { type: 'RecallItem', item: id });
  const look = (seat: string): Look => {
    const { world } = table.seen(seat);
    return { world, roster: at(seat).look.roster, now: 0, seat };
  };
  const item = (seat: string) => look(seat).world.sharing.items.get(id) as Item;
  expect(actsOn(look('seat:b-lead'), item('seat:b-lead'))).toEqual([]);
  expect(allowed(look('seat:b-lead'), item('seat:b-lead')).barred).toBe('recalled');
  expect(actsOn(look('seat:a-lead'), item('seat:a-lead'))).toContain('share');
});
