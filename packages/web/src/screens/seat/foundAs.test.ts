import { expect, it } from 'vitest';
import { foundAs } from './foundAs.ts';
import { itemsOf } from './inbox.ts';
import { delivered, given, smallWorld } from './world.fixture.ts';

const ME = 'seat:a-one';

it('tells an item from a part of it, a sanitised version, and the letter that brought it', () => {
  const { world, happen } = smallWorld();
  const letter = happen(delivered(['party:a']));
  happen(given('i-whole', ['party:a'], { delivery: letter }));
  happen(given('i-part', [ME]));
  happen(given('i-cut', [ME]));
  happen(given('i-other', [ME], { by: 'seat:b-one' }));
  const derived = (item: string, how: string, from: string) => ({ type: 'ItemDerived', item, from, how, portions: [0], removed: [] });
  happen(derived('i-part', 'part', 'i-whole'));
  happen(derived('i-cut', 'sanitised', 'i-whole'));
  happen(derived('i-other', 'part', 'i-unknown'));
  const as = Object.fromEntries(itemsOf(world, ME).map((i) => [i.id, foundAs(world, i)]));
  expect(as).toEqual({
    [letter]: { is: 'brought', title: 'Piece' },
    'i-whole': undefined,
    'i-part': { is: 'part', title: 'Piece' },
    'i-cut': { is: 'sanitised', title: 'Piece' },
    'i-other': undefined,
  });
});

it('says nothing of what has no item to it', () => {
  const { world, happen } = smallWorld();
  happen(delivered(['party:a']));
  expect(itemsOf(world, ME).map((i) => foundAs(world, i))).toEqual([undefined]);
});
