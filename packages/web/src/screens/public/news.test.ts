import { expect, it } from 'vitest';
import { partsOf } from '../../capabilities/index.ts';
import { delivered, sent, smallWorld } from '../../kit/seat/world.fixture.ts';
import { publicNews } from './news.ts';

const parts = await partsOf('public');

it('shows what was said to the public and nothing else, newest first', () => {
  const { world, happen } = smallWorld();
  const news = happen(delivered(['public'], { channel: 'news' }));
  happen(delivered(['party:a']));
  const announced = happen(sent('seat:a-press', ['public'], { purpose: 'announce' }));
  happen(sent('seat:a-press', ['everyone']));
  expect(publicNews(parts, world).map((n) => n.id)).toEqual([announced, news]);
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
