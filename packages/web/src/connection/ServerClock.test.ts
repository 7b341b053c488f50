import { expect, it, vi } from 'vitest';
import { ServerClock } from './ServerClock.ts';

function clock() {
  let steady = 5_000;
  const server = new ServerClock(() => steady);
  return { server, pass: (ms: number) => (steady += ms) };
}

it('goes on evenly whatever is done to the clock of this browser', () => {
  const { server, pass } = clock();
  server.read({ wall: 1_000_000 }, true);
  const own = vi.spyOn(Date, 'now');
  for (const [i, set] of [0, -60_000, 3_600_000, -7_200_000].entries()) {
    own.mockReturnValue(1_900_000_000_000 + set);
    expect(server.wall()).toBe(1_000_000 + i * 1_000);
    pass(1_000);
  }
  own.mockRestore();
});

it('takes the least late of the last readings, and never goes back when that one is forgotten', () => {
  const { server, pass } = clock();
  server.read({ wall: 1_000_000 }, true);
  let before = server.wall();
  for (let i = 1; i <= 30; i++) {
    pass(1_000);
    server.read({ wall: 1_000_000 + i * 1_000 - 400 }, false);
    expect(server.wall()).toBeGreaterThanOrEqual(before);
    before = server.wall();
  }
  expect(before).toBe(1_000_000 + 30_000 - 400);
});

it('is not led astray by a beat that lay in the network for long', () => {
  const { server, pass } = clock();
  server.read({ wall: 1_000_000 }, true);
  pass(30_000);
  server.read({ wall: 1_005_000 }, false);
  expect(server.wall()).toBe(1_030_000);
});

it('follows a server that begins anew by an earlier clock', () => {
  const { server, pass } = clock();
  server.read({ wall: 1_000_000 }, true);
  pass(60_000);
  expect(server.wall()).toBe(1_060_000);
  server.read({ wall: 1_010_000 }, true);
  expect(server.wall()).toBe(1_010_000);
});
