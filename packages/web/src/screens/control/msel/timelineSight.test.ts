import { expect, it } from 'vitest';
import type { Entry } from '../../../kit/control/entry.ts';
import type { MarkPlace } from './timelineLayout.ts';
import { sights, untouched } from './timelineSight.ts';

const entry = (id: string): Entry => ({ id, kind: 'inject', number: id, title: id, lanes: ['a'], status: 'planned' }) as unknown as Entry;
const mark = (id: string, x: number, y = 12, label = { number: id, title: 'What the neighbours say' }): MarkPlace => ({
  entry: entry(id),
  label,
  x,
  y,
  leftward: false,
  open: false,
  from: x - 9,
  to: x + 200,
});
const nobody = (): boolean => false;

it('puts a label left of its mark where the picture ends right of it and its row is free', () => {
  const [seen] = sights([mark('012', 590)], 0, 600, nobody);
  expect(seen).toMatchObject({ leftward: true });
});

it('keeps a mark back that has no room for its number on either side, unless it must be seen', () => {
  const marks = [mark('011', 400), mark('012', 590)];
  expect(sights(marks, 0, 600, nobody).map((s) => s.place.entry.id)).toEqual(['011']);
  expect(sights(marks, 0, 600, (m) => m.entry.id === '012').map((s) => s.place.entry.id)).toEqual(['011', '012']);
});

it('interrupts a line where a label crosses it and nowhere else', () => {
  const seen = sights([mark('011', 80), mark('012', 300, 36)], 0, 600, nobody);
  expect(untouched(seen, 120, 60)).toEqual([
    [0, 3],
    [21, 60],
  ]);
});
