import type { EditionEvent } from '../../../kit/review/edition.ts';

/** The fold that the engine gives: an empty world, and one event more. */
export interface Folding<W> {
  readonly empty: () => W;
  readonly evolve: (world: W, event: EditionEvent['event'], meta: { id: string; at: number; wall: number }) => void;
}

/** So many copies of the world are kept at most: each is as large as the world was, so more would grow with its square. */
const COPIES = 16;
/** Nearer to each other they save nothing. */
const NEAREST = 500;

/**
 * The world as it was after any number of events. The engine's fold changes the world in place, so going forward
 * is a few steps; going back starts from the nearest kept copy before: at most a sixteenth of the record, or 500 events, is
 * folded. Copies are made on the way, when first passed.
 */
export class Replay<W> {
  readonly events: readonly EditionEvent[];
  readonly #folding: Folding<W>;
  readonly #kept = new Map<number, W>();
  readonly #every: number;
  #world: W;
  #folded = 0;

  constructor(events: readonly EditionEvent[], folding: Folding<W>, every = Math.max(NEAREST, Math.ceil(events.length / COPIES))) {
    this.events = events;
    this.#folding = folding;
    this.#every = every;
    this.#world = folding.empty();
  }

  /** The world after the first `count` events. It changes with the next call: derive what you show, keep nothing of it. */
  worldAfter(count: number): W {
    const goal = Math.min(Math.max(count, 0), this.events.length);
    const from = this.#nearestKept(goal);
    if (goal < this.#folded || from > this.#folded) this.#restore(from);
    while (this.#folded < goal) this.#step();
    return this.#world;
  }

  #nearestKept(goal: number): number {
    let at = goal - (goal % this.#every);
    while (at > 0 && !this.#kept.has(at)) at -= this.#every;
    return at;
  }

  #restore(at: number): void {
    const kept = this.#kept.get(at);
    this.#world = kept === undefined ? this.#folding.empty() : structuredClone(kept);
    this.#folded = kept === undefined ? 0 : at;
  }

  #step(): void {
    const next = this.events[this.#folded] as EditionEvent;
    this.#folding.evolve(this.#world, next.event, { id: next.id, at: next.at, wall: next.wall });
    this.#folded += 1;
    if (this.#folded % this.#every === 0 && !this.#kept.has(this.#folded)) this.#kept.set(this.#folded, structuredClone(this.#world));
  }
}
