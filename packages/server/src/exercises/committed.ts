import { type ClockStatus, type Exercise, type Ms, scenarioNow, type World } from '@entente/engine';

/** Where a record stands, as far as it is durable; the head may be further. */
export class Committed {
  readonly position: number;
  readonly hash: string;
  readonly #at: Ms;
  readonly #reading: World['clock']['reading'];

  /** Of a head that is durable. `hash`: of its last event. */
  constructor(head: Exercise, hash: string) {
    this.position = head.position;
    this.hash = hash;
    this.#at = head.now(0);
    this.#reading = head.world.clock.reading;
  }

  get status(): ClockStatus {
    return this.#reading?.status ?? 'ready';
  }

  /** Scenario time at a wall time. */
  now(wall: number): Ms {
    return Math.max(this.#at, scenarioNow({ clock: { reading: this.#reading } } as World, wall));
  }
}
