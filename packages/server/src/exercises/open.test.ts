import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { systemRandomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { DiskFault, type Store } from '../store/store.ts';
import { Gate } from '../test/gated-store.ts';
import { parts } from '../test/parts.ts';
import { director, exercise, joined, serve } from '../test/server.ts';
import { tiny } from '../test/tiny.ts';
import { Exercises } from './exercises.ts';
import type { LiveExercise } from './live.ts';

const START = 1_800_000_000_000;
const MINUTE = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'entente-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const settled = async () => {
  for (let i = 0; i < 10; i++) await new Promise((done) => setImmediate(done));
};
function house(store: Store, clock = new VirtualClock(START)) {
  const reads: string[] = [];
  const watched: Store = {
    ...store,
    read(id, after, limit) {
      if (after === 0) reads.push(id);
      return store.read(id, after, limit);
    },
  };
  const exercises = new Exercises(parts({ store: watched, clock }), systemRandomness);
  const passed = async (ms: number) => {
    for (let gone = 0; gone < ms; gone += MINUTE) {
      clock.advance(MINUTE);
      await settled();
    }
  };
  return { exercises, clock, reads, passed };
}
const command = (live: LiveExercise, type: 'StartClock' | 'PauseClock' | 'EndExercise') => {
  const person = [...live.world.seats.people.keys()][0];
  return live.submit({ seat: 'control', session: 's', hand: () => ({ person }), commandId: `${type}-1`, command: { type } });
};
const seated = (live: LiveExercise) =>
  live.submit({
    seat: 'control',
    session: 's',
    hand: () => ({ person: undefined }),
    commandId: 'take-1',
    command: { type: 'TakeSeat', name: 'Lead' },
  });

describe('at the start', () => {
  it('what runs is opened, and nothing else is read; the lobby is told of all of them', async () => {
    const store = memoryStore();
    const first = house(store);
    const [draft, running, ended] = await Promise.all(['draft', 'running', 'ended'].map((title) => first.exercises.create(tiny, title)));
    for (const live of [running, ended]) await seated(live as LiveExercise);
    await command(running as LiveExercise, 'StartClock');
    await command(ended as LiveExercise, 'StartClock');
    await command(ended as LiveExercise, 'EndExercise');

    const again = house(store, new VirtualClock(START + MINUTE));
    await again.exercises.comeBack();
    expect(again.exercises.all().map((live) => live.row.title)).toEqual(['running']);
    expect(new Set(again.reads)).toEqual(new Set([running?.id]));
    const told = (await again.exercises.told()).map(({ row, summary, live }) => [row.title, summary?.status, live !== undefined]);
    expect(told.sort()).toEqual([
      ['draft', 'ready', false],
      ['ended', 'ended', false],
      ['running', 'paused', true],
    ]);
    expect((await again.exercises.open(draft?.id ?? ''))?.status).toBe('ready');
    expect(await again.exercises.open('no such exercise')).toBeUndefined();
  });

  it('what the disk does not give keeps nothing else from coming back, and comes back paused when somebody asks for it', async () => {
    const store = memoryStore();
    const first = house(store);
    const made = await Promise.all(['lost', 'found'].map((title) => first.exercises.create(tiny, title)));
    for (const live of made) {
      await seated(live);
      await command(live, 'StartClock');
    }
    const [lost, found] = made.map(({ id }) => id) as [string, string];
    let failing = true;
    const read: Store['read'] = (id, ...asked) =>
      failing && id === lost ? Promise.reject(new DiskFault('no answer')) : store.read(id, ...asked);
    const again = house({ ...store, read }, new VirtualClock(START + MINUTE));
    await again.exercises.comeBack();
    expect(again.exercises.all().map(({ id, status }) => [id, status])).toEqual([[found, 'paused']]);
    failing = false;
    expect((await again.exercises.open(lost))?.status).toBe('paused');
  });

  it('a summary that is not of the last event is not believed: the exercise is opened once, and it is written', async () => {
    const store = memoryStore();
    const { id } = await house(store).exercises.create(tiny, 'of an older program');
    await store.putSummary(id, 1, '{"status":"running"}');
    const again = house(store);
    await again.exercises.comeBack();
    expect(again.exercises.all()).toEqual([]);
    expect(JSON.parse((await store.listed())[0]?.summary ?? '{}')).toMatchObject({
      status: 'ready',
      title: 'of an older program',
      seatsOf: 3,
    });
    const third = house(store);
    await third.exercises.comeBack();
    expect(third.reads).toEqual([]);
  });
});

describe('an exercise that nobody has asked for a while', () => {
  it('is closed, and opened anew for whoever asks; a reader, a running clock or a question keep it open', async () => {
    const { exercises, passed } = house(memoryStore());
    const live = await exercises.create(tiny, 'quiet');
    await passed(8 * MINUTE);
    expect(exercises.get(live.id)).toBe(live);
    await passed(8 * MINUTE);
    expect(exercises.all()).toEqual([live]);
    const reading = live.feed.listen(
      { session: 's', viewer: 'public', person: undefined },
      0,
      () => {},
      () => {},
    );
    await passed(20 * MINUTE);
    expect(exercises.all()).toEqual([live]);
    reading.leave();
    await passed(2 * MINUTE);
    expect(exercises.all()).toEqual([]);

    await expect(seated(live)).rejects.toMatchObject({ code: 'retry' });
    const anew = (await exercises.open(live.id)) as LiveExercise;
    expect(await seated(anew)).toMatchObject({ ok: true });
    await command(anew, 'StartClock');
    await passed(30 * MINUTE);
    expect(exercises.all()).toEqual([anew]);
    await command(anew, 'PauseClock');
    await passed(15 * MINUTE);
    expect(exercises.all()).toEqual([]);
  });

  it('is kept open by a request at its door for as long as it is under way', async () => {
    const clock = new VirtualClock(START);
    const gate = new Gate(memoryStore());
    const { server, end } = await serve({ clock, store: gate.store });
    const { id, links } = await exercise(await director(server));
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const passed = async () => {
      for (let i = 0; i < 15; i++) {
        clock.advance(MINUTE);
        await settled();
      }
    };
    gate.close('keepUpload');
    const upload = one.fetch(one.api('/attachments?name=a.txt'), { method: 'POST', body: 'x' });
    const { go } = await gate.next('keepUpload');
    await passed();
    gate.open();
    go();
    expect((await upload).status).toBe(201);
    await settled();
    await passed();
    expect(server.exercise(id)).toBeUndefined();
    await end();
  });

  it('is asked for again when the disk could not be read just then, and is not taken for damaged', async () => {
    let failing = false;
    const store = memoryStore();
    const { exercises, passed } = house({
      ...store,
      read: (...asked) => (failing ? Promise.reject(new DiskFault('no answer')) : store.read(...asked)),
    });
    const { id } = await exercises.create(tiny, 'quiet');
    await passed(15 * MINUTE);
    failing = true;
    await expect(exercises.open(id)).rejects.toBeInstanceOf(DiskFault);
    failing = false;
    expect((await exercises.open(id))?.status).toBe('ready');
  });

  it('is opened by a request at its door, and not by a stranger’s', async () => {
    const clock = new VirtualClock(START);
    const { server, end } = await serve({ clock });
    const lobby = await director(server);
    const { id, links } = await exercise(lobby);
    const one = await joined(server, links.get('seat:a-one'), 'First');
    const passed = async () => {
      for (let i = 0; i < 15; i++) {
        clock.advance(MINUTE);
        await settled();
      }
    };
    await passed();
    const listed = await lobby.json<{ exercises: object[] }>('/api/lobby');
    expect(listed.exercises).toMatchObject([{ id, status: 'ready', seatsIn: 1, hand: { count: 1, overdue: 0 } }]);
    const stranger = await fetch(server.url + one.api('/me'), { headers: { cookie: 'entente_seat=nobody' } });
    expect([stranger.status, server.exercise(id)]).toEqual([401, undefined]);
    expect((await one.events()).length).toBeGreaterThan(0);
    expect(server.exercise(id)?.status).toBe('ready');
    await end();
  });
});

it('a data file of the version before is read: summaries are written once, and running exercises come back paused', async () => {
  const path = join(folder, 'entente.db');
  copyFileSync(join(import.meta.dirname, '../../fixtures/data-4/entente.db'), path);
  expect(new DatabaseSync(path, { readOnly: true }).prepare('PRAGMA user_version').get()).toEqual({ user_version: 4 });
  for (const opened of [1, 0]) {
    const store = sqliteStore(path);
    const { exercises, reads } = house(store);
    await exercises.comeBack();
    expect(new Set(reads).size).toBe(opened);
    expect((await exercises.told()).map(({ summary }) => [summary?.status, summary?.seatsIn])).toEqual([['paused', 2]]);
    await exercises.stop();
    await store.close();
  }
});
