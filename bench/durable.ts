import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteStore, systemRandomness } from '@entente/server';
import { SteadyClock } from '../packages/server/src/clock.ts';
import { Exercises } from '../packages/server/src/exercises/exercises.ts';
import { contest, type Finding, inWords, type Way } from './contest.ts';
import { room } from './record.ts';
import { restingOn, type Writer, writersOf, writing } from './writers.ts';

const WRITERS = 64;
/** Commands in a slice of one writer, and of each of many. */
const ONE_SLICE = 60;
const MANY_SLICE = 10;

/** Commands that are on disk when they are answered, in one exercise, without HTTP; in the folder for temporary files. */
export async function durable(rounds: number): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  const store = sqliteStore(join(folder, 'entente.db'));
  const exercises = new Exercises(restingOn(store, new SteadyClock()), systemRandomness);
  try {
    const live = await exercises.create(room(2, 4, 8), undefined);
    const writers = await writersOf(live, WRITERS);
    const first = writers[0] as Writer;
    const one: Way = { name: 'one writer', run: () => slice([first], ONE_SLICE) };
    const many: Way = { name: `${WRITERS} writers`, run: () => slice(writers, MANY_SLICE) };
    const alone = await contest(bareSqlite(folder), one, 2 * rounds);
    const together = await contest(one, many, rounds);
    return [
      {
        what: 'a durable command, one writer',
        anchor: 'one INSERT in bare SQLite FULL',
        ratio: alone.faster,
        target: { atLeast: 0.75 },
        note: `${inWords(alone.costs[1])} and ${inWords(alone.costs[0])}`,
      },
      {
        what: `durable commands, ${WRITERS} writers`,
        anchor: 'one writer',
        ratio: together.faster,
        target: { atLeast: 8 },
        note: `${Math.round(1 / together.costs[1]).toLocaleString('en')} and ${Math.round(1 / together.costs[0]).toLocaleString('en')} a second`,
      },
    ];
  } finally {
    await exercises.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The least that durability costs with this store: one row as large as ours, one transaction, full synchronisation. */
function bareSqlite(folder: string): Way {
  const db = new DatabaseSync(join(folder, 'bare.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE records (n INTEGER PRIMARY KEY, hash TEXT, body TEXT) STRICT;',
  );
  const insert = db.prepare('INSERT INTO records VALUES (?, ?, ?)');
  const body = 'x'.repeat(420);
  const hash = '0'.repeat(64);
  let n = 0;
  return {
    name: 'bare SQLite',
    async run() {
      const begun = performance.now();
      for (let i = 0; i < ONE_SLICE; i++) {
        insert.run(++n, hash, body);
        // As whoever answers commands does: the next one comes in a later turn of the event loop.
        await new Promise(setImmediate);
      }
      return (performance.now() - begun) / 1000 / ONE_SLICE;
    },
  };
}

/** Seconds a command. */
async function slice(writers: readonly Writer[], each: number): Promise<number> {
  const begun = performance.now();
  await writing(writers, each);
  return (performance.now() - begun) / 1000 / (writers.length * each);
}
