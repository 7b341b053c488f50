import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../index.ts';
import { director, exercise, joined, type Player, serve } from '../test/server.ts';

let server: RunningServer;
let one: Player;
let id: string;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve({ url: 'http://exercise.example' }));
  const base = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  const made = await exercise(await director(server, base));
  id = made.id;
  one = await joined(server, made.links.get('seat:a-one'), 'First', base);
});
afterAll(() => end());
const from = (remoteAddress: string, headers: Record<string, string> = {}, url = '/metrics') =>
  server.app.inject({ url, remoteAddress, headers: { host: 'localhost', ...headers } });

describe('the figures', () => {
  it('are told to programs on this machine, without a word about one exercise', async () => {
    await one.command({ type: 'WriteNote', text: 'counted' });
    const { statusCode, body } = await from('127.0.0.1');
    expect(statusCode).toBe(200);
    expect(body).toMatch(/entente_command_seconds_count [1-9]/);
    expect(body).toMatch(/entente_exercises\{status="ready"\} 1/);
    expect(body).toMatch(/entente_feed_readers 0/);
    expect(body).toMatch(/entente_process_resident_memory_bytes \d+/);
    for (const hidden of [id, one.path.split('/')[2] as string, 'seat:', 'tiny']) expect(body).not.toContain(hidden);
  });

  it.each(['/metrics', '/healthz', '/readyz'])(
    'do not exist for anybody else, also not through a proxy on this machine: %s',
    async (url) => {
      for (const host of ['localhost', '127.0.0.1:4600', '[::1]:4600'])
        for (const near of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect((await from(near, { host }, url)).statusCode).toBe(200);
      const marks = [
        { 'x-forwarded-for': '10.0.0.7' },
        { 'x-forwarded-proto': 'https' },
        { 'x-real-ip': '10.0.0.7' },
        { 'x-client-ip': '10.0.0.7' },
        { forwarded: 'for=10.0.0.7' },
        { via: '1.1 proxy' },
        { host: 'exercise.example' },
        { host: '10.0.0.5:4600' },
      ] as Record<string, string>[];
      const answers = [await from('10.0.0.7', {}, url), ...(await Promise.all(marks.map((mark) => from('127.0.0.1', mark, url))))];
      for (const a of answers) expect([a.statusCode, a.json().code]).toEqual([404, 'unknown']);
    },
  );
});

it('is ready while it takes commands', async () => {
  expect(await (await one.fetch('/readyz')).json()).toEqual({ status: 'ready' });
});

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { summary?: string; requestBody?: unknown }>>;
}
describe('the description of the API', () => {
  it('names every route with a sentence, and no other', async () => {
    const { openapi, paths } = await one.json<OpenApi>('/api/docs/openapi.json');
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, ops]) =>
      Object.entries(ops).map(([m, o]) => [`${m.toUpperCase()} ${path}`, o.summary]),
    );
    expect(described.filter(([, summary]) => !summary)).toEqual([]);
    const routes = server.routes.filter((r) => r.path.includes('/api/') || /^\/(healthz|readyz|metrics)$/.test(r.path));
    const written = (path: string) => path.replace(/:(\w+)/g, '{$1}');
    expect(described.map(([route]) => route).sort()).toEqual(routes.map((r) => `${r.method} ${written(r.path)}`).sort());
  });

  it('comes from the schemas that check the input', async () => {
    const { paths } = await one.json<OpenApi>('/api/docs/openapi.json');
    expect(JSON.stringify(paths['/s/{door}/api/commands']?.post?.requestBody)).toContain('AcknowledgeInject');
    expect(JSON.stringify(paths['/api/exercises']?.post?.requestBody)).toContain('scenario');
  });

  it('is a page without a script, under the same policy as every other', async () => {
    const page = await one.fetch('/api/docs');
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(text).toContain('POST /s/{door}/api/commands');
    expect(text).not.toMatch(/<script|https?:\/\//);
  });
});
