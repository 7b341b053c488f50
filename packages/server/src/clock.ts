import { uptime } from 'node:os';

/** What the server needs of time; handed in, so that tests and virtual plays move it themselves. */
export interface WallClock {
  /** Milliseconds since 1970. Never goes back, and never leaps while exercises run. */
  now(): number;
  /** Calls `fn` once, `ms` milliseconds from now at the earliest. */
  setTimer(ms: number, fn: () => void): unknown;
  clearTimer(timer: unknown): void;
  /**
   * What befell the machine since it was last asked. To be asked every second; `running`: exercises run. Absent where
   * nothing can befall it.
   */
  look?(running: boolean): Upset;
}

/** What can befall a machine; 0 for what did not. */
export interface Upset {
  /** By how much its clock was set, ms; negative: back. */
  readonly set: number;
  /** How long nothing was served, ms: it slept, or the process was stopped. */
  readonly stood: number;
}

/** What a machine tells of time, in ms. */
export interface Machine {
  /** Since 1970; may be set by hand or by the network, forward or back. */
  wall(): number;
  /** Never goes back. Whether it goes on while the machine sleeps is the system's affair. */
  steady(): number;
  /** Since the machine was started, sleep included. */
  up(): number;
  setTimer(ms: number, fn: () => void): unknown;
  clearTimer(timer: unknown): void;
}

/** Timers do not keep the process alive: the listening socket does. */
const thisMachine: Machine = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  up: () => uptime() * 1_000,
  setTimer: (ms, fn) => setTimeout(fn, ms).unref(),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** Who is not served for so long counts it as an outage; the longest work that the server does in one go is shorter. */
const STANDSTILL_MS = 10_000;
/** Less than this is a clock that is held right by small steps. */
const SET_MS = 2_000;

/**
 * Wall time that nobody can set: read off the machine's clock once, and counted on by its steady one. While the server
 * stands still it stands too. While no exercise runs it catches up with the machine's clock.
 */
export class SteadyClock implements WallClock {
  readonly #machine: Machine;
  #now: number;
  #steady: number;
  #stood = 0;
  #looked: { readonly wall: number; readonly steady: number; readonly up: number };

  constructor(machine: Machine = thisMachine) {
    this.#machine = machine;
    this.#now = machine.wall();
    this.#steady = machine.steady();
    this.#looked = { wall: this.#now, steady: this.#steady, up: machine.up() };
  }

  now(): number {
    const steady = this.#machine.steady();
    const passed = steady - this.#steady;
    this.#steady = steady;
    if (passed < STANDSTILL_MS) this.#now += passed;
    else this.#stood += passed;
    return Math.floor(this.#now);
  }

  look(running: boolean): Upset {
    this.now();
    const before = this.#looked;
    const looked = { wall: this.#machine.wall(), steady: this.#steady, up: this.#machine.up() };
    this.#looked = looked;
    const passed = looked.up - before.up;
    const slept = passed - (looked.steady - before.steady);
    const stood = this.#stood + (slept < STANDSTILL_MS ? 0 : slept);
    this.#stood = 0;
    const set = looked.wall - before.wall - passed;
    if (!running) this.#now = Math.max(this.#now, looked.wall);
    return { set: Math.abs(set) < SET_MS ? 0 : Math.round(set), stood: Math.round(stood) };
  }

  setTimer(ms: number, fn: () => void): unknown {
    return this.#machine.setTimer(ms, fn);
  }

  clearTimer(timer: unknown): void {
    this.#machine.clearTimer(timer);
  }
}

/** A clock that stands still until `advance` moves it; timers fire in order on the way. */
export class VirtualClock implements WallClock {
  #now: number;
  #order = 0;
  readonly #timers = new Map<number, { due: number; fn: () => void }>();

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  setTimer(ms: number, fn: () => void): number {
    this.#timers.set(++this.#order, { due: this.#now + Math.max(0, ms), fn });
    return this.#order;
  }

  clearTimer(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  /** Moves time on by `ms`, firing what is due on the way, oldest first. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#earliest(end); next !== undefined; next = this.#earliest(end)) {
      const timer = this.#timers.get(next);
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, timer?.due ?? end);
      timer?.fn();
    }
    this.#now = end;
  }

  #earliest(end: number): number | undefined {
    let best: number | undefined;
    for (const [id, t] of this.#timers) {
      if (t.due <= end && (best === undefined || t.due < (this.#timers.get(best)?.due ?? 0))) best = id;
    }
    return best;
  }
}
