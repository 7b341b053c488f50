import type { z } from 'zod';
import type { Address, Roster } from './audience.ts';
import type { Condition } from './conditions.ts';
import type { World } from './exercise.ts';

/** Scenario time: integer milliseconds from STARTEX. */
export type Ms = number;
/** An opaque id: HMAC of the exercise's secret, so that neither counting nor guessing helps. */
export type Id = string;

/** A text in one language, or one text per language code. */
export type Text = string | { readonly [language: string]: string };

/** What every event is: a name in the past tense and its facts. */
export interface Named {
  readonly type: string;
}

/** An event that a room wants on the record, and to whom. `id` only where another draft of the same turn names it. */
export interface Draft<E extends Named = Named> {
  readonly event: E;
  readonly to: readonly Address[];
  readonly id?: Id;
}

/** Where and when an event stands; handed to `evolve` beside the event. */
export interface Meta {
  readonly id: Id;
  /** Scenario time, ms. */
  readonly at: Ms;
  /** Wall time, ms since 1970. */
  readonly wall: number;
}

/** Every fact in a world names the event that put it there. `slice` and every figure of the review rest on it. */
export interface Fact {
  readonly src: Id;
}

/** Who acts: a seat by its own address, and the person whose hand it is. */
export interface Actor {
  readonly seat: Address;
  readonly person?: Id;
}

/** Why a command changed nothing; `code` is stable, `message` is for people, in English; screens translate by code. */
export interface Rejection {
  readonly code: string;
  readonly message: string;
  readonly details?: Record<string, string | number>;
}

/** What a room may look at and use while it decides or reacts. All of it is pure. */
export interface Context {
  readonly world: World;
  readonly roster: Roster;
  readonly now: Ms;
  readonly wall: number;
  /** A fresh id, in order, for a draft that another draft of the same turn refers to. */
  id(): Id;
  /** True if `viewer` was given the thing named by `id`. The first question of every decision. */
  holds(viewer: Address, id: Id): boolean;
  /** The viewers that hold every one of these things, as addresses. */
  holdersOf(...ids: Id[]): Address[];
  /** True if the condition holds now, in lead control's world. */
  holdsTrue(when: Condition): boolean;
}

/** What set a reaction off: an event, or a guard whose condition has just become true. */
export type Cause<E extends Named = Named> = { readonly event: E; readonly meta: Meta } | { readonly guard: string };

/** An atom: what conditions may ask of a room. */
export interface Atom<A> {
  readonly schema: z.ZodType<A>;
  holds(world: World, args: A, now: Ms): boolean;
  /** Keys whose touch may change the answer. */
  keys(args: A): readonly string[];
  /** Scenario time at which the answer may change by itself. */
  time?(args: A): Ms;
  /** True if party `party` holds all that the answer depends on. */
  heldBy?(args: A, party: string, roster: Roster): boolean;
}

/** A guard: a condition that a room wants to hear of when it becomes true. */
export interface Guard {
  readonly key: string;
  readonly when: Condition;
}

/**
 * A capability: its language (commands, events), its state, its rules.
 * `decide` gives drafts or a rejection; `evolve` reads only what the event's whole audience holds.
 */
export interface Room<S, C extends Named, E extends Named> {
  readonly commands: { readonly [T in C['type']]: z.ZodType<Extract<C, { type: T }>> };
  /** Names of this room's events, for dispatch. */
  readonly events: readonly E['type'][];
  initial(): S;
  /** The scenario enters as addressed events. */
  brief?(scenario: import('./scenario.ts').Scenario, ctx: Pick<Context, 'id' | 'roster'>): Draft<E>[];
  decide?(ctx: Context, command: C, by: Actor): Draft[] | Rejection;
  evolve(own: S, event: E, meta: Meta): void;
  react?(ctx: Context, cause: Cause): Draft[];
  /** The next scenario time at which this room has something to do. */
  due?(own: S): Ms | undefined;
  /** What happens at that time. */
  onDue?(ctx: Context): Draft[];
  guards?(event: E): readonly Guard[];
  /** Keys that an event touches, for the dependency index. */
  touches?(event: E, world: World, meta: Meta): readonly string[];
  /** The id of a thing that this event brings to its audience although others may hold it already. */
  introduces?(event: E): Id | undefined;
  atoms?: { readonly [name: string]: Atom<never> };
}

/** Tells a rejection from drafts. */
export function isRejection(x: readonly Draft[] | Rejection): x is Rejection {
  return !Array.isArray(x);
}

/** One answer for "does not exist" and "not released to you". */
export function unknown(what: string): Rejection {
  return { code: 'unknown', message: `There is no such ${what}, or it was not released to you. Reload the page if you think that it should be there.`, details: { what } };
}
