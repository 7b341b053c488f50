import type { Answer } from '@entente/engine';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Transport } from './follow.ts';
import { SeatStore } from './SeatStore.ts';

const DONE = { status: 200, body: { ok: true, at: 0, events: [] } satisfies Answer };
/** Only sending is looked at. */
const NO_FEED = {} as Transport;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says nothing of an answer that comes at once', async () => {
  const store = new SeatStore('/s/door', NO_FEED, async () => DONE);
  const told = vi.fn();
  store.subscribe(told);
  await store.send({});
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).not.toHaveBeenCalled();
});

it('says within two seconds that something is not yet through, until it is', async () => {
  let down = true;
  const store = new SeatStore('/s/door', NO_FEED, async () => {
    if (down) throw new TypeError('no network');
    return DONE;
  });
  const sent = store.send({});
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.snapshot().waiting).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.snapshot().waiting).toBe(true);
  down = false;
  await vi.advanceTimersByTimeAsync(3_000);
  expect((await sent).ok).toBe(true);
  expect(store.snapshot().waiting).toBe(false);
});

it('goes on saying so while another one is late', async () => {
  const answers: (() => void)[] = [];
  const store = new SeatStore('/s/door', NO_FEED, () => new Promise((resolve) => answers.push(() => resolve(DONE))));
  const both = [store.send({}), store.send({})];
  await vi.advanceTimersByTimeAsync(2_000);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(100);
  expect(store.snapshot().waiting).toBe(true);
  answers[1]?.();
  await Promise.all(both);
  await vi.advanceTimersByTimeAsync(100);
  expect(store.snapshot().waiting).toBe(false);
});

it('stops saying so when it gives up, since the refusal says it', async () => {
  const store = new SeatStore('/s/door', NO_FEED, () => Promise.reject(new TypeError('no network')));
  const sent = store.send({});
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await sent).ok).toBe(false);
  expect(store.snapshot().waiting).toBe(false);
});
