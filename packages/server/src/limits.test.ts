import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandSchema } from '@entente/engine';
import { expect, it } from 'vitest';
import { MAX_EVENTS } from '../../documents/src/msel/events.ts';
import { MOST_CELLS } from '../../documents/src/sheet/csv.ts';
import { MAX_BYTES } from '../../documents/src/sheet/open.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../documents/src/sheet/sheet.ts';
import { MAX_ENTRIES, MAX_INFLATED } from '../../documents/src/sheet/zip.ts';
import { LIMITS } from '../../scenario/src/source.ts';
import { MOST_SESSIONS } from './access/access.ts';
import { LONGEST_MS, MOST_MB } from './aside/aside.ts';
import { FILE_LIMITS } from './attachments/limits.ts';
import { MOST_WAITING } from './exercises/turns.ts';
import { HEARTBEAT_MS, MAX_READERS, PATIENCE_BEATS } from './feed/feed.ts';
import { HELD_BYTES } from './feed/socket.ts';
import { BODY_BYTES, HEADERS_MS } from './http/app.ts';
import { BODY_MS, SLOWEST_BYTES_PER_MS } from './http/bodies.ts';
import { JOINS_A_MINUTE, WRONG_LINKS_A_MINUTE } from './http/entry.ts';
import { SHEET_BYTES } from './http/sheet-files.ts';
import { serve } from './test/server.ts';

const doc = readFileSync(join(import.meta.dirname, '../../../docs/asvs.md'), 'utf8');
const [, section = ''] = doc.split('### Limits in figures');
const written = Object.fromEntries([...(section.split('\n## ')[0] as string).matchAll(/^\| (.+?) \| (.+) \|$/gm)].map((m) => [m[1], m[2]]));

const MB = 1024 * 1024;
const mb = (bytes: number) => `${bytes / MB} MB`;
const kb = (bytes: number) => `${bytes / 1024} KiB`;
const s = (ms: number) => `${ms / 1000} s`;
const n = (count: number) => count.toLocaleString('en');

it('the figures in docs/asvs.md are those of the code', async () => {
  expect(written).toMatchObject({
    'headers of a request': `here within ${s(HEADERS_MS)}`,
    'a body': `${kb(BODY_BYTES)}, here within ${s(BODY_MS)}`,
    'a file, a sheet': `${mb(FILE_LIMITS.each)}; no pause of ${s(BODY_MS)}, at least ${SLOWEST_BYTES_PER_MS} kB a second on the whole`,
    'wrong links, all together': `${WRONG_LINKS_A_MINUTE} a minute; a good link is never held up by them`,
    'joins by one link': `${JOINS_A_MINUTE} a minute; ${MOST_SESSIONS} browsers, of which the unused give way`,
    'windows of one session': `${MAX_READERS}`,
    'questions of one seat that wait (`/search`, `/known`, `/why`)': `${MOST_WAITING}, answered in steps between other people’s commands`,
    'unsent bytes for one slow socket': `${kb(HELD_BYTES)}; dropped after two heartbeats (${s(PATIENCE_BEATS * HEARTBEAT_MS)})`,
    'a sheet': `${mb(SHEET_BYTES)}, ${mb(MAX_INFLATED)} unpacked, ${MAX_ENTRIES} parts, a million cells, ${n(MAX_ROWS)} rows, ${MAX_COLUMNS} columns, ${n(MAX_EVENTS)} events; read beside the thread that serves people, two minutes and ${MOST_MB / 1024} GB at most`,
    'a scenario': `${LIMITS.files} files of ${mb(LIMITS.fileBytes)}, ${LIMITS.attachments} files to hand out, each of ${mb(LIMITS.attachmentBytes)}, together of ${mb(LIMITS.allAttachmentBytes)}, ${n(LIMITS.values)} values, ${LIMITS.depth} levels, ${LIMITS.aliases} aliases`,
    'a text': '20,000 letters; a name 80',
  });
  expect([MOST_CELLS, MAX_BYTES, LONGEST_MS, PATIENCE_BEATS]).toEqual([1_000_000, SHEET_BYTES, 120_000, 2]);
  const takes = (command: object) => commandSchema.safeParse(command).success;
  for (const [letters, good] of [
    [20_000, true],
    [20_001, false],
  ] as const)
    expect(takes({ type: 'WriteNote', text: 'x'.repeat(letters) })).toBe(good);
  for (const [letters, good] of [
    [80, true],
    [81, false],
  ] as const)
    expect(takes({ type: 'TakeSeat', name: 'x'.repeat(letters) })).toBe(good);
});

it('so are the numbers of requests, by the route table', async () => {
  const { server, end } = await serve();
  const asked = Object.fromEntries(server.routes.map((r) => [`${r.method} ${r.path.replace('/s/:door/api', '')}`, r.asked]));
  await end();
  const of = (...routes: string[]) => {
    const numbers = [...new Set(routes.map((route) => asked[route]))];
    expect(numbers, routes.join()).toHaveLength(1);
    return numbers[0];
  };
  expect(written).toMatchObject({
    'requests of one session in ten seconds': [
      `${of('POST /commands')} commands`,
      `${of('GET /feed', 'GET /editions/:edition/feed')} pages of a feed`,
      `${of('GET /search', 'GET /known', 'GET /why')} questions`,
      `${of('GET /attachments/:file')} files to read`,
      `${of('POST /presence')} words of presence`,
      `${of('POST /attachments')} uploads`,
      `${of('POST /links')} links`,
      `${of('GET /export')} exports`,
    ].join(', '),
    'the director in ten seconds': [
      `${of('POST /api/exercises', 'POST /api/exercises/:id/links', 'POST /api/exercises/:id/open')} acts of a kind`,
      `${of('POST /api/sheets')} sheets`,
      `${of('POST /api/demonstration', 'PATCH /api/demonstration', 'DELETE /api/demonstration')} demonstrations`,
    ].join(', '),
  });
});
