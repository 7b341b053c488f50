import { expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { Exercises } from '../exercises/exercises.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { systemRandomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { parts } from '../test/parts.ts';
import { tiny } from '../test/tiny.ts';

const START = 1_800_000_000_000;
const BEAT = 50;
const HEARTBEAT = 15_000;

async function table() {
  const clock = new VirtualClock(START);
  const exercises = new Exercises(parts({ store: memoryStore(), clock }), { ...systemRandomness, secret: () => 'a secret of the tests' });
  const live = await exercises.create(tiny, undefined);
  const gone = new AbortController();
  let dropped = 0;
  const stream = live.feed.stream({ session: 's1', viewer: 'seat:a-one', person: undefined }, 0, gone.signal, () => dropped++);
  return { clock, live, gone, stream, dropped: () => dropped };
}
/** Everything up to the first beat, as text. */
async function upToBeat(stream: AsyncGenerator<string>): Promise<string> {
  let text = '';
  while (!text.includes('event: beat')) text += (await stream.next()).value;
  return text;
}
const take = (live: LiveExercise) =>
  live.submit({
    seat: 'seat:a-one',
    session: 's1',
    hand: () => ({ person: undefined }),
    commandId: 'take-1',
    command: { type: 'TakeSeat', name: 'First' },
  });

it('tells what is new on the next beat, not sooner', async () => {
  const { clock, live, stream } = await table();
  await upToBeat(stream);
  clock.advance(7);
  await take(live);
  let told: string | undefined;
  const next = stream.next().then((r) => (told = String(r.value)));
  clock.advance(BEAT - 8);
  await new Promise((done) => setImmediate(done));
  expect(told).toBeUndefined();
  clock.advance(1);
  await next;
  expect(told).toContain('PersonSeated');
});

it('beats every fifteen seconds when nothing happens', async () => {
  const { clock, stream } = await table();
  await upToBeat(stream);
  const next = stream.next();
  clock.advance(HEARTBEAT);
  expect((await next).value).toMatch(/^event: beat\ndata: \{"last":\d+,"now":0,"wall":\d+\}\n\n$/);
});

it('gives up a reader that takes nothing, and holds nothing for it meanwhile', async () => {
  const { clock, stream, dropped } = await table();
  await upToBeat(stream);
  clock.advance(2 * HEARTBEAT);
  expect(dropped()).toBe(0);
  clock.advance(HEARTBEAT);
  expect(dropped()).toBe(1);
});

it('ends when the reader goes, and the reader is present no more', async () => {
  const { clock, live, gone, stream } = await table();
  await upToBeat(stream);
  expect(live.feed.presence.shownTo('control')).toHaveLength(1);
  const next = stream.next();
  gone.abort();
  expect((await next).done).toBe(true);
  expect(live.feed.presence.shownTo('control')).toEqual([]);
  clock.advance(10 * HEARTBEAT);
});

it('tells a session that was revoked that it is over', async () => {
  const { live, stream } = await table();
  await upToBeat(stream);
  const next = stream.next();
  live.feed.endStreams((session) => session === 's1', 'revoked');
  expect((await next).value).toBe('event: revoked\ndata: {}\n\n');
  expect((await stream.next()).done).toBe(true);
});
