import { DatabaseSync } from 'node:sqlite';
import type { Id } from '@entente/engine';
import { Order } from '../packages/server/src/order.ts';
import { contest, type Finding, inWords, type Way } from './contest.ts';
import type { House, Houses } from './house.ts';
import { room } from './record.ts';

/** Commands in a slice: each of so many seats gives so many. */
const EACH = 40;
const TEXT = 'We have seen what you sent and shall answer within the hour; until then nothing goes to the press.';

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
  const log = { info() {}, warn() {}, error: (facts: object, text: string) => console.error(text, facts) };
  const parts = {
    store: house.memory.memoryStore(),
    clock: new house.clock.SteadyClock(),
    log,
    order: new Order(),
    onStep() {},
    onSeated() {},
  };
  const exercises = new house.exercises.Exercises(parts as never, house.server.systemRandomness);
  const live = await exercises.create(room(2, 4, 4), undefined);
  const seats = live.roster.viewers.filter((v) => v.startsWith('seat:'));
  let given = 0;
  const submit = async (seat: string, person: Id | undefined, command: object): Promise<Id> => {
    const commandId = `bench-${String(++given).padStart(8, '0')}`;
    const answer = await live.submit({ seat, session: seat, hand: () => ({ person }), commandId, command } as never);
    if (!answer.ok) throw new Error(answer.rejection.message);
    return answer.events[0] as Id;
  };
  const people = await Promise.all(seats.map((seat) => submit(seat, undefined, { type: 'TakeSeat', name: 'Somebody' })));
  const say = (i: number) =>
    submit(seats[i] as string, people[i], {
      type: 'SendMessage',
      to: [seats[(i + 1) % seats.length]],
      text: TEXT,
      purpose: 'inform',
      channel: 'message',
      label: 'TLP:GREEN',
    });
  const slice = () =>
    Promise.all(
      seats.map(async (_, i) => {
        for (let n = 0; n < EACH; n++) await say(i);
      }),
    );
  await slice();
  return {
    name: 'commands',
    async run() {
      const begun = process.threadCpuUsage();
      await slice();
      const { user, system } = process.threadCpuUsage(begun);
      return (user + system) / 1e6 / (EACH * seats.length);
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
