import { type Machine, VirtualClock } from '../clock.ts';

/** A machine whose clock can be set and that can be put to sleep, moved by hand. */
export class TestMachine implements Machine {
  readonly #time: VirtualClock;
  readonly #start: number;
  #set = 0;
  #slept = 0;
  #skipped = 0;

  constructor(start: number) {
    this.#start = start;
    this.#time = new VirtualClock(start);
  }

  wall = (): number => this.#time.now() + this.#set + this.#slept;
  steady = (): number => this.#time.now() - this.#start + this.#skipped;
  up = (): number => this.#time.now() - this.#start + this.#slept;
  setTimer(ms: number, fn: () => void): unknown {
    return this.#time.setTimer(ms, fn);
  }
  clearTimer(timer: unknown): void {
    this.#time.clearTimer(timer);
  }

  /** Time passes; timers fire. */
  advance(ms: number): void {
    this.#time.advance(ms);
  }
  /** Somebody sets the clock, forward or back. */
  set(by: number): void {
    this.#set += by;
  }
  /** Nothing happens for so long. `counted`: the steady clock goes on meanwhile, as on some systems, and where only the process was stopped. */
  sleep(ms: number, counted: boolean): void {
    this.#slept += ms;
    if (counted) this.#skipped += ms;
  }
}
