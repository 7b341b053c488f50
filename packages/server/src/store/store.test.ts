import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import { memoryStore } from './memory.ts';
import { sqliteStore } from './sqlite.ts';
import { StoreUnusable } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
let files = 0;
const fresh = () => join(folder, `${++files}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('memory', () => memoryStore());
storeContract('sqlite', () => sqliteStore(fresh()));

describe('the data file', () => {
  const row = { id: 'x1', scenario: 'tiny', title: 'Morning', secret: 's'.repeat(20), madeAt: 1 };

  it('holds everything when it is opened again', async () => {
    const path = fresh();
    const first = sqliteStore(path);
    await first.create(row, [{ n: 1, hash: 'h', body: '{}' }]);
    await first.putLink('x1', 'seat:a', 'l1');
    await first.close();
    const again = sqliteStore(path);
    expect(await again.exercises()).toEqual([row]);
    expect(await again.read('x1', 0, 10)).toEqual([{ n: 1, hash: 'h', body: '{}' }]);
    expect(await again.linkAt('l1')).toMatchObject({ viewer: 'seat:a' });
    await again.close();
  });

  it('of the first version is opened, and takes files from then on', async () => {
    const path = fresh();
    await sqliteStore(path).close();
    const db = new DatabaseSync(path);
    db.exec(
      'DROP TABLE bodies; DROP TABLE pieces; DROP TABLE uploads; DROP TABLE alive; DROP TABLE room; DROP TABLE summaries; PRAGMA user_version = 1',
    );
    db.close();
    const store = sqliteStore(path);
    await store.addPiece('b', 0, Uint8Array.of(1));
    expect(await store.upload('u')).toBeUndefined();
    await store.close();
    const again = new DatabaseSync(path);
    expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: 5 });
    again.close();
  });

  it('writes with full synchronisation and a write-ahead log', async () => {
    const path = fresh();
    await sqliteStore(path).close();
    const db = new DatabaseSync(path);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('is refused if a newer version wrote it, and says so', async () => {
    const path = fresh();
    await sqliteStore(path).close();
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => sqliteStore(path)).toThrow(StoreUnusable);
    expect(() => sqliteStore(path)).toThrow(/newer version/);
  });

  it('is refused if it is another program’s database, or no database', async () => {
    const other = fresh();
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE theirs (a)');
    db.close();
    expect(() => sqliteStore(other)).toThrow(/another program/);
    const text = fresh();
    writeFileSync(text, 'not a database at all, but long enough to be read as a header of one'.repeat(20));
    expect(() => sqliteStore(text)).toThrow(StoreUnusable);
  });

  it('tells each step of a commit, in order', async () => {
    const steps: string[] = [];
    const store = sqliteStore(fresh(), (step) => steps.push(step));
    await store.create(row, []);
    await store.append('x1', 0, { records: [{ n: 1, hash: 'h', body: '{}' }], receipts: [], seatings: [] });
    expect(steps).toEqual(['begun', 'inserted', 'committed']);
    await store.close();
  });

  it('takes nothing of a turn that is stopped half-way', async () => {
    const path = fresh();
    let fail = true;
    const store = sqliteStore(path, (step) => {
      if (step === 'inserted' && fail) throw new Error('stopped');
    });
    await store.create(row, []);
    await expect(store.append('x1', 0, { records: [{ n: 1, hash: 'h', body: '{}' }], receipts: [], seatings: [] })).rejects.toThrow(
      'stopped',
    );
    expect(await store.read('x1', 0, 10)).toEqual([]);
    fail = false;
    await store.append('x1', 0, { records: [{ n: 1, hash: 'h', body: '{}' }], receipts: [], seatings: [] });
    expect(await store.read('x1', 0, 10)).toHaveLength(1);
    await store.close();
  });
});
