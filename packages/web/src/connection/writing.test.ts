import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileWriting } from './writing.ts';

const kept = new Map<string, string>();
const page = Object.assign(new EventTarget(), { hidden: false });
beforeEach(() => {
  vi.useFakeTimers();
  page.hidden = false;
  const storage = new Proxy(
    { getItem: (key: string) => kept.get(key) ?? null },
    { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
  vi.stubGlobal('sessionStorage', storage);
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  kept.clear();
});

it('a text under way is told while keys are pressed and for some minutes while it stands unsent, at most four times a minute', () => {
  let told = 0;
  const end = whileWriting('/s/a', () => told++);
  const writes = () => page.dispatchEvent(new Event('input'));
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(0);
  for (let second = 0; second < 60; second++) {
    writes();
    vi.advanceTimersByTime(1_000);
  }
  expect(told).toBe(4);
  // Nothing stands in a form: what was written was sent, or was a search.
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(4);

  kept.set('entente.draft /s/a message new', JSON.stringify({ text: 'We' }));
  writes();
  vi.advanceTimersByTime(2 * 60_000);
  expect(told).toBeGreaterThanOrEqual(11);
  page.hidden = true;
  const before = told;
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(before);
  page.hidden = false;
  // After five minutes without a key it was put aside.
  vi.advanceTimersByTime(3 * 60_000);
  const last = told;
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(last);

  writes();
  end();
  vi.advanceTimersByTime(60_000);
  writes();
  expect(told).toBe(last + 1);
});
