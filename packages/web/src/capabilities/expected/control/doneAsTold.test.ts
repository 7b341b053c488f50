import { expect, it } from 'vitest';
import { doneAsTold } from './doneAsTold.ts';

it('offers for a judgement the time at which the record saw it, the deadline of what was told there in time, and nothing else', () => {
  const fact = { src: 'e-1', at: 30 };
  expect(doneAsTold({ seen: { ...fact, late: false } })).toBe(30);
  expect(doneAsTold({ seen: { ...fact, late: true } })).toBe(30);
  expect(doneAsTold({ reported: { ...fact, late: false } })).toBe(30);
  expect(doneAsTold({ reported: { ...fact, late: true } })).toBeUndefined();
  expect(doneAsTold({})).toBeUndefined();
});
