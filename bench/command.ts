import { DatabaseSync } from 'node:sqlite';
import { contest, type Finding, inWords, type Way } from './contest.ts';
import type { House, Houses } from './house.ts';
import { room } from './record.ts';
import { restingOn, writersOf, writing } from './writers.ts';

const SEATS = 32;
/** Commands of each seat in a slice. */
const EACH = 40;

/** What a command costs the server beside keeping it, in CPU: from the queue to the feed, with a store that forgets. */
export async function command(rounds: number, { own, before }: Houses): Promise<Finding[]> {
  const ours = await commands(own);
  const insert = await contest(inserts(), ours, rounds);
  const compared = before && (await contest(await commands(before.house), ours, 2 * rounds));
  return [
    {
      what: 'a command beside its insert',
      anchor: 'the CPU of one INSERT in bare SQLite in memory',
      ratio: insert.dearer,
      note: `${inWords(insert.costs[1])} and ${inWords(insert.costs[0])} of CPU`,
    },
    ...(compared
      ? [
          {
            what: 'a command beside its insert',
            anchor: before.name,
            ratio: compared.dearer,
            target: { atMost: 0.6 },
            note: `${inWords(compared.costs[1])} and ${inWords(compared.costs[0])} of CPU`,
          },
        ]
      : []),
  ];
}

/** Messages of 32 seats to one another, each when its last one is answered. */
async function commands(house: House): Promise<Way> {
  const parts = restingOn(house.memory.memoryStore(), new house.clock.SteadyClock());
  const live = await new house.exercises.Exercises(parts, house.server.systemRandomness).create(room(2, 4, 4), undefined);
  const writers = await writersOf(live, SEATS);
  await writing(writers, EACH);
  return {
    name: 'commands',
    async run() {
      const begun = process.threadCpuUsage();
      await writing(writers, EACH);
      const { user, system } = process.threadCpuUsage(begun);
      return (user + system) / 1e6 / (EACH * SEATS);
    },
  };
}

/** A row as large as ours, without a disk. */
function inserts(): Way {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE records (n INTEGER PRIMARY KEY, hash TEXT, body TEXT) STRICT;');
  const insert = db.prepare('INSERT INTO records VALUES (?, ?, ?)');
  let n = 0;
  return {
    name: 'bare SQLite',
    run() {
      const begun = process.threadCpuUsage();
      for (let i = 0; i < 4_000; i++) insert.run(++n, '0'.repeat(64), 'x'.repeat(420));
      const { user, system } = process.threadCpuUsage(begun);
      return (user + system) / 1e6 / 4_000;
    },
  };
}
