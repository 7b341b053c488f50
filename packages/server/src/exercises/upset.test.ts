import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type Command, commandSchema, scenarioSchema } from '@entente/engine';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { SteadyClock } from '../clock.ts';
import type { Randomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { sqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { TestMachine } from '../test/machine.ts';
import { parts } from '../test/parts.ts';
import { tinyInput } from '../test/tiny.ts';
import { Exercises } from './exercises.ts';
import type { LiveExercise } from './live.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-upset-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const START = 1_800_000_000_000;
const SECOND = 1_000;
const MINUTE = 60_000;
const seed = Number(process.env.ENTENTE_SEED);
const RUNS = Number(process.env.ENTENTE_RUNS ?? 50);
const scenario = scenarioSchema.parse({ ...tinyInput, duration: 'PT12H' });

/** Lets everything that waits for the event loop happen. */
const settled = async () => {
  for (let i = 0; i < 6; i++) await new Promise((done) => setImmediate(done));
};

/** A server on a machine of its own; `again`: another start on what the store holds. */
function start(store: Store, at = START) {
  let made = 0;
  const counted: Randomness = {
    bytes: (count) => Uint8Array.from({ length: count }, (_, i) => (i * 7 + ++made) & 255),
    secret: () => 'a secret of the tests',
  };
  const machine = new TestMachine(at);
  const exercises = new Exercises(parts({ store, clock: new SteadyClock(machine) }), counted);
  /** Time passes, and the server does what it has to in each piece of it. */
  const pass = async (ms: number, piece = SECOND) => {
    for (let left = ms; left > 0; left -= piece) {
      machine.advance(Math.min(left, piece));
      await settled();
    }
  };
  return { machine, exercises, pass };
}
type Act = (command: Command) => Promise<Answer>;
/** `start`: which start of the server this is; ids are used once. */
async function seated(live: LiveExercise, seat: string, start = 1): Promise<Act> {
  let person: string | undefined;
  let count = 0;
  const act: Act = (command) =>
    live.submit({
      seat,
      session: `s-${seat}`,
      hand: () => ({ person }),
      commandId: `${seat}-${start}-${++count}`,
      command: commandSchema.parse(command),
    });
  const answer = await act({ type: 'TakeSeat', name: 'Somebody' });
  if (answer.ok) person = answer.events[0];
  return act;
}
const note = (text: string): Command => ({ type: 'WriteNote', text }) as Command;
const shown = (live: LiveExercise, viewer: string): number => live.feed.clock(viewer).now;

describe('when the machine’s clock is set', () => {
  it.each([-MINUTE, MINUTE, -3 * 3_600_000])('by %i ms, the exercise goes on as if nothing were, and lead control is told', async (by) => {
    const plays = [0, by].map(async (set) => {
      const { machine, exercises, pass } = start(memoryStore());
      const live = await exercises.create(scenario, undefined);
      const control = await seated(live, 'control');
      const beta = await seated(live, 'seat:b-one');
      await control({ type: 'StartClock' });
      await pass(40 * SECOND);
      // Something that Alpha must not learn of: a clock that fell back to it would tell.
      await beta(note('hidden'));
      await pass(15 * SECOND);
      machine.set(set);
      const told: string[] = [];
      let before = 0;
      for (let i = 0; i < 30; i++) {
        const { now } = live.feed.clock('seat:a-one');
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
        told.push(
          JSON.stringify([live.feed.clock('seat:a-one'), live.feed.read('seat:a-one', 0, 100).events, live.feed.clock('control:a')]),
        );
        await pass(SECOND);
      }
      expect(shown(live, 'seat:a-one')).toBe(85 * SECOND);
      expect([...live.world.injects.deliveries.values()].map((d) => d.at)).toEqual([MINUTE]);
      expect(live.feed.clock('control').set).toBe(set === 0 ? undefined : set);
      await pass(11 * MINUTE);
      expect(live.feed.clock('control').set).toBeUndefined();
      return told.join('\n');
    });
    const [untouched, touched] = await Promise.all(plays);
    // Byte by byte; neither is worth printing.
    expect(touched === untouched).toBe(true);
  });

  it('while the server is down, to before what the record knows, the exercise goes on all the same', async () => {
    const store = memoryStore();
    const first = start(store);
    const live = await first.exercises.create(scenario, undefined);
    await (await seated(live, 'control'))({ type: 'StartClock' });
    await first.pass(25 * SECOND);
    const again = start(store, START - 3_600_000);
    await again.exercises.comeBack();
    const back = again.exercises.get(live.id) as LiveExercise;
    expect([back.status, shown(back, 'public')]).toEqual(['paused', 30 * SECOND]);
    const control = await seated(back, 'control', 2);
    await control({ type: 'StartClock' });
    await again.pass(35 * SECOND);
    expect(shown(back, 'public')).toBe(65 * SECOND);
    expect([...back.world.injects.deliveries.values()].map((d) => d.at)).toEqual([MINUTE]);
  });
});

describe('when the machine sleeps, or the server is stopped for a while', () => {
  it.each([true, false])('the exercise stands paused where people saw it, and no deadline has passed (counted: %s)', async (counted) => {
    const { machine, exercises, pass } = start(memoryStore());
    const live = await exercises.create(scenario, undefined);
    const control = await seated(live, 'control');
    const alpha = await seated(live, 'seat:a-one');
    await control({ type: 'StartClock' });
    await pass(55 * SECOND);
    machine.sleep(10 * MINUTE, counted);
    // Sent while nobody listened: it is taken when it was sent, not ten minutes later.
    await alpha(note('while it slept'));
    await pass(2 * SECOND);
    expect(live.world.clock.reading).toMatchObject({ status: 'paused', reason: 'standstill', at: MINUTE });
    expect(live.world.injects.deliveries.size).toBe(0);
    await control({ type: 'StartClock' });
    await pass(2 * SECOND);
    expect([...live.world.injects.deliveries.values()].map((d) => d.at)).toEqual([MINUTE]);
    // What is on the record from now on carries the time on the wall of the room.
    expect(live.clock().wall).toBe(machine.wall());
  });

  it('shorter than ten seconds is no outage', async () => {
    const { machine, exercises, pass } = start(memoryStore());
    const live = await exercises.create(scenario, undefined);
    await (await seated(live, 'control'))({ type: 'StartClock' });
    await pass(30 * SECOND);
    machine.sleep(8 * SECOND, true);
    await pass(SECOND);
    expect([live.status, shown(live, 'public')]).toEqual(['running', 39 * SECOND]);
  });
});

describe('when the server is killed', () => {
  let files = 0;
  const kill = fc.record({
    rate: fc.constantFrom(0.5, 1, 10, 120),
    at: fc.nat({ max: 100_000 }),
    hidden: fc.array(fc.nat({ max: 100_000 }), { maxLength: 3 }),
  });

  it('at any moment and rate, comes back within ten seconds after what people saw, never before, whatever happened unseen', async () => {
    await fc.assert(
      fc.asyncProperty(kill, async ({ rate, at, hidden }) => {
        const stands: number[] = [];
        for (const acts of [hidden, []]) {
          const path = join(folder, `${++files}.db`);
          const store = sqliteStore(path);
          const { exercises, pass } = start(store);
          const live = await exercises.create(scenario, undefined);
          const control = await seated(live, 'control');
          const beta = await seated(live, 'seat:b-one');
          await control({ type: 'SetRate', rate });
          await control({ type: 'StartClock' });
          let seen = 0;
          let wall = 0;
          // The timer is exact here: in small pieces of time, so that each has what it brings.
          const piece = Math.max(50, 1_000 / rate);
          for (const stop of [...acts.map((h) => (h % (at + 1)) / rate), at / rate].sort((a, b) => a - b)) {
            await pass(Math.max(0, Math.round(stop) - wall), piece);
            wall = Math.max(wall, Math.round(stop));
            seen = Math.max(seen, shown(live, 'seat:a-one'));
            if (stop < at / rate) await beta(note('hidden'));
          }
          await store.close();
          const opened = sqliteStore(path);
          const again = start(opened, START + 3_600_000);
          await again.exercises.comeBack();
          const back = again.exercises.get(live.id) as LiveExercise;
          const stood = shown(back, 'seat:a-one');
          expect([back.status, stood % (10 * SECOND)]).toEqual(['paused', 0]);
          expect(stood).toBeGreaterThanOrEqual(seen);
          expect(stood - seen).toBeLessThan(10 * SECOND);
          stands.push(stood);
          await again.exercises.stop();
          opened.close();
        }
        expect(stands[0]).toBe(stands[1]);
      }),
      { seed, numRuns: Math.ceil(RUNS / 5) },
    );
  }, 300_000);

  it('after hours at ×120 as well', async () => {
    const store = memoryStore();
    const { exercises, pass } = start(store);
    const live = await exercises.create(scenario, undefined);
    const control = await seated(live, 'control');
    await control({ type: 'SetRate', rate: 120 });
    await control({ type: 'StartClock' });
    await pass(62 * SECOND, 20);
    const seen = shown(live, 'public');
    const again = start(store, START + 3_600_000);
    await again.exercises.comeBack();
    const stood = shown(again.exercises.get(live.id) as LiveExercise, 'public');
    expect(seen).toBe(62 * 120 * SECOND);
    expect(stood - seen).toBeLessThan(10 * SECOND);
    expect(stood).toBeGreaterThanOrEqual(seen);
  });

  it('takes the answer that was in time when it was killed, refuses what was late, as one that was never killed', async () => {
    const verdicts: unknown[] = [];
    for (const killed of [false, true]) {
      const path = join(folder, `${++files}.db`);
      let store = sqliteStore(path);
      let server = start(store);
      let live = await server.exercises.create(scenario, undefined);
      const id = live.id;
      const sit = async (start: number) => ({
        control: await seated(live, 'control', start),
        asker: await seated(live, 'seat:b-one', start),
        alpha: await seated(live, 'seat:a-one', start),
      });
      let people = await sit(1);
      await people.control({ type: 'StartClock' });
      for (const due of [40, 55]) await people.asker({ type: 'RequestItem', to: 'party:a', text: 'What is it?', due: due * SECOND });
      await server.pass(54 * SECOND);
      if (killed) {
        await store.close();
        store = sqliteStore(path);
        server = start(store, START + 3_600_000);
        await server.exercises.comeBack();
        live = server.exercises.get(id) as LiveExercise;
        people = await sit(2);
      } else await server.pass(6 * SECOND);
      expect(shown(live, 'public')).toBe(MINUTE);
      const requests = [...live.world.sharing.requests.values()];
      for (const r of requests) await people.alpha({ type: 'DecideRequest', request: r.id, decision: 'refuse', tell: false });
      if (killed) await people.control({ type: 'StartClock' });
      await server.pass(5 * SECOND);
      verdicts.push([...live.world.sharing.requests.values()].map((r) => [r.overdue?.at, r.decided?.at, r.decided?.decision]));
      await server.exercises.stop();
      await store.close();
    }
    expect(verdicts[1]).toEqual(verdicts[0]);
    expect(verdicts[0]).toEqual([
      [40_001, MINUTE, 'refuse'],
      [undefined, MINUTE, 'refuse'],
    ]);
  });
});
