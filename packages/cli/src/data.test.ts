import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bodyOf, chain, GENESIS } from '@entente/engine';
import { loadFolder, runPlay } from '@entente/scenario';
import { ownCertificate, sqliteStore } from '@entente/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entente, started, workplace } from './testbench.ts';

const { folder, remove } = workplace();
afterAll(remove);
const say = (...args: string[]) => entente(args);
let hash = '';
/** To start a server as a process costs seconds: here one of two, as the seed chooses. */
const LONG = process.env.ENTENTE_LONG === '1';
const SEED_IS_ODD = Number(process.env.ENTENTE_SEED) % 2 === 1;

beforeAll(async () => {
  const { scenario, plays } = await loadFolder(join(folder, 'harbour'));
  if (!scenario || !plays[0]) throw new Error('the example is no good scenario');
  mkdirSync(join(folder, 'data'));
  const store = sqliteStore(join(folder, 'data/entente.db'));
  for (const [id, seed] of [
    ['aaa', 1],
    ['bbb', 2],
  ] as const) {
    hash = GENESIS;
    const records = runPlay(scenario, plays[0], { seed }).records.map((r) => {
      const body = bodyOf(r);
      hash = chain(hash, body);
      return { n: r.n, hash, body };
    });
    await store.create({ id, scenario: scenario.id, title: undefined, secret: 'x'.repeat(32), madeAt: seed }, records);
  }
  await store.close();
});

describe('export', () => {
  test('writes the record of an exercise, which verify accepts', async () => {
    const written = await say('export', 'data', '--exercise', 'bbb', '--out', 'b.jsonl', '--json');
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(written.out)).toMatchObject({ ok: true, exercise: 'bbb', record: { hash, path: 'b.jsonl' } });
    if (process.platform !== 'win32') expect((statSync(join(folder, 'b.jsonl')).mode & 0o777).toString(8)).toBe('600');
    expect(await say('verify', 'b.jsonl')).toMatchObject({ code: 0, out: expect.stringContaining(hash) });
    const [plain, inPlace] = await Promise.all([
      say('export', 'data/entente.db', '--exercise', 'bbb'),
      say('verify', 'data', '--exercise', 'bbb'),
    ]);
    expect(plain.out).toBe(readFileSync(join(folder, 'b.jsonl'), 'utf8'));
    expect(inPlace).toMatchObject({ code: 0, out: expect.stringContaining(hash) });
  });

  test('of several exercises one has to be named, and they are listed', async () => {
    const [which, unknown] = await Promise.all([say('export', 'data'), say('export', 'data', '--exercise', 'zzz')]);
    expect(which).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/--exercise[\s\S]*aaa[\s\S]*bbb/) });
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('zzz') });
  });

  test('what is no data file is the input’s fault, and stays as it was', async () => {
    writeFileSync(join(folder, 'other.db'), 'something else');
    const [file, none] = await Promise.all([say('export', 'other.db', '--json', '--out', 'x.jsonl'), say('export', 'nowhere')]);
    expect(file).toMatchObject({ code: 1 });
    expect(JSON.parse(file.out)).toMatchObject({ ok: false, error: { code: 'no-data' } });
    expect(none.code).toBe(1);
    expect(readFileSync(join(folder, 'other.db'), 'utf8')).toBe('something else');
  });
});

describe('serve', () => {
  const running: ChildProcess[] = [];
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  async function serving(...args: string[]): Promise<{ child: ChildProcess; first: Record<string, string> }> {
    const child = started(folder, ['serve', '--port', '0', '--json', '--log', 'silent', ...args]);
    running.push(child);
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return { child, first: JSON.parse(line) };
  }

  test.runIf(LONG || !SEED_IS_ODD)('says where it is open, answers there, and stops in order when asked', async () => {
    const { child, first } = await serving('--data', 'fresh');
    expect(first).toMatchObject({
      ok: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      directorLink: expect.stringContaining('#director='),
      pid: child.pid,
    });
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('a port that is taken is the machine’s fault', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, err } = await say(...['serve', '--port', String(port), '--data', 'taken', '--log', 'silent']);
    other.close();
    expect(code).toBe(3);
    expect(err).toContain('another program listens there');
  });

  test.each([
    [['--port', '99999'], 2],
    [['--url', 'ftp://x'], 2],
    [['--url', 'http://x/path'], 2],
    [['--cert', 'c.pem'], 2],
    [['--self-signed', '--url', 'http://x'], 2],
    [['--cert', 'no.pem', '--key', 'no.pem'], 1],
    [['--cert', 'harbour/scenario.yaml', '--key', 'harbour/scenario.yaml'], 1],
    [['--scenarios', 'nowhere'], 1],
  ])('%s does not start', async (args, code) => {
    const done = await say('serve', '--data', 'none', '--log', 'silent', ...args);
    expect(done).toMatchObject({ code, out: '' });
    expect(done.err).not.toBe('');
  });
});

test.runIf(LONG || SEED_IS_ODD)('a certificate that has ended is named at the start with what to do; the server runs', async () => {
  await ownCertificate(join(folder, 'ended'), 'localhost', Date.now() - 3 * 365 * 24 * 3_600_000);
  const child = started(folder, ['serve', '--port', '0', '--data', 'ended', '--self-signed', '--log', 'silent']);
  const [line] = await once(createInterface({ input: child.stderr }), 'line');
  expect(line).toMatch(/The certificate ended on .*Delete .*tls-cert\.pem and .*tls-key\.pem/);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
