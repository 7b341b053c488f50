import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../test/server.ts';
import { backUp, restore } from './backup.ts';
import { closeFolder, makeFolder } from './folder.ts';
import { sqliteStore } from './sqlite.ts';
import { StoreUnusable } from './store.ts';

it('a data folder is made with those above it, and may be there already', () => {
  const root = mkdtempSync(join(tmpdir(), 'entente-folder-'));
  makeFolder(join(root, 'a', 'b', 'c'));
  makeFolder(join(root, 'a', 'b', 'c'));
  expect(existsSync(join(root, 'a', 'b', 'c'))).toBe(true);
  rmSync(root, { recursive: true });
});

it.runIf(existsSync('/proc/self'))('where no folder can be made, that is said at once', () => {
  expect(() => makeFolder('/proc/no-such-place/data')).toThrow();
});

describe.skipIf(process.platform === 'win32')('what a server keeps', () => {
  let root: string;
  const at = (...path: string[]) => join(root, ...path);
  const mode = (...path: string[]) => (statSync(at(...path)).mode & 0o7777).toString(8);
  const made = (name: string, rights: number) => {
    mkdirSync(at(name));
    chmodSync(at(name), rights);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'entente-rights-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is for nobody else, in a folder that was open and empty: the data, its log, the lock, the key', async () => {
    made('data', 0o755);
    const { end } = await serve({ dataDir: at('data'), selfSigned: true });
    expect(mode('data')).toBe('700');
    const files = readdirSync(at('data')).filter((name) => name !== 'tls-cert.pem');
    expect(files).toEqual(expect.arrayContaining(['entente.db', 'entente.db-wal', 'entente.db-shm', 'entente.lock', 'tls-key.pem']));
    for (const name of files) expect([name, mode('data', name)]).toEqual([name, '600']);
    await end();
  });

  it('is closed where an older version left it open', async () => {
    made('data', 0o755);
    sqliteStore(at('data', 'entente.db')).close();
    writeFileSync(at('data', 'entente.lock'), '');
    for (const name of ['entente.db', 'entente.lock']) chmodSync(at('data', name), 0o644);
    const { end } = await serve({ dataDir: at('data') });
    expect([mode('data'), mode('data', 'entente.db'), mode('data', 'entente.lock')]).toEqual(['700', '600', '600']);
    await end();
  });

  it('goes for nobody else into a backup and out of it', async () => {
    sqliteStore(at('live.db')).close();
    made('open', 0o755);
    await backUp(at('live.db'), at('open', 'copy.db'));
    expect([mode('open'), mode('open', 'copy.db')]).toEqual(['755', '600']);
    made('again', 0o755);
    await restore(at('open', 'copy.db'), at('again'));
    expect([mode('again'), mode('again', 'entente.db'), mode('again', 'entente.lock')]).toEqual(['700', '600', '600']);
  });

  it('does not go into a folder that is others’ too, which stays as it is; the refusal says what to do', async () => {
    made('home', 0o755);
    writeFileSync(at('home', 'letter.txt'), '');
    made('shared', 0o1777);
    for (const name of ['home', 'shared']) {
      const before = mode(name);
      expect(() => closeFolder(at(name))).toThrow(StoreUnusable);
      expect(() => closeFolder(at(name))).toThrow(`chmod 700 ${at(name)}`);
      await expect(serve({ dataDir: at(name) })).rejects.toThrow(StoreUnusable);
      await expect(restore(at('x.db'), at(name))).rejects.toThrow(StoreUnusable);
      expect(mode(name)).toBe(before);
    }
    chmodSync(at('home'), 0o700);
    closeFolder(at('home'));
    expect(readdirSync(at('home'))).toEqual(['letter.txt']);
  });

  it('leaves another program’s file as it is', () => {
    writeFileSync(at('other.db'), 'something else');
    chmodSync(at('other.db'), 0o644);
    expect(() => sqliteStore(at('other.db'))).toThrow(StoreUnusable);
    expect(mode('other.db')).toBe('644');
  });
});
