import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, acknowledges, type Command } from '@entente/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import type { Randomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { DiskFault, type OnStep, PositionConflict, type Store } from '../store/store.ts';
import { parts } from '../test/parts.ts';
import { tiny } from '../test/tiny.ts';
import { Exercises } from './exercises.ts';
import type { LiveExercise } from './live.ts';
import { Unavailable } from './submission.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-live-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const START = 1_800_000_000_000;
let made = 0;
const counted: Randomness = {
  bytes: (count) => Uint8Array.from({ length: count }, (_, i) => (i * 7 + ++made) & 255),
  secret: () => 'a secret of the tests',
};

interface Room {
  clock: VirtualClock;
  store: Store;
  exercises: Exercises;
  live: LiveExercise;
}
async function room(store: Store = memoryStore(), onStep: OnStep = () => {}): Promise<Room> {
  const clock = new VirtualClock(START);
  const exercises = new Exercises(parts({ store, clock, onStep }), counted);
  return { clock, store, exercises, live: await exercises.create(tiny, undefined) };
}
const say = (text: string): Command => ({
  type: 'SendMessage',
  to: ['party:a'],
  text,
  purpose: 'inform',
  channel: 'message',
  label: 'TLP:GREEN',
});
/** Seats a person and gives a way to act for them. */
async function seated(live: LiveExercise, seat: string): Promise<(command: Command, id?: string) => Promise<Answer>> {
  let person: string | undefined;
  let count = 0;
  const act = (command: Command, id = `${seat}-${++count}`) =>
    live.submit({ seat, session: `s-${seat}`, hand: () => ({ person }), commandId: id, command });
  const answer = await act({ type: 'TakeSeat', name: 'Somebody' });
  if (answer.ok) person = answer.events[0];
  return act;
}
const texts = (live: LiveExercise) => [...live.world.messages.messages.values()].map((m) => m.text);
/** Lets everything that waits for the event loop happen. */
const settled = async () => {
  for (let i = 0; i < 5; i++) await new Promise((done) => setImmediate(done));
};

describe('one writer per exercise', () => {
  it('gives the same answer to a repeated command and does it once', async () => {
    const { live } = await room();
    const act = await seated(live, 'seat:a-one');
    const [first, second] = await Promise.all([act(say('once'), 'the-same'), act(say('once'), 'the-same')]);
    const third = await act(say('once'), 'the-same');
    expect([second, third]).toEqual([first, first]);
    expect(texts(live)).toEqual(['once']);
  });

  it('gives a repeated rejection again, although it would now be accepted', async () => {
    const { live } = await room();
    const control = await seated(live, 'control');
    expect(await control({ type: 'PauseClock' }, 'pause-1')).toMatchObject({ ok: false, rejection: { code: 'not-running' } });
    await control({ type: 'StartClock' });
    expect(await control({ type: 'PauseClock' }, 'pause-1')).toMatchObject({ ok: false, rejection: { code: 'not-running' } });
  });

  it('refuses another command under a used id', async () => {
    const { live } = await room();
    const act = await seated(live, 'seat:a-one');
    await act(say('once'), 'the-same');
    expect(await act(say('twice'), 'the-same')).toMatchObject({ ok: false, rejection: { code: 'id-used' } });
    expect(texts(live)).toEqual(['once']);
  });

  it('keeps 64 commands that arrive together in one commit, each answered, in order', async () => {
    const steps: string[] = [];
    const store = sqliteStore(join(folder, 'many.db'), (step) => steps.push(step));
    const { live } = await room(store, (step) => steps.push(step));
    const act = await seated(live, 'seat:a-one');
    await settled();
    steps.length = 0;
    const answers = await Promise.all(Array.from({ length: 64 }, (_, i) => act(say(`m${i}`))));
    expect(answers.every((a) => a.ok)).toBe(true);
    expect(texts(live)).toEqual(Array.from({ length: 64 }, (_, i) => `m${i}`));
    await settled();
    expect(steps).toEqual(['taken', 'decided', 'begun', 'inserted', 'committed', 'told']);
    expect(await store.read(live.row.id, 0, 10_000)).toHaveLength(live.feed.position);
    await store.close();
  });

  it('releases an inject once when two controllers press together', async () => {
    const { live } = await room();
    const lead = await seated(live, 'control');
    const party = await seated(live, 'control:b');
    await lead({ type: 'StartClock' });
    const inject = [...live.world.injects.rows].find(([, row]) => row.plan?.card.manual)?.[0] as string;
    const answers = await Promise.all([
      lead({ type: 'ReleaseInject', inject }),
      lead({ type: 'ReleaseInject', inject }),
      party({ type: 'ReleaseInject', inject }),
    ]);
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect([...live.world.injects.deliveries.values()].filter((d) => d.text === 'BETA-CANARY')).toHaveLength(1);
  });

  it('shows nothing before it is committed', async () => {
    const seen: [string, number][] = [];
    const at: { live?: LiveExercise } = {};
    const store = memoryStore((step) => at.live && seen.push([step, at.live.feed.position]));
    const { live } = await room(store);
    at.live = live;
    const before = live.feed.position;
    await seated(live, 'seat:a-one');
    expect(seen).toEqual([
      ['begun', before],
      ['inserted', before],
      ['committed', before],
    ]);
    expect(live.feed.position).toBeGreaterThan(before);
  });
});

/** A store whose next append fails, before or after it happened. */
function failing(how: { before?: Error; after?: Error }): Store & { fail: boolean } {
  const inner = memoryStore();
  return Object.assign(Object.create(inner) as Store, inner, {
    fail: false,
    async append(this: { fail: boolean }, ...args: Parameters<Store['append']>) {
      if (this.fail && how.before) throw how.before;
      await inner.append(...args);
      if (this.fail && how.after) throw how.after;
    },
  });
}

describe('when a commit fails', () => {
  it('does not know, says so, and keeps nothing; the repeat is done', async () => {
    const store = failing({ before: new Error('lost') });
    const { live } = await room(store);
    const act = await seated(live, 'seat:a-one');
    store.fail = true;
    await expect(act(say('hello'), 'm-1')).rejects.toMatchObject({ code: 'retry' });
    expect(texts(live)).toEqual([]);
    store.fail = false;
    expect(await act(say('hello'), 'm-1')).toMatchObject({ ok: true });
    expect(texts(live)).toEqual(['hello']);
  });

  it('answers from the receipts if it happened after all, and feeds it', async () => {
    const store = failing({ after: new Error('lost the answer') });
    const { live } = await room(store);
    const act = await seated(live, 'seat:a-one');
    store.fail = true;
    expect(await act(say('hello'), 'm-1')).toMatchObject({ ok: true });
    store.fail = false;
    expect(texts(live)).toEqual(['hello']);
    expect(live.feed.read('seat:a-one', 0, 100).events.at(-1)).toContain('hello');
    expect(await act(say('hello'), 'm-1')).toMatchObject({ ok: true });
    expect(texts(live)).toEqual(['hello']);
  });

  it('reads again what somebody else wrote', async () => {
    const store = memoryStore();
    const { live, exercises } = await room(store);
    const act = await seated(live, 'seat:a-one');
    await act(say('mine'));
    const other = new Exercises(parts({ store, clock: new VirtualClock(START) }), counted);
    const elsewhere = (await other.open(live.row.id)) as LiveExercise;
    const theirs = await seated(elsewhere, 'seat:a-two');
    await theirs(say('theirs'));
    await expect(act(say('late'), 'm-late')).rejects.toBeInstanceOf(Unavailable);
    expect(await act(say('late'), 'm-late')).toMatchObject({ ok: true });
    expect(texts(live)).toEqual(['mine', 'theirs', 'late']);
    expect(exercises.get(live.row.id)).toBe(live);
    expect(new PositionConflict('x').name).toBe('PositionConflict');
  });

  it('stops the exercise on a failing disk, and says so', async () => {
    const store = failing({ before: new DiskFault('full') });
    const { live } = await room(store);
    const act = await seated(live, 'seat:a-one');
    store.fail = true;
    await expect(act(say('hello'))).rejects.toMatchObject({ code: 'retry' });
    expect(live.status).toBe('stopped');
    store.fail = false;
    await expect(act(say('hello'))).rejects.toMatchObject({ code: 'stopped' });
  });
});

describe('time', () => {
  it('lets injects come when they are due, with one timer', async () => {
    const { live, clock } = await room();
    const control = await seated(live, 'control');
    await control({ type: 'StartClock' });
    clock.advance(59_000);
    await settled();
    expect(live.world.injects.deliveries.size).toBe(0);
    clock.advance(2_000);
    await settled();
    expect([...live.world.injects.deliveries.values()].map((d) => [d.text, d.at])).toEqual([['ALPHA-CANARY', 60_000]]);
    clock.advance(10 * 60_000);
    await settled();
    expect(live.world.injects.deliveries.size).toBe(2);
  });

  it('brings a running exercise back paused at the time it was last known to run, on the record', async () => {
    const store = memoryStore();
    const { live, clock } = await room(store);
    const control = await seated(live, 'control');
    await control({ type: 'StartClock' });
    clock.advance(94_000);
    await settled();
    const again = new Exercises(parts({ store, clock: new VirtualClock(START + 3_600_000) }), counted);
    await again.comeBack();
    const back = again.get(live.row.id) as LiveExercise;
    expect(back.status).toBe('paused');
    expect(back.clock().now).toBe(100_000);
    expect(back.world.clock.reading?.reason).toBe('restart');
    const [last] = await store.read(live.row.id, back.feed.position - 1, 1);
    expect(JSON.parse(last?.body ?? '{}').event).toMatchObject({
      type: 'ClockPaused',
      reason: 'restart',
    });
  });

  it('pauses at the present time when the server stops in good order, and takes nothing more', async () => {
    const { live, clock } = await room();
    const control = await seated(live, 'control');
    await control({ type: 'StartClock' });
    clock.advance(30_000);
    const last = control(say('the last word'));
    await live.stop();
    expect(await last).toMatchObject({ ok: true });
    expect(live.clock().now).toBe(30_000);
    expect(live.status).toBe('paused');
    await expect(control(say('too late'))).rejects.toMatchObject({ code: 'stopping' });
  });

  it('leaves a damaged record alone and opens the others', async () => {
    const store = memoryStore();
    const { live, exercises } = await room(store);
    const sound = await exercises.create(tiny, 'sound');
    const read = store.read.bind(store);
    store.read = async (id, after, limit) =>
      (await read(id, after, limit)).map((r) => (id === live.row.id && r.n === 2 ? { ...r, body: r.body.replace('Desk', 'Dusk') } : r));
    const again = new Exercises(parts({ store, clock: new VirtualClock(START) }), counted);
    await again.comeBack();
    expect([await again.open(live.row.id), (await again.open(sound.row.id))?.id]).toEqual([undefined, sound.row.id]);
    const told = (await again.told()).map(({ row, summary }) => [row.id, summary?.status]);
    expect(new Map(told as [string, string][])).toEqual(
      new Map([
        [sound.row.id, 'ready'],
        [live.row.id, undefined],
      ]),
    );
  });
});

describe('a correction that races an acknowledgement', () => {
  it('leaves nobody with a text acknowledged that they did not see, whichever comes first', async () => {
    const { live } = await room();
    const lead = await seated(live, 'control');
    const reader = await seated(live, 'seat:a-one');
    await lead({ type: 'StartClock' });
    await lead({ type: 'JumpClock', to: 60_000 });
    const [delivery] = [...live.world.injects.deliveries.values()];
    const inject = [...live.world.injects.rows].find(([, row]) => delivery && row.deliveries.has(delivery.id))?.[0];
    if (!delivery || inject === undefined) throw new Error('the first inject is delivered after a minute');
    const correct = (n: number) => lead({ type: 'CorrectInject', inject, title: 'For Alpha', text: `Text ${n}` });
    const acknowledge = (version: number) => reader({ type: 'AcknowledgeInject', delivery: delivery.id, version });
    const stands = () => acknowledges(live.world.injects.deliveries.get(delivery.id) ?? delivery, 'seat:a-one');

    // Both wait for the same commit; the acknowledgement came first: it holds for the text that stood, not for the new one.
    const [first, then] = await Promise.all([acknowledge(0), correct(1)]);
    expect([first.ok, then.ok, stands()]).toEqual([true, true, false]);
    // The correction came first: what the reader saw does not stand any more, and they are told so.
    const [before, late] = await Promise.all([correct(2), acknowledge(1)]);
    expect(before.ok).toBe(true);
    expect(late).toMatchObject({ ok: false, rejection: { code: 'corrected-meanwhile' } });
    expect(stands()).toBe(false);
    expect(await acknowledge(2)).toMatchObject({ ok: true });
    expect(stands()).toBe(true);
  });
});
