import { expect, it } from 'vitest';
import { rosterOfWorld } from '../roster.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';
import { having, havingAlike, havingOf, keptFrom } from './having.ts';
import type { Item } from './state.ts';

const items = [
  {
    id: 'warning',
    title: 'Warning',
    originator: 'party:a',
    held: ['party:a'],
    keepFrom: ['c'],
    portions: [
      { text: 'First.', label: 'TLP:GREEN' },
      { text: 'Second.', label: 'TLP:AMBER' },
    ],
  },
];
const A = 'seat:a-lead';
const table = () => {
  const t = new Table(smallScenario({ items })).start();
  const [id = ''] = t.exercise.world.sharing.items.keys();
  const at = (viewer: string) => {
    const { world } = t.seen(viewer);
    const roster = rosterOfWorld(world);
    if (!roster) throw new Error('no roster');
    return { look: { world, roster, seat: viewer }, item: (of = id) => world.sharing.items.get(of) as Item, items: world.sharing.items };
  };
  const release = (to: string, more: object = {}) => t.ok(A, { type: 'ReleaseItem', item: id, to: [to], ...more });
  const brief = (viewer: string) => {
    const { look, item } = at(viewer);
    return having(look, item()).map(({ who, what, portions, earlier, by }) => ({ who, what, portions, earlier, by }));
  };
  return { t, id, at, release, brief };
};
const ownSide = { who: 'party:a', what: 'whole', portions: [], earlier: false, by: undefined };

it('tells the releasing seat who has the whole, and who only a part of which portions', () => {
  const { brief, release } = table();
  release('seat:b-lead', { portions: [1], title: 'Second' });
  release('seat:b-press');
  const outside = brief(A).filter((h) => h.who.includes(':b'));
  expect(outside).toEqual([
    { who: 'seat:b-press', what: 'whole', portions: [], earlier: false, by: A },
    { who: 'seat:b-lead', what: 'part', portions: [1], earlier: false, by: A },
  ]);
});

it('tells of each giving after a recall, and until when the one before lasted', () => {
  const { t, id, release, at } = table();
  const held = () => having(at(A).look, at(A).item()).filter((h) => h.who.includes('b'));
  release('party:b');
  t.wait(5).ok(A, { type: 'RecallItem', item: id });
  expect(held().map((h) => [h.who, h.at, h.until])).toEqual([['party:b', 0, 300_000]]);
  t.wait(5);
  release('party:b');
  expect(held().map((h) => [h.who, h.at, h.until])).toEqual([
    ['party:b', 0, 300_000],
    ['party:b', 600_000, undefined],
  ]);
  expect(havingOf(at(A).look, at(A).item(), 'party:b').map((h) => h.at)).toEqual([600_000]);
});

it('names a party asked to destroy the whole for the part that it has still', () => {
  const { t, id, release, at } = table();
  release('party:b');
  release('party:b', { portions: [0], title: 'First' });
  t.ok(A, { type: 'RecallItem', item: id });
  expect(havingOf(at(A).look, at(A).item(), 'party:b').map((h) => h.what)).toEqual(['part']);
});

it('tells a colleague only of what went out whole, and the other side nothing of the rest', () => {
  const { brief, release, at } = table();
  release('seat:b-lead', { portions: [1], title: 'Second' });
  release('seat:b-press');
  expect(brief('seat:a-press')).toEqual([ownSide, { ...ownSide, who: 'seat:b-press', by: A }]);
  const { look, items: held } = at('seat:b-lead');
  expect([...held.values()].flatMap((i) => having(look, i)).map((h) => h.who)).toEqual(['seat:b-lead']);
});

it('names a party as one where all of it has the item, and where only one seat has, that seat to its colleagues too', () => {
  const { release, at } = table();
  release('seat:b-lead', { portions: [0], title: 'First' });
  const say = () => havingOf(at(A).look, at(A).item(), 'party:b').map((h) => `${h.who} ${h.what} ${h.portions.join()}`);
  expect(say()).toEqual(['seat:b-lead part 0']);
  expect(havingOf(at(A).look, at(A).item(), 'seat:b-press').map((h) => h.who)).toEqual(['seat:b-lead']);
  release('party:b');
  expect(say()).toEqual(['party:b whole ']);
  expect(havingOf(at(A).look, at(A).item(), 'seat:b-press').map((h) => h.who)).toEqual(['seat:b-press']);
  expect(havingOf(at(A).look, at(A).item(), 'public')).toEqual([]);
});

it('names in one sentence those who have the same', () => {
  const { release, at } = table();
  release('seat:b-lead', { portions: [0], title: 'First' });
  release('seat:b-press', { portions: [0], title: 'First' });
  release('seat:c-lead', { portions: [1], title: 'Second' });
  const { look, item } = at(A);
  const twice = ['party:b', 'seat:b-lead', 'party:c'].flatMap((to) => havingOf(look, item(), to));
  expect(havingAlike(twice).map(({ who, portions }) => [who, portions])).toEqual([
    [['seat:b-lead', 'seat:b-press'], [0]],
    [['party:c'], [1]],
  ]);
});

it('says that a part given before a new version is of the text before', () => {
  const { t, id, release, at } = table();
  release('seat:b-lead', { portions: [0], title: 'First' });
  t.wait(1).ok(A, { type: 'ReviseItem', item: id, title: 'Warning', portions: [{ text: 'First anew.', label: 'TLP:GREEN' }] });
  expect(havingOf(at(A).look, at(A).item(), 'seat:b-lead').map((h) => h.earlier)).toEqual([true]);
});

it('knows a sanitised version from a part, and who has what a version was made of', () => {
  const { t, id, release, at } = table();
  release('party:b');
  const cut = { type: 'SanitiseItem', item: id, title: 'Warning, cut', portions: [{ of: 0 }] } as const;
  t.ok(A, cut);
  const { look, items: held } = at(A);
  const made = [...held.values()].find((i) => i.derived.size > 0) as Item;
  expect(havingOf(look, made, 'party:b').map((h) => h.what)).toEqual(['source']);
  t.ok(A, { type: 'ReleaseItem', item: made.id, to: ['seat:c-lead'] });
  expect(havingOf(at(A).look, at(A).item(), 'party:c').map((h) => `${h.who} ${h.what}`)).toEqual(['party:c sanitised']);
});

it('tells lead control, and nobody else, from whom the scenario keeps an item and what is made of it', () => {
  const { t, release, at } = table();
  release('seat:b-lead', { portions: [0], title: 'First' });
  const { look, item, items: held } = at('control');
  const part = [...held.values()].find((i) => i.derived.size > 0) as Item;
  expect(keptFrom(look, item(), 'seat:c-lead')).toEqual(['c']);
  expect(keptFrom(look, part, 'public')).toEqual(['c']);
  expect(keptFrom(look, item(), 'party:b')).toEqual([]);
  expect(keptFrom(at(A).look, at(A).item(), 'party:c')).toEqual([]);
  expect(t.seen('control:a').world.sharing.items.size).toBeGreaterThan(0);
  expect(keptFrom(at('control:a').look, at('control:a').item(), 'party:c')).toEqual([]);
});
