import { countEvents, expectedOf } from './load/expected.ts';
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
  const begun = Date.now();
  server.watchMemory();
  const busy = await room.play(minutes * 60_000);
  const memory = server.memory();
  await room.quiet();
  const expected = await expectedOf(room.lead);
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
  console.log(faults.length === 0 ? 'every event came once, in order, at every seat' : `FAULTS:\n${faults.slice(0, 20).join('\n')}`);
  process.exitCode = faults.length === 0 && busy.refused === 0 ? 0 : 1;
  room.leave();
} finally {
  await server.stop();
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
