import { expect, it } from 'vitest';
import { partsOf } from '../../capabilities/index.ts';
import { delivered, sent, smallWorld } from '../../kit/seat/world.fixture.ts';
import { freshJump, publicNews } from './news.ts';

const parts = await partsOf('public');

it('shows what was said to the public and nothing else, newest first', () => {
  const { world, happen } = smallWorld();
  const news = happen(delivered(['public'], { channel: 'news' }));
  happen(delivered(['party:a']));
  const announced = happen(sent('seat:a-press', ['public']));
  happen(sent('seat:a-press', ['everyone']));
  expect(publicNews(parts, world).map((n) => [n.id, n.channel])).toEqual([
    [announced, 'statement'],
    [news, 'news'],
  ]);
  const card = {
    title: 'Advice',
    kind: 'report' as const,
    originator: 'party:a',
    portions: ['Boil the water.', 'Call 110.'].map((text) => ({ text, label: 'TLP:CLEAR' })),
    label: 'TLP:CLEAR',
    onward: 'free' as const,
  };
  happen({ type: 'ItemGiven', item: 'i-1', card, to: ['public'] });
  expect(publicNews(parts, world)[0]).toMatchObject({ id: 'i-1', title: 'Advice', texts: ['Boil the water.', 'Call 110.'] });
  happen({ type: 'ItemGiven', item: 'i-2', card, to: ['party:a'] });
  expect(publicNews(parts, world)).toHaveLength(3);
});

it('tells of a jump until the next news, or for five minutes', () => {
  const { world, happen } = smallWorld();
  const minute = 60_000;
  expect(freshJump(world, 0, undefined)).toBeUndefined();
  happen({ type: 'ClockJumped', from: 10 * minute, to: 70 * minute });
  expect(freshJump(world, 71 * minute, undefined)).toMatchObject({ from: 10 * minute, to: 70 * minute });
  // What the jump passed is not the next news.
  expect(freshJump(world, 71 * minute, 30 * minute)).toBeDefined();
  expect(freshJump(world, 73 * minute, 72 * minute)).toBeUndefined();
  expect(freshJump(world, 75 * minute, undefined)).toBeUndefined();
});
