import { type Answer, emptyWorld, evolve, idsIn, type World } from '@entente/engine';
import {
  type ClockReading,
  type Entry,
  type Follower,
  type Following,
  follow,
  type LineStatus,
  type PresentPerson,
  type Transport,
} from './follow.ts';
import { ServerClock } from './ServerClock.ts';
import { type Post, sendCommand } from './send.ts';
import { Touched } from './Touched.ts';

/** What the server says about this session. */
export interface Me {
  readonly seat: string;
  readonly kind: 'player' | 'control' | 'evaluators' | 'observers' | 'public';
  readonly party?: string | undefined;
  readonly cell?: string | undefined;
  readonly exercise: { readonly id: string };
  readonly person?: string | undefined;
  readonly editions: readonly string[];
}
export interface SeatSnapshot {
  /** Grows with every change; the world itself is one object that is changed in place. */
  readonly version: number;
  readonly status: LineStatus;
  readonly presence: readonly PresentPerson[];
  /** True while the server can keep nothing: its disk is full. */
  readonly stopped: boolean;
  /** True while something that was sent waits for its answer longer than usual. */
  readonly waiting: boolean;
  /** To lead control: by how many ms the clock of the server's machine was set of late; negative: back. */
  readonly machineSet: number | undefined;
}

/** Longer than a good line needs for an answer, shorter than it takes to doubt one’s own press. */
const LATE_MS = 1_500;

/** One door's world in this tab: folds the feed with the engine's own `evolve`, tells React at most once per frame. */
export class SeatStore {
  readonly door: string;
  #world: World = emptyWorld();
  #snapshot: SeatSnapshot = { version: 0, status: 'connecting', presence: [], stopped: false, waiting: false, machineSet: undefined };
  #next: SeatSnapshot = this.#snapshot;
  #scheduled = false;
  #follower: Follower | undefined;
  readonly #clock = new ServerClock();
  readonly touched = new Touched();
  /** Number of the last event that was folded. */
  #last = 0;
  #late = 0;
  readonly #listeners = new Set<() => void>();
  readonly #transport: Transport;
  readonly #post: Post;

  constructor(door: string, transport: Transport, post: Post) {
    this.door = door;
    this.#transport = transport;
    this.#post = post;
  }

  get world(): World {
    return this.#world;
  }
  snapshot = (): SeatSnapshot => this.#snapshot;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    const to: Following = {
      entries: (entries) => this.#fold(entries),
      status: (status) => this.#change({ status }),
      presence: (presence) => this.#change({ presence }),
      clock: (reading, asked) => this.#setClock(reading, asked),
      stopped: (stopped) => {
        if (stopped !== this.#next.stopped) this.#change({ stopped });
      },
    };
    this.#follower ??= follow(this.#transport, to, this.#last);
  }

  /** Stops and forgets everything that this tab held. */
  stop(): void {
    this.#hangUp();
    this.#world = emptyWorld();
    this.touched.forget();
    this.#clock.forget();
    this.#last = 0;
    this.#change({ version: this.#next.version + 1, presence: [] });
  }

  wake(): void {
    if (this.#snapshot.status !== 'live') this.#follower?.wake();
  }

  /** The browser says that the network is gone. */
  cut(): void {
    this.#follower?.cut();
  }

  /**
   * Sends a command until it is answered. A hand-over and leaving end this session, and its feed with it. So the feed is closed
   * before, or the screen would tell of a lost line; the answer says whether it is opened again.
   */
  send = async (command: unknown): Promise<Answer> => {
    const { type } = command as { type?: string };
    const world = this.#world;
    const listened = (type === 'HandOver' || type === 'LeaveSeat') && this.#hangUp();
    const answer = await this.#give(command);
    const over = answer.ok ? type === 'LeaveSeat' : answer.rejection.code === 'gone';
    // Unless it was stopped meanwhile.
    if (listened && !over && this.#world === world) this.start();
    return answer;
  };

  async #give(command: unknown): Promise<Answer> {
    const answer = await this.#watch(sendCommand(command, this.#post, (ms) => new Promise((resolve) => setTimeout(resolve, ms))));
    if (!answer.ok && answer.rejection.code === 'gone') {
      this.stop();
      this.#change({ status: 'revoked' });
    }
    return answer;
  }

  /** True if it was listening. */
  #hangUp(): boolean {
    const follower = this.#follower;
    follower?.stop();
    this.#follower = undefined;
    return follower !== undefined;
  }

  /** Lets the screen say that an answer is late, however many are sent at once. */
  async #watch(sending: Promise<Answer>): Promise<Answer> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#late++;
      this.#change({ waiting: true });
    }, LATE_MS);
    const answer = await sending;
    clearTimeout(timer);
    if (late) this.#change({ waiting: --this.#late > 0 });
    return answer;
  }

  /** The server's wall time now, as well as this browser can know it, ms. */
  wall(): number {
    return this.#clock.wall();
  }

  #setClock(reading: ClockReading, asked: boolean): void {
    this.#clock.read(reading, asked);
    if (reading.set !== this.#next.machineSet) this.#change({ machineSet: reading.set });
  }

  #fold(entries: readonly Entry[]): void {
    this.#last = entries.at(-1)?.no ?? this.#last;
    for (const e of entries) {
      evolve(this.#world, e.event as Parameters<typeof evolve>[1], { id: e.id, at: e.at, wall: e.wall });
      this.touched.add([e.id, ...idsIn(e.event)]);
    }
    this.#change({ version: this.#next.version + 1 });
  }

  #change(part: Partial<SeatSnapshot>): void {
    this.#next = { ...this.#next, ...part };
    if (part.status === 'revoked') this.#world = emptyWorld();
    if (this.#scheduled) return;
    this.#scheduled = true;
    const tell = () => {
      this.#scheduled = false;
      this.#snapshot = this.#next;
      for (const listener of this.#listeners) listener();
    };
    // Frames do not come while a tab is hidden; a timer does.
    if (typeof requestAnimationFrame === 'undefined' || document.hidden) setTimeout(tell, 50);
    else requestAnimationFrame(tell);
  }
}
