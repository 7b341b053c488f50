/**
 * Follows a seat's feed: reads what is missing page by page, then listens, and starts over when the line breaks.
 * Numbers (`no`) are the seat's own and gapless, so "nothing missed, nothing twice" is decided here and nowhere else.
 * Pure but for its transport, which is handed in.
 */
export interface Entry {
  readonly no: number;
  readonly id: string;
  /** Scenario ms. */
  readonly at: number;
  /** Wall ms. */
  readonly wall: number;
  readonly event: { readonly type: string };
}
/** What the server says of time. */
export interface ClockReading {
  readonly wall: number;
  /** To lead control: the clock of the server's machine was set by so many ms of late; negative: back. */
  readonly set?: number | undefined;
}
export interface Page {
  readonly events: readonly Entry[];
  /** The seat's last number on the server. */
  readonly last: number;
  readonly clock?: (ClockReading & { readonly now: number }) | undefined;
  /** True while the server can keep nothing. */
  readonly stopped?: boolean | undefined;
}
export interface PresentPerson {
  readonly seat: string;
  readonly person?: string | undefined;
  readonly here: 'present' | 'away';
}
export interface StreamListener {
  entry(entry: Entry): void;
  beat(beat: ClockReading & { readonly last: number }): void;
  presence(people: readonly PresentPerson[]): void;
  /** The server can keep nothing at present (its disk is full), or can again. */
  stopped(stopped: boolean): void;
  revoked(): void;
  /** The line broke; nothing more will come. */
  broken(): void;
}
export interface Transport {
  /** @throws Gone if the session has ended; anything else means that the line is down. */
  page(after: number): Promise<Page>;
  /** Opens the stream after `after`; gives the way to close it. */
  listen(after: number, listener: StreamListener): () => void;
  /** Resolves after `ms`, or sooner if `early` fires. */
  wait(ms: number, early: (wake: () => void) => void): Promise<void>;
  /** Calls `act` after `ms`, unless the given way to cancel is used first. */
  later(ms: number, act: () => void): () => void;
}
/** The session is over: revoked, reissued, handed over, left. */
export class Gone extends Error {}

export type LineStatus = 'connecting' | 'live' | 'offline' | 'revoked';
export interface Follower {
  stop(): void;
  /** Tries at once: the network is back, the laptop woke up. */
  wake(): void;
  /** The browser says that the network is gone: look again, rather than wait for silence. */
  cut(): void;
}
export interface Following {
  entries(entries: readonly Entry[]): void;
  status(status: LineStatus): void;
  /** `asked`: it came as an answer, and so is no older than the way there and back. */
  clock(reading: ClockReading, asked: boolean): void;
  presence(people: readonly PresentPerson[]): void;
  stopped(stopped: boolean): void;
}

/** A line that is back within this time was never down for the person in front of it. */
const UNNOTICED_MS = 2_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Starts after number `from` and goes on until `stop` or until the session is gone. */
export function follow(transport: Transport, to: Following, from = 0): Follower {
  const line = new Line(transport, to, from);
  void line.run();
  return line;
}

class Line implements Follower {
  readonly #transport: Transport;
  readonly #to: Following;
  #cursor: number;
  #stopped = false;
  #wakeUp: (() => void) | undefined;
  #endStream: ((why: Ending) => void) | undefined;
  #hush: (() => void) | undefined;

  constructor(transport: Transport, to: Following, from: number) {
    this.#transport = transport;
    this.#to = to;
    this.#cursor = from;
  }

  stop(): void {
    this.#stopped = true;
    this.#restored();
    this.#endStream?.('again');
    this.#wakeUp?.();
  }

  wake(): void {
    if (this.#wakeUp) this.#wakeUp();
    else this.#endStream?.('again');
  }

  cut(): void {
    this.#endStream?.('broken');
  }

  async run(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    this.#to.status('connecting');
    while (!this.#stopped) {
      try {
        await this.#catchUp();
        if (this.#stopped) return;
        this.#restored();
        this.#to.status('live');
        const ending = await this.#listen();
        if (ending === 'revoked') throw new Gone();
        wait = FIRST_WAIT_MS;
        if (ending === 'again') continue;
      } catch (error) {
        if (this.#stopped) return;
        if (error instanceof Gone) {
          this.#restored();
          this.#to.status('revoked');
          return;
        }
      }
      this.#hush ??= this.#transport.later(UNNOTICED_MS, () => this.#to.status('offline'));
      await this.#transport.wait(wait, (wake) => {
        this.#wakeUp = wake;
      });
      this.#wakeUp = undefined;
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  #restored(): void {
    this.#hush?.();
    this.#hush = undefined;
  }

  /** Pages until nothing is missing. */
  async #catchUp(): Promise<void> {
    for (;;) {
      const before = this.#cursor;
      const page = await this.#transport.page(before);
      if (this.#stopped) return;
      if (page.clock) this.#to.clock(page.clock, true);
      this.#to.stopped(page.stopped === true);
      if (this.#take(page.events) === 'gap') throw new Error('the page itself has a gap');
      if (this.#cursor >= page.last || this.#cursor === before) return;
    }
  }

  /** Listens until the line breaks or something is missing. */
  #listen(): Promise<Ending> {
    return new Promise((resolve) => {
      let over = false;
      const end = (why: Ending) => {
        if (over) return;
        over = true;
        close();
        this.#endStream = undefined;
        resolve(why);
      };
      const close = this.#transport.listen(this.#cursor, {
        entry: (e) => {
          if (!over && this.#take([e]) === 'gap') end('again');
        },
        beat: (b) => {
          if (over) return;
          this.#to.clock(b, false);
          if (b.last > this.#cursor) end('again');
        },
        presence: (people) => {
          if (!over) this.#to.presence(people);
        },
        stopped: (stopped) => {
          if (!over) this.#to.stopped(stopped);
        },
        revoked: () => end('revoked'),
        broken: () => end('broken'),
      });
      this.#endStream = end;
    });
  }

  /** Hands on what is new, in order; `gap` if a number is missing before the rest. */
  #take(entries: readonly Entry[]): 'all' | 'gap' {
    const fresh: Entry[] = [];
    let gap = false;
    for (const e of entries) {
      if (e.no <= this.#cursor) continue; // a repeat: the page and the stream overlap
      if (e.no > this.#cursor + 1) {
        gap = true;
        break;
      }
      this.#cursor = e.no;
      fresh.push(e);
    }
    if (fresh.length > 0) this.#to.entries(fresh);
    return gap ? 'gap' : 'all';
  }
}
type Ending = 'again' | 'broken' | 'revoked';
