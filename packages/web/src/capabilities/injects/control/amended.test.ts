import { expect, it } from 'vitest';
import { Bench, sayIn } from '../../../kit/control/fixture.ts';
import { amendedOf } from './amended.ts';
import { injectNews } from './news.ts';

it('tells what recipients hold after corrections and a withdrawal, and says so in the stream', () => {
  const bench = new Bench();
  const [inject] = bench.world('control').injects.rows.keys();
  bench.as('control', { type: 'ReleaseInject', inject }, 1);
  const stands = () => {
    const world = bench.world('control');
    return amendedOf(world, world.injects.rows.get(inject as string)!);
  };
  expect(stands()).toMatchObject({ version: 0, withdrawn: undefined });
  const first = stands()?.text;
  bench.as('control', { type: 'CorrectInject', inject, title: 'New', text: 'Put right.', reason: 'A slip.' }, 2);
  expect(stands()).toMatchObject({ version: 1, title: 'New', text: 'Put right.' });
  expect(stands()?.texts.map((t) => t.text)).toEqual([first, 'Put right.']);
  bench.as('control', { type: 'WithdrawInject', inject, reason: 'Not now.' }, 3);
  expect(stands()?.withdrawn).toMatchObject({ reason: 'Not now.' });
  const keys = [...injectNews(bench.world('control'), { address: 'control' })].map((h) => h.key);
  expect(keys).toContain('inject.corrected');
  expect(keys).toContain('inject.withdrawn');
  for (const language of ['en', 'ko'] as const)
    for (const key of ['corrected', 'withdrawn']) expect(sayIn(language)(`happened.inject.${key}`)).toBeTruthy();
});

it('tells nothing before release', () => {
  const world = new Bench().world('control');
  for (const row of world.injects.rows.values()) expect(amendedOf(world, row)).toBeUndefined();
});
