import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** The portable archive as a machine meets it on which nothing is installed: no PATH, no environment at all. */
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'entente-archive-'));
let home = '';
let server: ChildProcess | undefined;
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
const entente = (...args: string[]) => spawnSync(join(home, 'entente'), args, { cwd: folder, env: {}, encoding: 'utf8' });

beforeAll(() => {
  const made = spawnSync(process.execPath, [join(root, 'tools/archive.ts'), folder, '--quick'], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  const [archive] = readdirSync(folder).filter((f) => f.endsWith('.tar.gz'));
  expect(spawnSync('tar', ['-xzf', archive as string], { cwd: folder }).status).toBe(0);
  home = join(folder, (archive as string).replace('.tar.gz', ''));
});

it('plays a scenario and verifies what it wrote', () => {
  const [scenario] = readdirSync(join(home, 'scenarios')).sort();
  const played = entente('play', join(home, 'scenarios', scenario as string), '--out', 'out', '--json');
  expect(played.status, played.stderr).toBe(0);
  const { record } = JSON.parse(played.stdout) as { record: { hash: string; events: number } };
  expect(JSON.parse(entente('verify', 'out/record.jsonl', '--json').stdout)).toMatchObject({
    ok: true,
    record: { hash: record.hash, events: record.events },
  });
});

it('serves lobby, scenarios and web app, and is backed up while it does', async () => {
  server = spawn(join(home, 'entente'), ['serve', '--port', '0', '--json', '--data', 'data'], { cwd: folder, env: {} });
  const [line] = (await once(createInterface({ input: server.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  const { url, directorLink } = JSON.parse(line) as { url: string; directorLink: string };
  const page = await (await fetch(url)).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
  expect((await fetch(url + script)).headers.get('content-type')).toMatch(/javascript/);
  const entered = await fetch(`${url}/api/director`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: directorLink.split('=')[1] }),
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] as string;
  const lobby = (await (await fetch(`${url}/api/lobby`, { headers: { cookie } })).json()) as {
    scenarios: { id: string; problems: unknown[] }[];
  };
  expect(lobby.scenarios.map((s) => s.id).sort()).toEqual(readdirSync(join(home, 'scenarios')).sort());
  expect(JSON.parse(entente('backup', 'copy.db', '--data', 'data', '--json').stdout)).toMatchObject({ ok: true });
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

it('makes a certificate of its own', async () => {
  server = spawn(join(home, 'entente'), ['serve', '--port', '0', '--json', '--data', 'tls', '--self-signed'], { cwd: folder, env: {} });
  const [line] = (await once(createInterface({ input: server.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  expect(JSON.parse(line)).toMatchObject({
    url: expect.stringMatching(/^https:/),
    fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}/),
  });
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});
