import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Writable } from 'node:stream';
import { type Address, type Recorded, type Roster, rosterOf } from '@entente/engine';
import { type WebSocket, WebSocketServer } from 'ws';
import { VirtualClock } from '../packages/server/src/clock.ts';
import { Feed } from '../packages/server/src/feed/feed.ts';
import { FeedSocket } from '../packages/server/src/feed/socket.ts';
import { contest, type Finding, inWords, spread, type Way } from './contest.ts';
import { room } from './record.ts';

/** Longer than the feed's beat: every turn of the clock rings once. */
const A_BEAT_MS = 50;
const PUSHES = 6;

/**
 * One event in each of 8 audiences to 2,000 seats, each with numbers of its own, over WebSockets to another process;
 * against a loop that sends the same bytes to the same sockets.
 */
export async function fanOut(rounds: number): Promise<Finding[]> {
  const audience = await Hall.open(8, 5, 50);
  const { plain, feed } = audience.ways();
  const cost = await contest(plain, feed, rounds);
  await audience.close();
  const whole = await verified();
  return [
    {
      what: '8 events in 8 audiences to 2,000 seats with numbers of their own',
      anchor: 'a plain ws loop',
      ratio: cost.dearer,
      target: { atMost: 1.1 },
      note: `${inWords(cost.costs[1])} and ${inWords(cost.costs[0])} of CPU a client`,
    },
    {
      what: `200 seats in 40 audiences: sequences that were whole, each event once and in order (${whole.told.toLocaleString('en')} tellings)`,
      anchor: 'the addresses of the events',
      ratio: spread([whole.share]),
      target: { atLeast: 1 },
    },
  ];
}

/** Every seat compares what it was told with what was addressed to it. */
async function verified(): Promise<{ share: number; told: number }> {
  const hall = await Hall.open(8, 5, 5);
  const seats = [...hall.roster.seats.values()];
  const expected = new Map<Address, string[]>(seats.map((s) => [`seat:${s.id}`, []]));
  const cells = [...hall.roster.cells.keys()];
  for (let push = 0; push < 50; push++) {
    for (let i = 0; i < 40; i++) {
      const cell = cells[(push * 7 + i * 3) % cells.length] as string;
      const id = hall.say([`cell:${cell}`]);
      for (const s of seats) if (s.cell === cell) expected.get(`seat:${s.id}`)?.push(id);
    }
    hall.beat();
  }
  const lists = [...expected.values()];
  await hall.until(lists.reduce((sum, l) => sum + l.length, 0));
  const told = await hall.told();
  const whole = [...expected].filter(([seat, ids]) => JSON.stringify(told[seat]) === JSON.stringify(ids.map((id, i) => [i + 1, id])));
  await hall.close();
  return { share: whole.length / expected.size, told: lists.reduce((sum, l) => sum + l.length, 0) };
}

/** A hall of seats whose windows are open in another process. */
class Hall {
  readonly roster: Roster;
  readonly #feed: Feed;
  readonly #clock = new VirtualClock(1_000_000);
  readonly #sockets: { seat: Address; socket: WebSocket }[] = [];
  readonly #listeners: ChildProcess;
  readonly #close: () => void;
  #n = 0;
  #arrived = 0;
  #waiting: (() => void) | undefined;

  private constructor(roster: Roster, listeners: ChildProcess, close: () => void) {
    this.roster = roster;
    this.#feed = new Feed(roster, this.#clock, () => ({ now: 0, wall: this.#clock.now() }));
    this.#listeners = listeners;
    this.#close = close;
    listeners.on('message', (message: { arrived?: number }) => {
      if (message.arrived === undefined) return;
      this.#arrived = message.arrived;
      this.#waiting?.();
    });
  }

  static async open(parties: number, cells: number, seats: number): Promise<Hall> {
    const roster = rosterOf(room(parties, cells, seats));
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const listeners = fork(new URL('listeners.ts', import.meta.url), { serialization: 'advanced' });
    const sockets = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false });
    const hall = new Hall(roster, listeners, () => {
      sockets.close();
      http.close();
    });
    const names = [...roster.seats.keys()].map((id) => `seat:${id}`);
    const all = new Promise<void>((done) => {
      sockets.on('connection', (socket, request) => {
        hall.#seat(decodeURIComponent((request.url as string).slice(1)), socket, request.socket);
        if (hall.#sockets.length === names.length) done();
      });
    });
    listeners.send({ port: (http.address() as AddressInfo).port, seats: names });
    await all;
    // Once more round: beats and presence are told, and what follows is events alone.
    for (let i = 0; i < 3; i++) hall.beat();
    await hall.until(0);
    return hall;
  }

  #seat(seat: Address, socket: WebSocket, line: Writable): void {
    this.#sockets.push({ seat, socket });
    new FeedSocket(socket, line, this.#feed, { session: seat, viewer: seat, person: undefined }, 0);
  }

  /** Puts a message on the record; gives its id. */
  say(to: Address[]): string {
    const n = ++this.#n;
    const id = `e${String(n).padStart(20, '0')}`;
    this.#feed.append([eventOf(this.roster, n, id, to)]);
    return id;
  }

  beat(): void {
    this.#clock.advance(A_BEAT_MS);
  }

  /** Waits until so many events have arrived over there since the last time this was asked. */
  async until(events: number): Promise<void> {
    this.#arrived = 0;
    this.#listeners.send({ tellAt: events });
    while (this.#arrived < events || events === 0) {
      await new Promise<void>((wake) => (this.#waiting = wake));
      if (events === 0) return;
    }
  }

  /** What each seat was told: number and id. */
  async told(): Promise<Record<Address, [number, string][]>> {
    this.#listeners.send({ report: true });
    for (;;) {
      const [message] = (await once(this.#listeners, 'message')) as [{ report?: Record<Address, [number, string][]> }];
      if (message.report) return message.report;
    }
  }

  /** The same events told by the feed, and by a loop that knows who gets which bytes. */
  ways(): { plain: Way; feed: Way } {
    const parties = [...this.roster.parties.keys()];
    const clients = this.#sockets.length;
    const partyOf = new Map(this.#sockets.map(({ seat, socket }) => [socket, this.roster.partyOf(seat) as string]));
    const measured = async (push: () => void): Promise<number> => {
      const before = process.threadCpuUsage();
      for (let i = 0; i < PUSHES; i++) {
        push();
        await this.until(clients);
      }
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1e6 / PUSHES / clients;
    };
    const loop = () => {
      const texts = new Map(
        parties.map((party) => {
          const n = ++this.#n;
          const { id, at, wall, event } = eventOf(this.roster, n, `x${String(n).padStart(20, '0')}`, [`party:${party}`]);
          return [party, JSON.stringify([{ no: n, id, at, wall, event }])];
        }),
      );
      for (const { socket } of this.#sockets) socket.send(texts.get(partyOf.get(socket) as string) as string);
    };
    const feed = () => {
      for (const party of parties) this.say([`party:${party}`]);
      this.beat();
    };
    return { plain: { name: 'ws loop', run: () => measured(loop) }, feed: { name: 'feed', run: () => measured(feed) } };
  }

  async close(): Promise<void> {
    for (const { socket } of this.#sockets) socket.terminate();
    this.#close();
    this.#listeners.disconnect();
    await once(this.#listeners, 'exit');
  }
}

const TEXT = 'We have seen what you sent and shall answer within the hour; until then nothing goes to the press.';

function eventOf(roster: Roster, n: number, id: string, to: Address[]): Recorded {
  const event = {
    type: 'MessageSent',
    from: 'control',
    to,
    text: TEXT,
    purpose: 'inform',
    channel: 'message',
    label: 'TLP:GREEN',
  } as const;
  return { n, id, at: n, wall: n, to: roster.audience(to).addresses, event };
}
