import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it, vi } from 'vitest';
import { VirtualClock } from '../clock.ts';
import { director, exercise, joined, serve } from '../test/server.ts';
import { FeedLine } from '../test/socket.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-disk-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** SQLite's own limit stands in for a full disk: it fails in the same place with the same code. */
function limitOf(db: DatabaseSync, pages: number): void {
  db.exec(`PRAGMA max_page_count = ${pages}`);
}

it('a full disk stops the exercise, which says so everywhere, loses nothing acknowledged, and goes on paused when there is room', async () => {
  let db: DatabaseSync | undefined;
  const prepare = DatabaseSync.prototype.prepare;
  vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, ...asked) {
    if (asked[0].startsWith('INSERT INTO records')) db = this;
    return prepare.apply(this, asked);
  });
  const clock = new VirtualClock(1_800_000_000_000);
  const { server, end } = await serve({ clock, dataDir: folder });
  const { id, links } = await exercise(await director(server));
  const control = await joined(server, links.get('control'), 'Lead');
  const one = await joined(server, links.get('seat:a-one'), 'First');
  await control.command({ type: 'StartClock' });
  const line = await (await FeedLine.open(one)).beaten();
  const health = async () => (await one.json<{ status: string }>('/healthz')).status;
  expect(await health()).toBe('ok');
  clock.advance(20_000);

  /** Time passes, and what it brought about is done. */
  const passed = async (ms: number) => {
    clock.advance(ms);
    for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
  };
  const full = db as DatabaseSync;
  limitOf(full, Number(full.prepare('PRAGMA page_count').get()?.page_count) + 8);
  const note = (i: number) => ({ type: 'WriteNote', text: `${i} ${'x'.repeat(2_000)}` });
  const acknowledged: number[] = [];
  let refusal: Response | undefined;
  for (let i = 0; refusal === undefined; i++) {
    const answer = await one.command(note(i), `disk-note-${i}`);
    if (answer.status === 200) acknowledged.push(i);
    else refusal = answer;
  }
  expect(acknowledged.length).toBeGreaterThan(2);
  expect(refusal.status).toBe(503);
  const next = await one.command(note(999), 'disk-note-next');
  expect([next.status, await next.json()]).toEqual([503, expect.objectContaining({ code: 'stopped' })]);
  clock.advance(50);
  await line.until((l) => l.notices.some((n) => n.stopped?.stopped === true));
  expect(await one.json(one.api('/feed'))).toMatchObject({ stopped: true });
  expect([await health(), server.exercise(id)?.status]).toEqual(['degraded', 'stopped']);

  // Still no room: it stays stopped, however often it is tried.
  for (let i = 0; i < 5; i++) await passed(3_000);
  expect(server.exercise(id)?.status).toBe('stopped');

  limitOf(full, 1_000_000);
  await passed(3_000);
  await passed(50);
  await line.until((l) => l.notices.some((n) => n.stopped?.stopped === false));
  expect([await health(), server.exercise(id)?.status]).toEqual(['ok', 'paused']);
  const kept = (await one.events()).filter((e) => e.event.type === 'NoteWritten').map((e) => Number.parseInt(String(e.event.text), 10));
  expect(kept).toEqual(acknowledged);
  // The time that passed meanwhile did not pass in the exercise.
  expect(server.exercise(id)?.clock().now).toBe(20_000);
  expect((await one.command(note(999), 'disk-note-next')).status).toBe(200);
  expect((await control.command({ type: 'StartClock' })).status).toBe(200);
  line.close();
  await end();
});
