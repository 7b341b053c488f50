import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bodyOf, chain, GENESIS } from '@entente/engine';
import { loadFolder, runPlay } from '@entente/scenario';
import { sqliteStore } from '@entente/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entente, workplace } from './testbench.ts';

const { folder, remove } = workplace();
afterAll(remove);
const say = (...args: string[]) => entente(args);
let hash = GENESIS;
let events = 0;

beforeAll(async () => {
  const { scenario, plays } = await loadFolder(join(folder, 'harbour'));
  if (!scenario || !plays[0]) throw new Error('the example is no good scenario');
  mkdirSync(join(folder, 'data'));
  const store = sqliteStore(join(folder, 'data/entente.db'));
  const records = runPlay(scenario, plays[0], { seed: 1 }).records.map((r) => {
    const body = bodyOf(r);
    hash = chain(hash, body);
    return { n: r.n, hash, body };
  });
  events = records.length;
  await store.create({ id: 'aaa', scenario: scenario.id, title: undefined, secret: 'x'.repeat(32), madeAt: 1 }, records);
  await store.close();
});

test('a backup is restored into a new folder, every event verified', async () => {
  const backup = await say('backup', 'b.db', '--data', 'data', '--json');
  expect(backup).toMatchObject({ code: 0, err: '' });
  const found = { ok: true, events, exercises: [{ id: 'aaa', events, hash }] };
  expect(JSON.parse(backup.out)).toMatchObject({ ...found, path: 'b.db' });
  const restored = await say('restore', 'b.db', '--data', 'again', '--json');
  expect(JSON.parse(restored.out)).toMatchObject({ ...found, path: 'again' });
  expect(await say('verify', 'again')).toMatchObject({ code: 0, out: expect.stringContaining(hash) });
});

test('nothing is overwritten: neither a backup nor data; exit code 1 says so', async () => {
  await say('backup', 'once.db', '--data', 'data');
  const [twice, over] = await Promise.all([say('backup', 'once.db', '--data', 'data'), say('restore', 'once.db', '--data', 'data')]);
  expect(twice).toMatchObject({ code: 1, out: '', err: expect.stringContaining('never written over') });
  expect(over).toMatchObject({ code: 1, out: '', err: expect.stringContaining('holds data already') });
});

test('what a newer version wrote is refused in one sentence', async () => {
  await say('backup', 'newer.db', '--data', 'data');
  const db = new DatabaseSync(join(folder, 'newer.db'));
  db.exec('PRAGMA user_version = 99');
  db.close();
  const refused = await say('restore', 'newer.db', '--data', 'newer', '--json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({
    ok: false,
    error: { code: 'unusable-data', message: expect.stringContaining('newer version') },
  });
  expect(existsSync(join(folder, 'newer/entente.db'))).toBe(false);
});

test('what is no data, and a restore without a folder, are refused', async () => {
  const [none, noFolder, korean] = await Promise.all([
    say('backup', 'x.db', '--data', 'nowhere'),
    say('restore', 'harbour/scenario.yaml'),
    say('restore', 'harbour/scenario.yaml', '--data', 'y', '--lang', 'ko'),
  ]);
  expect(none).toMatchObject({ code: 1, err: expect.stringContaining('nowhere') });
  expect(noFolder).toMatchObject({ code: 2, err: expect.stringContaining('--data') });
  expect(korean).toMatchObject({ code: 1, err: expect.stringContaining('자료') });
});
