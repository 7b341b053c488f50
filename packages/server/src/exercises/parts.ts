import type { FastifyBaseLogger } from 'fastify';
import type { WallClock } from '../clock.ts';
import type { Order } from '../order.ts';
import type { OnStep, Seating, Store } from '../store/store.ts';

/** What an exercise rests on. */
export interface LiveParts {
  readonly store: Store;
  readonly clock: WallClock;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  readonly onStep: OnStep;
  /** Commits, and whatever begins or ends sessions, one after another by exercise. */
  readonly order: Order;
  /** Told what a durable commit changed of who sits where, before anything else is told of it. */
  readonly onSeated: (exercise: string, seatings: readonly Seating[]) => void;
  /** Told that the store may have begun or ended sessions without our knowing. */
  readonly onDoubt: (exercise: string) => Promise<void>;
}
