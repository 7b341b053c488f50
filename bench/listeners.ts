import { WebSocket } from 'ws';

/**
 * The other side of fan-out.ts, in a process of its own: opens a window for each seat and counts what arrives.
 * Asked `tellAt: n`, it says so once n events have come since the last time (0: at once).
 */
interface Asked {
  readonly port?: number;
  readonly seats?: readonly string[];
  readonly tellAt?: number;
  readonly report?: true;
}
const AT_ONCE = 50;
const told: Record<string, [number, string][]> = {};
let arrived = 0;
let tellAt: number | undefined;

process.on('message', (asked: Asked) => {
  if (asked.seats) void openAll(asked.port as number, asked.seats);
  if (asked.report) process.send?.({ report: told });
  if (asked.tellAt === undefined) return;
  tellAt = asked.tellAt;
  tell();
});
process.on('disconnect', () => process.exit(0));

async function openAll(port: number, seats: readonly string[]): Promise<void> {
  for (let i = 0; i < seats.length; i += AT_ONCE) await Promise.all(seats.slice(i, i + AT_ONCE).map((seat) => open(port, seat)));
}

function open(port: number, seat: string): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${encodeURIComponent(seat)}`, { perMessageDeflate: false });
  const own: [number, string][] = [];
  told[seat] = own;
  socket.on('message', (data: Buffer) => {
    // An array holds events; anything else is a notice.
    if (data[0] !== 0x5b) return;
    for (const { no, id } of JSON.parse(data.toString()) as { no: number; id: string }[]) {
      own.push([no, id]);
      arrived++;
    }
    tell();
  });
  return new Promise((done, fail) => {
    socket.on('open', done);
    socket.on('error', fail);
  });
}

function tell(): void {
  if (tellAt === undefined || arrived < tellAt) return;
  process.send?.({ arrived });
  arrived -= tellAt;
  tellAt = undefined;
}
