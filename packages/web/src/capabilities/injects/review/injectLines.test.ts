import { emptyWorld, evolve, type World } from '@entente/engine';
import { expect, test } from 'vitest';
import { flood } from '../../../kit/review/record.fixture.ts';
import { injectLines } from './injectLines.ts';

function amended(...more: readonly object[]): World {
  const world = emptyWorld();
  for (const e of flood) evolve(world, e.event, e);
  for (const [i, event] of more.entries()) evolve(world, event as never, { id: `more${i}`, at: (50 + i) * 60_000, wall: 0 });
  return world;
}

test('a corrected inject keeps both texts, when and why; a withdrawn one says so', () => {
  const correction = { type: 'DeliveryCorrected', version: 1, title: 'Inject 10', text: 'Water falls.', reason: 'A slip.' };
  const world = amended(
    { ...correction, delivery: 'd-up' },
    { ...correction, delivery: 'd-down' },
    { type: 'DeliveryWithdrawn', delivery: 'd-up' },
  );
  const line = injectLines(world, 'control').find((l) => l.number === '10');
  expect(line).toMatchObject({
    text: 'Water falls.',
    corrections: [
      { version: 1, at: 50 * 60_000, text: 'Water falls.', reason: 'A slip.', before: { title: 'Inject 10', text: 'Water rises.' } },
    ],
    withdrawal: { at: 52 * 60_000 },
  });
  expect(line?.evidence).toEqual(expect.arrayContaining(['more0', 'more1', 'more2']));
  // Whoever acknowledged the old text has not acknowledged the new one.
  expect(line?.reach.acknowledged).toBe(0);
  expect(line?.reach.read).toBeGreaterThan(0);
});

test('what was not touched has no amendments', () => {
  expect(injectLines(amended(), 'control').every((l) => l.corrections.length === 0 && l.withdrawal === undefined)).toBe(true);
});
