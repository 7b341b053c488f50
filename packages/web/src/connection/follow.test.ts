import { expect, it } from 'vitest';
import { type Entry, type Following, follow, Gone, type LineStatus, type Page, type StreamListener, type Transport } from './follow.ts';

const entry = (no: number): Entry => ({ no, id: `e${no}`, at: no, wall: no, event: { type: 'NoteWritten' } });
const entries = (from: number, to: number): Entry[] => Array.from({ length: to - from + 1 }, (_, i) => entry(from + i));

/** A server of the test's own: it holds entries, and the line to it can be cut. */
class FakeLine implements Transport {
  held: Entry[] = [];
  pageSize = 100;
  down = false;
  gone = false;
  pages: number[] = [];
  listener: StreamListener | undefined;
  listens: number[] = [];
  waits: number[] = [];
  wake: (() => void) | undefined;
  /** What happens when a while has passed. */
  pending: (() => void)[] = [];
  later(_ms: number, act: () => void): () => void {
    this.pending.push(act);
    return () => {
      this.pending = this.pending.filter((a) => a !== act);
    };
  }
  aWhilePasses(): void {
    for (const act of this.pending.splice(0)) act();
  }
  async page(after: number): Promise<Page> {
    this.pages.push(after);
    if (this.gone) throw new Gone();
    if (this.down) throw new Error('no network');
    return {
      events: this.held.filter((e) => e.no > after).slice(0, this.pageSize),
      last: this.held.length,
      clock: { now: 0, wall: 1_000 },
    };
  }
  listen(after: number, listener: StreamListener): () => void {
    this.listens.push(after);
    this.listener = listener;
    return () => {
      if (this.listener === listener) this.listener = undefined;
    };
  }
  wait(ms: number, early: (wake: () => void) => void): Promise<void> {
    this.waits.push(ms);
    return new Promise((resolve) => {
      this.wake = resolve;
      early(resolve);
    });
  }
}

function started(line: FakeLine) {
  const seen: number[] = [];
  const statuses: LineStatus[] = [];
  const stops: boolean[] = [];
  const to: Following = {
    entries: (list) => seen.push(...list.map((e) => e.no)),
    status: (s) => statuses.push(s),
    clock: () => {},
    presence: () => {},
    stopped: (s) => stops.push(s),
  };
  return { seen, statuses, stops, follower: follow(line, to) };
}
/** Lets everything that is ready to run do so. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

it('reads page after page until nothing is missing, then listens from there', async () => {
  const line = new FakeLine();
  line.held = entries(1, 25);
  line.pageSize = 10;
  const { seen, statuses } = started(line);
  await settle();
  expect(seen).toEqual(entries(1, 25).map((e) => e.no));
  expect(line.pages).toEqual([0, 10, 20]);
  expect(line.listens).toEqual([25]);
  expect(statuses).toEqual(['connecting', 'live']);
});

it('ignores what it already has when page and stream overlap', async () => {
  const line = new FakeLine();
  line.held = entries(1, 3);
  const { seen } = started(line);
  await settle();
  for (const no of [2, 3, 4, 4, 5]) line.listener?.entry(entry(no));
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

it('pages for what is missing when the stream skips a number, and gives it once and in order', async () => {
  const line = new FakeLine();
  line.held = entries(1, 2);
  const { seen } = started(line);
  await settle();
  line.held = entries(1, 6);
  line.listener?.entry(entry(5));
  await settle();
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  expect(line.listens).toEqual([2, 6]);
});

it('pages when a heartbeat names a later number than it holds', async () => {
  const line = new FakeLine();
  line.held = entries(1, 2);
  const { seen } = started(line);
  await settle();
  line.held = entries(1, 3);
  line.listener?.beat({ last: 3, wall: 0 });
  await settle();
  expect(seen).toEqual([1, 2, 3]);
});

it('says that it is offline, waits longer each time, and resumes after its own last number', async () => {
  const line = new FakeLine();
  line.held = entries(1, 2);
  const { seen, statuses } = started(line);
  await settle();
  line.down = true;
  line.listener?.broken();
  await settle();
  line.aWhilePasses();
  expect(statuses.at(-1)).toBe('offline');
  line.wake?.();
  await settle();
  line.wake?.();
  await settle();
  expect(line.waits).toEqual([500, 1_000, 2_000]);
  line.down = false;
  line.held = entries(1, 4);
  line.wake?.();
  await settle();
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(statuses.at(-1)).toBe('live');
});

it('says nothing of a line that is back at once', async () => {
  const line = new FakeLine();
  line.held = entries(1, 2);
  const { seen, statuses } = started(line);
  await settle();
  line.listener?.broken();
  await settle();
  line.held = entries(1, 3);
  line.wake?.();
  await settle();
  line.aWhilePasses();
  expect(seen).toEqual([1, 2, 3]);
  expect(new Set(statuses)).toEqual(new Set(['connecting', 'live']));
});

it('tells that the server can keep nothing, by page and by stream, and when it can again', async () => {
  const line = new FakeLine();
  const page = line.page.bind(line);
  line.page = async (after) => ({ ...(await page(after)), stopped: true });
  const { stops } = started(line);
  await settle();
  line.listener?.stopped(false);
  expect(stops).toEqual([true, false]);
});

it('looks again at once when the browser says that the network is gone', async () => {
  const line = new FakeLine();
  line.held = entries(1, 1);
  const { statuses, follower } = started(line);
  await settle();
  follower.cut();
  await settle();
  line.aWhilePasses();
  expect(statuses.at(-1)).toBe('offline');
  follower.wake();
  await settle();
  expect(statuses.at(-1)).toBe('live');
});

it('ends for good when the session is gone', async () => {
  const line = new FakeLine();
  line.held = entries(1, 1);
  const { statuses } = started(line);
  await settle();
  line.listener?.revoked();
  await settle();
  expect(statuses.at(-1)).toBe('revoked');
  expect(line.listens).toHaveLength(1);

  const refused = new FakeLine();
  refused.gone = true;
  const other = started(refused);
  await settle();
  expect(other.statuses).toEqual(['connecting', 'revoked']);
});

it('gives nothing more once it is stopped', async () => {
  const line = new FakeLine();
  line.held = entries(1, 1);
  const { seen, follower } = started(line);
  await settle();
  const listener = line.listener;
  follower.stop();
  listener?.entry(entry(2));
  await settle();
  expect(seen).toEqual([1]);
  expect(line.listener).toBeUndefined();
});
