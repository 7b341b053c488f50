import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { emptyWorld, rosterOf, type Scenario } from '@entente/engine';
import { loadFolder, type Play, PlayDriver, runPlay, secretOf } from '@entente/scenario';
import { type RunningServer, startServer, systemRandomness, VirtualClock } from '@entente/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { director } from '../packages/server/src/test/server.ts';
import { chosen } from './chosen.ts';
import { at, type Desk, opened, ownCopies, recordIn, verdictOn } from './server/desk.ts';

/**
 * A live exercise is the play's own record: with the clock, the wall time, the secret and the people handed in, what a
 * server keeps of commands that came over HTTP has the hash that `./entente play` computes without any server.
 */
const root = join(import.meta.dirname, '..');
const SCENARIO = 'extended-deterrence';
const SEED = 7;
const { scenario, plays, files } = await loadFolder(join(root, 'scenarios', SCENARIO));

it('the example has the two plays that are compared here', () => {
  expect(scenario?.id).toBe(SCENARIO);
  expect(plays.map((p) => p.play).sort()).toEqual(['drifts-apart', 'shares-in-time']);
});

const compared = chosen('recorded plays', plays);
describe.each(compared.map((play) => ({ name: play.play, play })))('the recorded play “$name” over HTTP', ({ name, play }) => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-play-'));
  let server: RunningServer;
  let desks: Map<string, Desk>;
  let lines: string[];

  beforeAll(async () => {
    const live = await played(scenario as Scenario, play, folder);
    ({ server, desks } = live);
    lines = await at(desks, 'control').exported();
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives a record that verifies', () => {
    expect(verdictOn(lines)).toMatchObject({ ok: true, edition: 'control' });
  });

  it('gives the record hash of the play without a server', () => {
    const offline = runPlay(scenario as Scenario, play, { seed: SEED, ...(files ? { files } : {}) });
    expect(recordIn(lines)).toEqual(JSON.parse(JSON.stringify(offline.records)));
    expect(verdictOn(lines)).toMatchObject({ events: offline.events, hash: offline.hash });
  });

  it('gives the record hash that ./entente play prints', async () => {
    const args = ['play', join('scenarios', SCENARIO), '--play', name, '--seed', String(SEED), '--json'];
    const { stdout } = await promisify(execFile)(join(root, 'entente'), args, { cwd: root });
    expect(verdictOn(lines)).toMatchObject({ hash: (JSON.parse(stdout) as { record: { hash: string } }).record.hash });
  });

  it('gives every seat the slice of the record that is its own, and nothing else', async () => {
    const roster = rosterOf(scenario as Scenario);
    const record = recordIn(lines);
    expect([...desks.keys()].sort()).toEqual([...roster.viewers].sort());
    for (const desk of desks.values()) {
      await desk.catchUp(97);
      expect(desk.copies, desk.seat).toEqual(ownCopies(record, desk.seat, roster));
      expect(desk.seat === 'control' || desk.copies.length < record.length, desk.seat).toBe(true);
    }
  });

  it('lets every seat export its own edition, which verifies', async () => {
    for (const desk of desks.values()) {
      const own = await desk.exported();
      expect(verdictOn(own), desk.seat).toMatchObject({ ok: true, edition: desk.seat });
      if (desk.seat !== 'control') expect(own.slice(1).map((line) => JSON.parse(line).event)).toEqual(desk.copies);
    }
  });
});

/** Plays a play against a real server: every turn is a command from the seat's own browser, at the turn's wall time. */
async function played(scenario: Scenario, play: Play, dataDir: string) {
  const driver = new PlayDriver(scenario, play);
  const clock = new VirtualClock(driver.opens);
  const server = await startServer({
    dataDir,
    clock,
    randomness: { ...systemRandomness, secret: () => secretOf(scenario, play, SEED) },
    scenariosDirs: [join(root, 'scenarios')],
    logLevel: 'silent',
  });
  const { desks } = await opened(await director(server), server.url, scenario.id, rosterOf(scenario).viewers);
  const control = at(desks, 'control');
  for (let wall = driver.nextWall(emptyWorld()); wall !== undefined; wall = driver.nextWall(control.world)) {
    clock.advance(wall - clock.now());
    // What fell due on the way is on the record before the next request is read: the writer works in the same turn of the loop.
    await control.catchUp();
    const turn = driver.next(control.world);
    if (!turn) break;
    driver.answered(await at(desks, turn.seat).give(turn.command, turn.commandId));
    await control.catchUp();
  }
  return { server, desks };
}
