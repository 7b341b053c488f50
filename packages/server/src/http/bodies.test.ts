import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { Parked } from '../test/parked.ts';
import { type WatchedHouse, watchedHouse } from '../test/watched-house.ts';

let h: WatchedHouse | undefined;
afterEach(async () => {
  await h?.end();
  h = undefined;
});
const MB = 1024 * 1024;
/** Lets what was sent arrive. */
const settled = async () => {
  for (let i = 0; i < 50; i++) await new Promise((done) => setImmediate(done));
};

it('a command whose body does not come within ten seconds is told so, and nothing happens', async () => {
  h = await watchedHouse();
  const body = JSON.stringify({ id: 'held-back-1', command: { type: 'WriteNote', text: 'Late.' } });
  const park = () =>
    Parked.open((h as WatchedHouse).server.url, (h as WatchedHouse).one.cookie, {
      method: 'POST',
      path: (h as WatchedHouse).one.api('/commands'),
      body,
    });
  const [late, inTime] = [await park(), await park()];
  const before = await h.state();
  h.clock.advance(9_999);
  expect(await inTime.go().answer()).toMatch(/^HTTP\/1\.1 200 /);
  expect(await h.state()).not.toBe(before);
  const done = await h.state();
  h.clock.advance(1);
  const answer = await late.answer();
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] as string)).toMatchObject({ code: 'too-slow', detail: expect.stringMatching(/again/) });
  expect(await h.state()).toBe(done);
});

it('a command that comes byte by byte gets no more time', async () => {
  h = await watchedHouse();
  const body = JSON.stringify({ id: 'held-back-1', command: { type: 'WriteNote', text: 'x'.repeat(100) } });
  const parked = await Parked.open(h.server.url, h.one.cookie, { method: 'POST', path: h.one.api('/commands'), body });
  for (let i = 0; i < 20; i++) {
    parked.socket.write(body[i] as string);
    await settled();
    h.clock.advance(500);
  }
  expect(await parked.answer()).toMatch(/^HTTP\/1\.1 408 /);
});

/** A file of 20 MB that comes in so many pieces, `pause` ms apart. Gives what it was answered, and how many were sent. */
async function trickle(house: WatchedHouse, pieces: number, pause: number): Promise<{ answer: string; sent: number }> {
  const piece = Buffer.alloc((20 * MB) / pieces, 'x');
  const whole = Buffer.concat(Array.from({ length: pieces }, () => piece));
  const path = house.one.api('/attachments?name=big.txt');
  const parked = await Parked.open(house.server.url, house.one.cookie, { method: 'POST', path, type: 'text/plain', body: whole });
  let sent = 0;
  let over = false;
  const answer = parked.answer().finally(() => {
    over = true;
  });
  for (; sent < pieces && !over; sent++) {
    if (!parked.socket.write(piece)) await Promise.race([once(parked.socket, 'drain'), answer]);
    await settled();
    if (sent < pieces - 1) house.clock.advance(pause);
    await settled();
  }
  return { answer: await answer, sent };
}

it('a file of 20 MB may come at less than a megabit a second', async () => {
  h = await watchedHouse();
  expect((await trickle(h, 20, 9_000)).answer).toMatch(/^HTTP\/1\.1 201 /);
});

it('a file that pauses for ten seconds, or is slower than that in all, is told so, and nothing of it is kept', async () => {
  h = await watchedHouse();
  const before = await h.state();
  for (const [pieces, pause] of [
    [20, 10_000],
    [40, 9_000],
  ] as const) {
    const { answer, sent } = await trickle(h, pieces, pause);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(sent).toBeLessThan(pieces);
  }
  expect(await h.state()).toBe(before);
});
