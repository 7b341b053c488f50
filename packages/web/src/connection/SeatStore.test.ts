import type { Answer } from '@entente/engine';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamListener, Transport } from './follow.ts';
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

describe('a hand-over, which ends this very session', () => {
  /** A feed whose session ends in the moment of the hand-over. */
  function seat(answer: { status: number; body: unknown }) {
    const pages: number[] = [];
    let listener: StreamListener | undefined;
    const transport: Transport = {
      async page(after) {
        pages.push(after);
        const event = { no: 1, id: 'e1', at: 0, wall: 0, event: { type: 'NoteWritten' } };
        return { events: after === 0 ? [event] : [], last: 1, clock: { now: 0, wall: 0 } };
      },
      listen(_after, to) {
        listener = to;
        return () => {
          if (listener === to) listener = undefined;
        };
      },
      later: () => () => {},
      wait: () => new Promise(() => {}),
    };
    const store = new SeatStore('/s/door', transport, async () => {
      listener?.revoked();
      return answer;
    });
    store.start();
    return { store, pages, listens: () => listener !== undefined };
  }
  const handOver = async (answer: { status: number; body: unknown }) => {
    const at = seat(answer);
    await vi.advanceTimersByTimeAsync(100);
    await at.store.send({ type: 'HandOver', name: 'Relief' });
    await vi.advanceTimersByTimeAsync(100);
    return at;
  };

  it('goes on from where it was, with the cookie that came with the answer', async () => {
    const { store, pages, listens } = await handOver(DONE);
    expect([store.snapshot().status, pages, listens()]).toEqual(['live', [0, 1], true]);
  });

  it('goes on if it was refused', async () => {
    const { store, listens } = await handOver({ status: 409, body: { code: 'ended', detail: 'It has ended.' } });
    expect([store.snapshot().status, listens()]).toEqual(['live', true]);
  });

  it('is over if the server knows nobody here any more', async () => {
    const { store, listens } = await handOver({ status: 401, body: { code: 'session' } });
    expect([store.snapshot().status, listens()]).toEqual(['revoked', false]);
  });

  it('listens to nothing any more if the tab was left meanwhile', async () => {
    const { store, listens } = seat(DONE);
    await vi.advanceTimersByTimeAsync(100);
    const sent = store.send({ type: 'HandOver', name: 'Relief' });
    store.stop();
    await sent;
    await vi.advanceTimersByTimeAsync(100);
    expect(listens()).toBe(false);
  });
});
