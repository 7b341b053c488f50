import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bodyOf, Exercise, hashOf } from '@entente/engine';
import { sqliteStore, startServer } from '@entente/server';
import { SummaryText } from '../packages/server/src/exercises/summary.ts';
import { contest, type Finding, inWords, type Way } from './contest.ts';
import { making, room, Talk } from './record.ts';

/** Exercises in the full folder; each has so many events, and a browser at every seat that came in by a link. */
const ENDED = 200;
const EVENTS = 1_000;
const NEVER = 4_000_000_000_000;

/** From nothing to a server that listens, in one process: with a data folder of ended exercises, and with an empty one. */
export async function start(rounds: number): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    await fill(join(folder, 'full'));
    const ways = ['empty', 'full'].map((kind): Way => ({ name: kind, run: () => started(folder, kind) }));
    const { dearer, costs } = await contest(ways[0] as Way, ways[1] as Way, rounds);
    return [
      {
        what: `a start with ${ENDED} ended exercises`,
        anchor: 'a start with an empty data folder',
        ratio: dearer,
        target: { atMost: 1.5 },
        note: `${inWords(costs[1])} and ${inWords(costs[0])}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds until it listens; a copy of the folder each time, so that no start finds what another left. */
async function started(folder: string, kind: string): Promise<number> {
  const dataDir = join(folder, 'run');
  rmSync(dataDir, { recursive: true, force: true });
  if (kind === 'full') cpSync(join(folder, 'full'), dataDir, { recursive: true });
  const begun = performance.now();
  const server = await startServer({ dataDir, logLevel: 'silent' });
  const seconds = (performance.now() - begun) / 1000;
  await server.close();
  return seconds;
}

async function fill(dataDir: string): Promise<void> {
  // A server makes the folder as it should be.
  await (await startServer({ dataDir, logLevel: 'silent' })).close();
  const { exercise, events } = Exercise.open(room(4, 2, 5), { ...making, wall: 0 });
  const talk = new Talk(exercise);
  const record = [...events, ...talk.give('control', { type: 'StartClock' }).events];
  while (record.length < EVENTS) record.push(...talk.turn());
  record.push(...talk.give('control', { type: 'EndExercise' }).events);
  const records = record.map((event) => ({ n: event.n, hash: hashOf(event), body: bodyOf(event) }));
  const summary = new SummaryText().anew(exercise, 0);
  const store = sqliteStore(join(dataDir, 'entente.db'));
  const ids = Array.from({ length: ENDED }, (_, i) => `ended-${i}`);
  for (const [madeAt, id] of ids.entries())
    await store.create({ id, scenario: 'room', title: undefined, secret: making.secret, madeAt }, records, summary);
  await store.close();
  seat(join(dataDir, 'entente.db'), ids, exercise.roster.viewers);
}

/** All sessions in one transaction: a server would write them one by one, over days. */
function seat(path: string, ids: readonly string[], viewers: readonly string[]): void {
  const db = new DatabaseSync(path);
  const door = db.prepare('INSERT INTO doors VALUES (?, ?, ?)');
  const session = db.prepare('INSERT INTO sessions (id, exercise, viewer, token, by_link, expires_at) VALUES (?, ?, ?, ?, 1, ?)');
  db.exec('BEGIN');
  for (const id of ids)
    for (const viewer of viewers) {
      const own = `${id} ${viewer}`;
      door.run(own, id, viewer);
      session.run(own, id, viewer, own, NEVER);
    }
  db.exec('COMMIT');
  db.close();
}
