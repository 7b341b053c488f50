import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Access } from '../access/access.ts';
import type { Doorway } from '../access/origin.ts';
import type { Aside } from '../aside/aside.ts';
import type { Attachments } from '../attachments/attachments.ts';
import type { WallClock } from '../clock.ts';
import type { Demonstrations } from '../demonstration/demonstrations.ts';
import type { Exercises } from '../exercises/exercises.ts';
import type { Turns } from '../exercises/turns.ts';
import type { Randomness } from '../randomness.ts';
import type { Rehearsals } from '../rehearsals/rehearsals.ts';
import type { Shelf } from '../scenarios/shelf.ts';
import type { Crews } from '../simulated/crews.ts';
import type { Store } from '../store/store.ts';

/** Who a route answers: anyone, the director, or the seat whose door it is under. */
export type Who = 'anyone' | 'director' | 'seat';
declare module 'fastify' {
  interface FastifyContextConfig {
    who?: Who;
    /** Takes files: more time for the body. */
    large?: boolean;
  }
}

/** One row of the route table. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly who: Who;
  /** So many requests of one session within ten seconds; absent: no bound of its own. */
  readonly asked: number | undefined;
  /** What it takes, as it is checked; absent: nothing, or anything. */
  readonly takes: { readonly params?: z.ZodType; readonly querystring?: z.ZodType; readonly body?: z.ZodType };
}

/** Everything that the routes rest on. */
export interface House {
  readonly exercises: Exercises;
  readonly access: Access;
  readonly demonstrations: Demonstrations;
  readonly rehearsals: Rehearsals;
  readonly crews: Crews;
  readonly attachments: Attachments;
  /** For what takes long and concerns one person. */
  readonly aside: Aside;
  /** For what one person asks and that must keep nobody else waiting. */
  readonly turns: Turns;
  readonly shelf: Shelf;
  readonly store: Store;
  readonly randomness: Randomness;
  readonly clock: WallClock;
  readonly doorway: Doorway;
  readonly tls: { cert: string; key: string } | undefined;
  /** True if browsers come by TLS, ours or that of a proxy in front: cookies are for it only. */
  readonly secure: boolean;
  /** True if they will come by TLS for good: see `lastsAt`. */
  readonly lasting: boolean;
  readonly webRoot: string | undefined;
  /** Where imported scenarios are kept; undefined: imports are not taken. */
  readonly imports: string | undefined;
  /** The address that people use; known once the server listens. */
  url(): string;
}

export type App = FastifyInstance;

/** At most `max` requests in ten seconds per session. Never per address: forty people may share one. */
export function perSession(max: number): {
  rateLimit: { max: number; timeWindow: number; hook: 'preHandler'; keyGenerator: (r: FastifyRequest) => string };
} {
  return { rateLimit: { max, timeWindow: 10_000, hook: 'preHandler', keyGenerator: (request) => request.entry?.session.id ?? 'director' } };
}
