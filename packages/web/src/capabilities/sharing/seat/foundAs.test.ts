import { expect, it } from 'vitest';
import type { Line } from '../../../kit/seat/line.ts';
import { delivered, given, smallWorld } from '../../../kit/seat/world.fixture.ts';
import { foundAs } from './foundAs.ts';

const ME = 'seat:a-one';
const line = (id: string, kind: string, brought?: string) => ({ id, kind, brought }) as Line;

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
  const items = ['i-whole', 'i-part', 'i-cut', 'i-other'].map((id) => line(id, 'item'));
  const as = Object.fromEntries([line(letter, 'delivery', 'i-whole'), ...items].map((l) => [l.id, foundAs(world, l)]));
  expect(as).toEqual({
    [letter]: { key: 'foundAs.brought', title: 'Piece' },
    'i-whole': undefined,
    'i-part': { key: 'foundAs.part', title: 'Piece' },
    'i-cut': { key: 'foundAs.sanitised', title: 'Piece' },
    'i-other': undefined,
  });
});

it('says nothing of what has no item to it', () => {
  const { world, happen } = smallWorld();
  const letter = happen(delivered(['party:a']));
  expect(foundAs(world, line(letter, 'delivery'))).toBeUndefined();
});
