import { countEvents, expectedOf, exported } from './load/expected.ts';
import type { Held } from './load/heap.ts';
import { RoomOfSeats } from './load/seats.ts';
import { RealServer } from './load/server.ts';

/**
 * `npm run load [-- --seats 40 --minutes 1]`: a scripted room against a real server process over loopback. It measures
 * at rest first, then lets every seat write and acknowledge as people do, and stops by itself. At the end every seat's
 * events are compared with the record. Exit code 1 if one is missing, double or out of order.
 */
const MOST_SEATS = 1_000;
const MOST_MINUTES = 60;
const seats = bounded('--seats', 40, 1, MOST_SEATS);
const minutes = bounded('--minutes', 1, 0.1, MOST_MINUTES);

console.log(`${seats} seats, ${minutes} min`);
const server = await RealServer.start(seats);
try {
  const room = await RoomOfSeats.enter(server);
  console.log(`entered: every seat taken, ${room.size} WebSockets open`);
  const idle = await room.atRest();
  const before = { held: await server.heap.held(), events: room.lead.told.length };
  const begun = Date.now();
  server.watchMemory();
  const busy = await room.play(minutes * 60_000);
  const memory = server.memory();
  await room.quiet();
  const held = await server.heap.held();
  const record = await exported(room.lead);
  const expected = expectedOf(record);
  const faults = room.compare(expected);
  const rate = (busy.commands / (Date.now() - begun)) * 1000;
  console.log(`commands: ${busy.commands} (${rate.toFixed(1)} a second), refused ${busy.refused}; events told: ${countEvents(expected)}`);
  console.log(
    `from command to the last screen, ms: at rest median ${ms(idle.median)}, p99 ${ms(idle.p99)}; under load median ${ms(busy.median)}, p99 ${ms(busy.p99)}`,
  );
  console.log(
    `p99 under load is ${(busy.p99 / idle.median).toFixed(2)} × the median at rest, ${(busy.p99 / idle.p99).toFixed(2)} × the p99 at rest`,
  );
  console.log(
    `memory of the server: ${memory.first} MiB, at the end ${memory.last} MiB; slope over the last two thirds ${memory.slope.toFixed(2)} MiB a minute`,
  );
  console.log(growth(before.held, held, record.slice(before.events)));
  console.log(faults.length === 0 ? 'every event came once, in order, at every seat' : `FAULTS:\n${faults.slice(0, 20).join('\n')}`);
  process.exitCode = faults.length === 0 && busy.refused === 0 ? 0 : 1;
  room.leave();
} finally {
  await server.stop();
}

/** What the server holds after a collection, and how much of it the events of the load can have brought. */
function growth(before: Held, after: Held, events: readonly string[]): string {
  const mib = (value: number) => `${value.toFixed(1)} MiB`;
  const grown = after.heap - before.heap;
  const bytes = events.reduce((sum, line) => sum + line.length, 0) / 2 ** 20;
  return [
    `held after a collection: heap ${mib(before.heap)}, at the end ${mib(after.heap)}; outside it ${mib(before.outside)}, at the end ${mib(after.outside)}; resident then ${mib(after.resident)}`,
    `${events.length} events, ${mib(bytes)} in the record: the heap grew ${mib((grown / events.length) * 1_000)} per 1,000 events, ${(grown / bytes).toFixed(1)} times their bytes`,
  ].join('\n');
}

function ms(value: number): string {
  return value.toFixed(0);
}

function bounded(name: string, usual: number, least: number, most: number): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? usual : Number(process.argv[at + 1]);
  if (value >= least && value <= most) return value;
  console.error(`${name} takes a number from ${least} to ${most}.`);
  process.exit(2);
}
