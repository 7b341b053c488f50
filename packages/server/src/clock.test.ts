import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SteadyClock } from './clock.ts';
import { TestMachine } from './test/machine.ts';

const START = 1_800_000_000_000;
const seed = Number(process.env.ENTENTE_SEED);
function clocks() {
  const machine = new TestMachine(START);
  const clock = new SteadyClock(machine);
  /** Time passes, with a look every second. */
  const pass = (ms: number, running = true) => {
    const upsets = [];
    for (let left = ms; left > 0; left -= 1_000) {
      machine.advance(Math.min(left, 1_000));
      upsets.push(clock.look(running));
    }
    return upsets.filter((u) => u.set !== 0 || u.stood !== 0);
  };
  return { machine, clock, pass };
}

describe('the server’s clock', () => {
  it.each([-60_000, 60_000, -7 * 3_600_000])('goes on by itself when the machine’s is set by %i ms, and says so once', (by) => {
    const { machine, clock, pass } = clocks();
    pass(5_000);
    machine.set(by);
    expect(clock.now()).toBe(START + 5_000);
    expect(pass(5_000)).toEqual([{ set: by, stood: 0 }]);
    expect(clock.now()).toBe(START + 10_000);
  });

  it('makes no word of a clock that is held right by small steps', () => {
    const { machine, pass } = clocks();
    for (let i = 0; i < 100; i++) {
      machine.set(i % 2 === 0 ? 400 : -400);
      expect(pass(1_000)).toEqual([]);
    }
  });

  it.each([
    ['a system whose steady clock sleeps too', false],
    ['a system whose steady clock goes on, or a process that was stopped', true],
  ])('stands while the machine sleeps, on %s', (_, counted) => {
    const { machine, clock, pass } = clocks();
    pass(5_000);
    machine.sleep(600_000, counted);
    // A command may come before the next look.
    expect(clock.now()).toBe(START + 5_000);
    expect(pass(1_000)).toEqual([{ set: 0, stood: expect.closeTo(600_000, -4) }]);
    expect(clock.now() - START).toBeLessThanOrEqual(6_000);
    pass(1_000, false);
    expect(clock.now()).toBe(machine.wall());
  });

  it('tells a sleep from a clock that was set while it slept', () => {
    const { machine, pass } = clocks();
    pass(5_000);
    machine.sleep(600_000, false);
    machine.set(-60_000);
    expect(pass(1_000)).toEqual([{ set: -60_000, stood: 600_000 }]);
  });

  it('never goes back, and while exercises run never leaps, whatever is done to the machine', () => {
    const deed = fc.oneof(
      fc.record({ pass: fc.nat({ max: 5_000 }) }),
      fc.record({ set: fc.integer({ min: -(10 ** 8), max: 10 ** 8 }) }),
      fc.record({ sleep: fc.nat({ max: 10 ** 7 }), counted: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const { machine, clock, pass } = clocks();
        for (const d of deeds) {
          const before = clock.now();
          if ('pass' in d) pass(d.pass);
          else if ('set' in d) machine.set(d.set);
          else machine.sleep(d.sleep, d.counted);
          const passed = clock.now() - before;
          expect(passed).toBeGreaterThanOrEqual(0);
          expect(passed).toBeLessThan('pass' in d ? 5_001 : 10_000);
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
