import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runPlay } from '../driver.ts';
import { PLAY, SCENARIO } from '../fixture.ts';
import { loadFolder } from '../folder.ts';
import { explain } from '../problem.ts';
import { CANARY, tellingPng } from './pictures.fixture.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'entente-files-'));
  mkdirSync(join(dir, 'files'));
  mkdirSync(join(dir, 'plays'));
  writeFileSync(join(dir, 'plays', 'in-time.yaml'), PLAY);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const scenario = (attachments: string) =>
  writeFileSync(
    join(dir, 'scenario.yaml'),
    SCENARIO.replace('    set: {alert: 1}', `    set: {alert: 1}\n    attachments: ${attachments}`),
  );

it('gives the files that injects bring, with their true type and without what hides in them', async () => {
  scenario('[files/지도.png, files/notice.txt]');
  writeFileSync(join(dir, 'files', '지도.png'), tellingPng());
  writeFileSync(join(dir, 'files', 'notice.txt'), 'A notice.');
  const { scenario: given, files, plays, problems } = await loadFolder(dir);
  expect(problems).toEqual([]);
  const map = files?.get('files/지도.png');
  expect(map).toMatchObject({ name: '지도.png', type: 'image/png', size: map?.bytes.length });
  expect(Buffer.from(map?.bytes ?? []).includes(CANARY)).toBe(false);
  expect(map?.content).toBe(
    createHash('sha256')
      .update(map?.bytes ?? '')
      .digest('hex'),
  );
  // A play needs no server to hand them out.
  const { records } = runPlay(given!, plays[0]!, { seed: 1, files: files! });
  const delivered = records.find((r) => r.event.type === 'InjectDelivered')?.event;
  expect(delivered).toMatchObject({
    attachments: [
      { name: '지도.png', type: 'image/png' },
      { name: 'notice.txt', type: 'text/plain' },
    ],
  });
});

it('says which file is missing, where it is named, and which is used by nobody', async () => {
  scenario('[files/notise.txt]');
  writeFileSync(join(dir, 'files', 'notice.txt'), 'A notice.');
  expect((await loadFolder(dir)).problems.map((p) => explain(p))).toEqual([
    'scenario.yaml:45:19 error There is no file “files/notise.txt” in this folder. — Did you mean “files/notice.txt”? Put the file into the folder files/ and name it files/NAME.',
  ]);
  scenario('[]');
  expect((await loadFolder(dir)).problems.map((p) => `${p.file} ${p.severity} ${p.code}`)).toEqual([
    'files/notice.txt warning file-unused',
  ]);
});

it('follows no link, takes no folder, nothing too large and no damaged picture', async () => {
  scenario('[]');
  symlinkSync('/etc/hostname', join(dir, 'files', 'away.txt'));
  symlinkSync(join(dir, 'scenario.yaml'), join(dir, 'files', 'inside.txt'));
  mkdirSync(join(dir, 'files', 'folder'));
  writeFileSync(join(dir, 'files', 'cut.png'), tellingPng().subarray(0, 60));
  writeFileSync(join(dir, 'files', 'huge.txt'), Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
  writeFileSync(join(dir, 'files', 'what?.txt'), 'x');
  const { files, problems } = await loadFolder(dir);
  expect(problems.map((p) => `${p.file} ${p.code}`)).toEqual([
    'files/away.txt link-outside',
    'files/cut.png file-damaged',
    'files/folder file-unreadable',
    'files/huge.txt file-too-big',
    'files/inside.txt link-outside',
    'files/what?.txt bad-file-name',
  ]);
  expect(files?.size ?? 0).toBe(0);
});

it('follows no link in place of the folder itself', async () => {
  scenario('[]');
  rmSync(join(dir, 'files'), { recursive: true });
  symlinkSync('/etc', join(dir, 'files'));
  expect((await loadFolder(dir)).problems.map((p) => `${p.file} ${p.code}`)).toEqual(['files link-outside']);
});
