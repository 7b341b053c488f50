import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { director, exercise, joined, serve } from '../test/server.ts';
import { backUp, restore } from './backup.ts';
import { sqliteStore } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...path: string[]) => join(folder, ...path);

describe('a backup', () => {
  it('taken under load is restored, verified, and equal to the record up to its last position', async () => {
    const first = await serve({ dataDir: at('live') });
    const { id, links } = await exercise(await director(first.server));
    const control = await joined(first.server, links.get('control'), 'Lead');
    const one = await joined(first.server, links.get('seat:a-one'), 'First');
    await control.command({ type: 'StartClock' });
    let going = true;
    let acknowledged = 0;
    const load = (async () => {
      while (going) {
        const answers = await Promise.all(
          Array.from({ length: 16 }, () => one.command({ type: 'WriteNote', text: `a note ${'x'.repeat(500)}` })),
        );
        acknowledged += answers.filter((a) => a.status === 200).length;
      }
    })();
    while (acknowledged < 100) await new Promise((done) => setImmediate(done));
    const before = acknowledged;
    const pages: number[] = [];
    const kept = await backUp(at('live', 'entente.db'), at('backup.db'), (done) => pages.push(done));
    const running = first.server.exercise(id)?.feed.position as number;
    going = false;
    await load;
    const { store } = first.server.exercise(id) ?? {};
    const live = (await store?.read(id, 0, 1_000_000)) ?? [];
    expect(acknowledged).toBeGreaterThan(before);
    expect(kept).toEqual([{ id, scenario: 'tiny', events: expect.any(Number), hash: expect.any(String) }]);
    const events = kept[0]?.events as number;
    expect(events).toBeGreaterThan(before);
    expect(events).toBeLessThanOrEqual(running);
    expect(pages.length).toBeGreaterThan(0);

    expect(await restore(at('backup.db'), at('again'))).toEqual(kept);
    const copy = sqliteStore(at('again', 'entente.db'));
    const restored = await copy.read(id, 0, 1_000_000);
    await copy.close();
    expect(restored).toEqual(live.slice(0, events));
    expect(restored.at(-1)?.hash).toBe(kept[0]?.hash);
    await first.end();

    const second = await serve({ dataDir: at('again') });
    expect(second.server.exercise(id)?.status).toBe('paused');
    expect(second.server.exercise(id)?.feed.position).toBeGreaterThanOrEqual(events);
    await second.end();
  });

  it('of a folder where no server runs holds what is in the log beside the data file', async () => {
    const store = sqliteStore(at('quiet.db'));
    await store.create({ id: 'x1', scenario: 'tiny', title: undefined, secret: 's', madeAt: 1 }, []);
    await store.putLink('x1', 'seat:a', 'l1');
    // As a killed server leaves them: nothing was moved out of the log.
    for (const end of ['', '-wal']) copyFileSync(at(`quiet.db${end}`), at(`killed.db${end}`));
    await store.close();
    expect(await backUp(at('killed.db'), at('killed-backup.db'))).toMatchObject([{ id: 'x1', scenario: 'tiny', events: 0 }]);
  });

  it('is one file, for its owner only, and never takes the place of another', async () => {
    sqliteStore(at('one.db')).close();
    await backUp(at('one.db'), at('alone', 'backup.db'));
    expect(readdirSync(at('alone'))).toEqual(['backup.db']);
    await expect(backUp(at('one.db'), at('alone', 'backup.db'))).rejects.toThrow(/never written over/);
  });

  it('of something else is refused, and leaves nothing behind', async () => {
    writeFileSync(at('text.db'), 'no database at all, but long enough to be taken for the header of one'.repeat(20));
    const other = new DatabaseSync(at('other.db'));
    other.exec('CREATE TABLE theirs (a)');
    other.close();
    for (const name of ['text.db', 'other.db', 'none.db']) await expect(backUp(at(name), at('out', 'b.db')), name).rejects.toThrow();
    expect(readdirSync(at('out'))).toEqual([]);
    expect(existsSync(at('none.db'))).toBe(false);
  });
});

describe('a restore', () => {
  it('never writes into a folder that holds data', async () => {
    sqliteStore(at('r.db')).close();
    await backUp(at('r.db'), at('r-backup.db'));
    await restore(at('r-backup.db'), at('full'));
    const bytes = readFileSync(at('full', 'entente.db'));
    await expect(restore(at('r-backup.db'), at('full'))).rejects.toThrow(/holds data already/);
    expect(readFileSync(at('full', 'entente.db')).equals(bytes)).toBe(true);
  });

  it('refuses what a newer version wrote, in a clear sentence', async () => {
    sqliteStore(at('newer.db')).close();
    const db = new DatabaseSync(at('newer.db'));
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(restore(at('newer.db'), at('newer'))).rejects.toThrow(/written by a newer version \(data version 99/);
    await expect(backUp(at('newer.db'), at('newer-backup.db'))).rejects.toThrow(/newer version/);
    expect(existsSync(at('newer', 'entente.db'))).toBe(false);
  });

  it('refuses a record in which one byte was changed, and says from which event on', async () => {
    const first = await serve({ dataDir: at('changed') });
    const { id } = await exercise(await director(first.server));
    await first.end();
    const db = new DatabaseSync(at('changed', 'entente.db'));
    db.prepare("UPDATE records SET body = replace(body, 'Alpha', 'Alpho') WHERE exercise = ?").run(id);
    db.close();
    await expect(restore(at('changed', 'entente.db'), at('changed-again'))).rejects.toThrow(/damaged from event \d+ on/);
    expect(existsSync(at('changed-again', 'entente.db'))).toBe(false);
  });
});
