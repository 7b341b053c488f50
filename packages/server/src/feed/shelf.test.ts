import { expect, it } from 'vitest';
import { Shelf } from './shelf.ts';

it('keeps every text whole, whatever lies beside it: in few bytes and in many, longer than what is kept together, and none', () => {
  const shelf = new Shelf();
  const texts: string[] = ['', '{"a":1}', '한'.repeat(30_000), 'x'.repeat(65_000)];
  for (let i = 0; i < 3_000; i++) texts.push(`${i} ${i % 3 === 0 ? '글' : 'b'.repeat(i % 90)}`);
  texts.push('€'.repeat(21_845), 'y'.repeat(65_536), 'z');
  const kept = texts.map((text) => shelf.keep(text));
  expect(kept.map((bytes) => bytes.toString())).toEqual(texts);
});
