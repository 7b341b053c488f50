import { expect, it } from 'vitest';
import { delivered, sent, smallWorld } from '../seat/world.fixture.ts';
import { publicNews } from './news.ts';

it('shows what was said to the public and nothing else, newest first', () => {
  const { world, happen } = smallWorld();
  const news = happen(delivered(['public'], { channel: 'news' }));
  happen(delivered(['party:a']));
  const announced = happen(sent('seat:a-press', ['public'], { purpose: 'announce' }));
  happen(sent('seat:a-press', ['everyone']));
  expect(publicNews(world).map((n) => n.id)).toEqual([announced, news]);
});
