import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportHeader, exportLine, Verifier } from '@entente/engine';
import { expect, it } from 'vitest';
import { startServer } from '../index.ts';
import { backUp } from './backup.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const versions = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Records are for ever: what any version has written opens, verifies and means the same. */
it.each(versions)('%s still opens: every event as it was, the exercise as it stood, everybody with their own', async (version) => {
  const lines = readFileSync(join(FIXTURES, version, 'record.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const verifier = new Verifier();
  for (const line of lines) verifier.line(line);
  expect(verifier.verdict()).toMatchObject({ ok: true, edition: 'control', events: lines.length - 1 });

  const dataDir = mkdtempSync(join(tmpdir(), 'entente-fixture-'));
  copyFileSync(join(FIXTURES, version, 'entente.db'), join(dataDir, 'entente.db'));
  const server = await startServer({ dataDir, logLevel: 'silent' });
  const [row] = await backUp(join(dataDir, 'entente.db'), join(dataDir, 'copy.db'));
  const live = await server.open(row?.id ?? '');
  const stored = (await live?.store.read(live.id, 0, 100_000)) ?? [];
  expect([exportHeader('control'), ...stored.map((r) => exportLine(r.hash, r.body))]).toEqual(lines);
  expect(live?.status).toBe('paused');
  expect([...(live?.world.messages.messages.values() ?? [])].map((m) => m.text)).toContain('We agree.');
  expect([...(live?.world.seats.people.values() ?? [])].map((p) => p.name)).toContain('Third officer');
  for (const viewer of live?.roster.viewers ?? []) expect(live?.feed.last(viewer), viewer).toBeGreaterThan(0);
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('there is a fixture', () => {
  expect(versions.length).toBeGreaterThan(0);
});
