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
export interface Page {
  readonly events: readonly Entry[];
  /** The seat's last number on the server. */
  readonly last: number;
  readonly clock?: { readonly now: number; readonly wall: number } | undefined;
}
export interface PresentPerson {
  readonly seat: string;
  readonly person?: string | undefined;
  readonly here: 'present' | 'away';
}
export interface StreamListener {
  entry(entry: Entry): void;
  beat(beat: { readonly last: number; readonly wall: number }): void;
  presence(people: readonly PresentPerson[]): void;
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
  clock(serverWall: number): void;
  presence(people: readonly PresentPerson[]): void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Starts after number `from` and goes on until `stop` or until the session is gone. */
export function follow(transport: Transport, to: Following, from = 0): Follower {
  let cursor = from;
  let stopped = false;
  let wakeUp: (() => void) | undefined;
  let endStream: ((why: 'again' | 'broken') => void) | undefined;

  const take = (entries: readonly Entry[]): 'all' | 'gap' => {
    const fresh: Entry[] = [];
    let gap = false;
    for (const e of entries) {
      if (e.no <= cursor) continue; // a repeat: the page and the stream overlap
      if (e.no > cursor + 1) {
        gap = true;
        break;
      }
      cursor = e.no;
      fresh.push(e);
    }
    if (fresh.length > 0) to.entries(fresh);
    return gap ? 'gap' : 'all';
  };

  /** Pages until nothing is missing. */
  const catchUp = async (): Promise<void> => {
    for (;;) {
      const before = cursor;
      const page = await transport.page(cursor);
      if (stopped) return;
      if (page.clock) to.clock(page.clock.wall);
      if (take(page.events) === 'gap') throw new Error('the page itself has a gap');
      if (cursor >= page.last || cursor === before) return;
    }
  };

  /** Listens until the line breaks or something is missing. */
  const listen = (): Promise<'again' | 'broken' | 'revoked'> =>
    new Promise((resolve) => {
      let over = false;
      const end = (why: 'again' | 'broken' | 'revoked') => {
        if (over) return;
        over = true;
        close();
        endStream = undefined;
        resolve(why);
      };
      const close = transport.listen(cursor, {
        entry: (e) => {
          if (!over && take([e]) === 'gap') end('again');
        },
        beat: (b) => {
          if (over) return;
          to.clock(b.wall);
          if (b.last > cursor) end('again');
        },
        presence: (people) => {
          if (!over) to.presence(people);
        },
        revoked: () => end('revoked'),
        broken: () => end('broken'),
      });
      endStream = end;
    });

  const run = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    to.status('connecting');
    while (!stopped) {
      try {
        await catchUp();
        if (stopped) return;
        to.status('live');
        const outcome = await listen();
        if (outcome === 'revoked') throw new Gone();
        wait = FIRST_WAIT_MS;
        if (outcome === 'again' || stopped) continue;
      } catch (error) {
        if (stopped) return;
        if (error instanceof Gone) {
          to.status('revoked');
          return;
        }
      }
      to.status('offline');
      await transport.wait(wait, (wake) => {
        wakeUp = wake;
      });
      wakeUp = undefined;
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  };
  void run();
  return {
    stop() {
      stopped = true;
      endStream?.('again');
      wakeUp?.();
    },
    wake() {
      if (wakeUp) wakeUp();
      else endStream?.('again');
    },
    cut() {
      endStream?.('broken');
    },
  };
}
