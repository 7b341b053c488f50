import type { FileCard } from './attachments/language.ts';
import type { Address, Roster } from './audience.ts';
import type { Asked, AtomName, Condition } from './conditions.ts';
import type { Id, Meta, Ms, Named, Rejection, Text } from './fact.ts';
import type { Scenario } from './scenario.ts';
import type { Version } from './sharing/language.ts';
import type { AnyEvent, Command, RoomName, World } from './world.ts';

/** An event that a room wants on the record, and to whom. `id` only where another draft of the same turn names it. */
export interface Draft<E extends Named = AnyEvent> {
  readonly event: E;
  readonly to: readonly Address[];
  readonly id?: Id;
}

/** Who acts: a seat by its own address, and the person whose hand it is. */
export interface Actor {
  readonly seat: Address;
  readonly person?: Id;
}

/** What a room may look at and use while it decides or reacts. All of it is pure. */
export interface Context {
  readonly world: World;
  readonly roster: Roster;
  readonly now: Ms;
  readonly wall: number;
  /** A fresh id, in order, for a draft that another draft of the same command refers to. */
  id(): Id;
  /** SHA-256 of a text, 64 hex digits, by whatever this machine has for it. */
  digest(text: string): string;
  /** The same as `id` for what comes of `thing`, a name that is used once: where something hidden may have made ids in the same turn. */
  idsOf(thing: string): () => Id;
  /**
   * What a viewer was given of the world, and nothing else: what never was and what is hidden are both not there. An act is
   * judged on what its seat has. Lead control has all of it.
   */
  seen(viewer: Address): World;
  /** True if a viewer was given what has this id: for audiences, and for an id that only points at a thing, whatever it is. */
  given(viewer: Address, id: Id): boolean;
  /**
   * Those behind `to` (after closure) of whom all of `having` is true, as addresses that reach nobody else: a thing that they hold,
   * by its id, or what is asked of each. Who is left out is left out here: after it, `public` may stand for everybody.
   */
  holdersAmong(to: readonly Address[], ...having: readonly (Id | ((viewer: Address) => boolean))[]): Address[];
  /** A file that the acting seat has uploaded, by its upload's id. */
  upload(id: string): FileCard | undefined;
  /** A file of the scenario's folder, by its path there. */
  file(path: string): FileCard | undefined;
  /** True if the condition holds now, in lead control's world. */
  holdsTrue(when: Condition): boolean;
  /** What a jump to `to` would decide, in order of time: what it stops before. */
  stops(to: Ms): readonly Coming[];
  /** The card of a thing of any room; undefined for what waits for no controller. */
  card(id: Id): Card | undefined;
}

/** What a room may use while the scenario enters. */
export type Brief = Pick<Context, 'id' | 'digest' | 'roster' | 'file' | 'world' | 'seen'>;

/** What set a reaction off: an event, a guard whose condition has just become true, or an alarm. */
export type Cause<E extends Named = AnyEvent> =
  | { readonly event: E; readonly meta: Meta }
  | { readonly guard: string }
  | { readonly alarm: string };

/** What conditions are asked of. */
export interface Look {
  readonly world: World;
  readonly roster: Roster;
  readonly now: Ms;
}

/** An atom: what conditions may ask of a room. */
export interface Atom<A> {
  holds(look: Look, args: A): boolean;
  /** Keys whose touch may change the answer. */
  keys(args: A): readonly string[];
  /** For an answer that never becomes false again: does this event make it true? Spares reading the whole history. */
  fires?(look: Look, args: A, event: AnyEvent, meta: Meta): boolean;
  /** Scenario time at which the answer may change by itself. */
  time?(args: A): Ms;
  /**
   * What a party's controllers may read of it, in ids that they hold: only if they hold all that it depends on. Undefined, or
   * none of this: nothing, and what it stands on just "waits". `part`: the same of another condition.
   */
  readable?(names: Names, party: string, args: A, part: (when: Condition) => Condition | undefined): Condition | undefined;
  /** What it names. Also asked of what nobody has checked yet. */
  names?(args: A): readonly Naming[];
  /** True if whenever `a` holds, `b` does. */
  implies?(a: A, b: A): boolean;
  /** True if the two can never hold together. */
  excludes?(a: A, b: A): boolean;
  /** False if all these answers together are impossible, as far as the newest (the last) goes. */
  mayAll?(asked: readonly { readonly args: A; readonly holds: boolean }[], bounds: Bounds): boolean;
}

/** The scenario, and its injects' own ids: conditions are cut for their readers before there is a world. */
export interface Names {
  readonly scenario: Scenario;
  readonly roster: Roster;
  /** Scenario id of an inject → its opaque id. */
  readonly injects: ReadonlyMap<string, Id>;
}
/** One thing that a condition names, by its id in the scenario or its address. */
export interface Naming {
  readonly kind:
    | 'milestone'
    | 'variable'
    | 'inject'
    | 'expected'
    | 'item'
    | 'post'
    | 'correspondent'
    | 'originator'
    | 'forum'
    | 'subject'
    | 'topic'
    | 'line'
    | 'said'
    | 'outlet'
    | 'party'
    | 'plan'
    | 'option'
    | 'step';
  readonly id: string | undefined;
  /** The key at which it stands; none: it is all that stands there. */
  readonly at?: string;
  /** True if the condition can hold before that comes. */
  readonly before?: boolean;
}
/** What bounds every course of an exercise. */
export interface Bounds {
  /** Length of the exercise, ms. */
  readonly end: Ms;
  /** The value with which each variable begins. */
  readonly variables: ReadonlyMap<string, string | number | boolean>;
}

/** A guard: a condition that a room wants to hear of when it becomes true. */
export interface Guard {
  readonly key: string;
  readonly when: Condition;
}
/**
 * An alarm: a scenario time at which a room wants to be asked. Stale ones, and one that rings again, are harmless: the
 * room looks at its state.
 */
export interface Alarm {
  readonly key: string;
  readonly at: Ms;
  /** Rings in the millisecond after `at`: what ends then, and an answer exactly at `at` is in time. */
  readonly after?: true;
}

/** What follows at `due` if nobody acts until then; `waits`: nothing does, it goes on waiting. */
export type IfNothing = 'agreed' | 'lapses' | 'escalates' | 'late' | 'missed' | 'waits';

/** A lookup of a room. */
export type Things = readonly [room: RoomName, lookup: string];

/** One thing that waits for a viewer’s act, as the viewer’s own world tells. */
export interface Waits {
  readonly id: Id;
  /** Since when it waits, scenario ms. */
  readonly since: Ms;
  /** Until when it is to be done, or (an inject) when it is to begin, scenario ms; absent where no time is set. */
  readonly due?: Ms | undefined;
  readonly ifNothing: IfNothing;
  /** `first`: before all else; `presses`: before what only waits; `idle`: after all, nobody hurries it; `aside`: in a place of its own, in no other list and no count. */
  readonly press?: 'first' | 'presses' | 'idle' | 'aside' | undefined;
}
/** The same, with the room and the room’s own word for what is to be done. */
export interface Waiting extends Waits {
  readonly room: string;
  readonly kind: string;
}

/** A command that settles something, as far as its room can say it: whoever gives it may add to it. */
export interface Settling {
  readonly type: Command['type'];
  readonly [field: string]: unknown;
}

/** One thing that time will do. */
export interface Coming {
  /** The room’s own word for what happens then. */
  readonly kind: string;
  readonly id: Id;
  /** Scenario ms. */
  readonly at: Ms;
  /** A jump stops before it: nobody can act while the clock jumps, and it would be decided. */
  readonly stops?: true;
}

/** A thing that may wait for a controller’s hand: whose hand, and the facts that tell those that it waits. */
export interface Card {
  readonly hands: readonly Address[];
  readonly facts: readonly Id[];
  /** Each hand has it for itself: that one has taken it is told to no other, lead control aside. */
  readonly each?: true;
  /** Others let it pass: a controller may dismiss it. */
  readonly letPass?: boolean;
}

/** Sides that sat at one table. The review has an edition of what every one of them held. */
export interface Circle {
  /** What the edition is called: the room’s own word for the table, and its id. */
  readonly edition: string;
  /** The seats of each side. */
  readonly sides: readonly (readonly Address[])[];
}

/** Where a command may come from. */
export type Side = 'player' | 'control' | 'evaluators' | 'observers';

/** One thing that a search looks through. */
export interface Findable {
  /** The room’s own word for it. */
  readonly kind: string;
  readonly id: Id;
  /** Scenario ms. */
  readonly at: Ms;
  readonly title: Text;
  /** All that is to be searched, the title too. */
  readonly texts: readonly (Text | undefined)[];
}

/** A text that somebody wrote, as it stands in one world. */
export interface Written {
  readonly id: Id;
  /** Since when this version stands, scenario ms. */
  readonly since: Ms;
  /** How many versions came before it, as this world tells. */
  readonly version: number;
  /** The room’s own name of the version. */
  readonly made?: Version | undefined;
  readonly title?: Text | undefined;
  /** One, or the portions of an item. */
  readonly texts: readonly Text[];
  /** The thing in which it stands, if it is none by itself. */
  readonly within?: Id | undefined;
  /** True once it was withdrawn, or will never be said. */
  readonly over: boolean;
}
/** What somebody adds: the whole text, the language beside those that it had. */
export interface Translated {
  readonly language: string;
  readonly title?: Text | undefined;
  readonly texts: readonly Text[];
}
/** What a room says of a kind of text that people write in it, so that it can be given in one language more. */
export interface Writing {
  one(world: World, id: Id): Written | undefined;
  /** Those that a viewer was given and whose authors’ side may be asked for a language; in lead control’s world as in the viewer’s own. */
  all?(look: Pick<Look, 'world' | 'roster'>, viewer: Address): Iterable<Written>;
  /** True where another language changes it, so that it is worded and agreed where it stands: it waits for one, and nobody adds any. */
  readonly worded?: true;
  /** Who wrote it: a seat, a party, `control` or `control:PARTY`, as far as this world tells. */
  author(look: Pick<Look, 'world' | 'roster'>, id: Id): Address;
  /** True if a holder was asked to destroy it: then others give it no words of it. Absent: of nothing is that asked. */
  ended?(look: Pick<Look, 'world' | 'roster'>, id: Id, holder: Address): boolean;
  /** The drafts by which its holders get the language; the acting side has been judged already. */
  translate(ctx: Context, id: Id, done: Translated, by: Actor): Draft[] | Rejection;
}

/**
 * A capability: its language (commands, events), its state, its rules.
 * `decide` gives drafts or a rejection; `evolve` reads only what the event's whole audience holds.
 */
export interface Room<S, C extends Named = never, E extends Named = Named> {
  /** Names of this room's commands, for dispatch; `true` only. Their schemas stand in its `commands.ts`, which no browser loads. */
  readonly commands: { readonly [T in C['type']]: true };
  /** Where a command may come from; from players and control, if nothing is said. */
  readonly from?: { readonly [T in C['type']]?: readonly Side[] };
  /** What still comes and still waits once the exercise has ended, by name; of all else nothing is taken, and nothing waits. */
  readonly afterEnd?: { readonly commands?: readonly C['type'][]; readonly waits?: readonly string[] };
  /** Names of this room's events, for dispatch; `true` only. */
  readonly events: { readonly [T in E['type']]: true };
  initial(): S;
  /** The scenario enters as addressed events. */
  brief?(scenario: Scenario, ctx: Brief): Draft[];
  decide?(ctx: Context, command: C, by: Actor): Draft[] | Rejection;
  evolve(own: S, event: E, meta: Meta): void;
  /**
   * The parts of its state that `evolve` replaces and never changes: two worlds may share them. Where nothing is said, a world that
   * begins where another stood copies all but what events say.
   */
  lasting?(own: S): Iterable<object>;
  react?(ctx: Context, cause: Cause): Draft[];
  /** The events, its own or others', that `react` answers; it is asked of no other. */
  readonly hears?: readonly AnyEvent['type'][];
  guards?(event: E): readonly Guard[];
  alarms?(event: E): readonly Alarm[];
  /** Keys that an event touches, for the dependency index; asked after `evolve`. */
  touches?(event: E, world: World): readonly string[];
  /** Ids of things that this event brings to its audience, although others may hold them already. */
  introduces?(event: E): readonly Id[];
  /**
   * What waits for a viewer, by kind: a selector over the viewer’s own world. Asked of lead control’s world, it says what
   * waits for that seat there.
   */
  readonly waits?: { readonly [kind: string]: (world: World, viewer: Address, now: Ms) => readonly Waits[] };
  /**
   * By kind of what waits: the lookups of whose things it says it, so that nobody asks of others. None for a kind that is asked
   * whatever was touched.
   */
  readonly waitsAmong?: { readonly [kind: string]: (keyof S & string) | readonly Things[] };
  /** By kind of what waits: from which side alone it can wait for anybody. None for a kind that may wait for any. */
  readonly waitsFor?: { readonly [kind: string]: Side };
  /**
   * By kind of what waits: the plainest act that settles it, as a command to fill in, with `line` where words are needed. Asked of
   * the viewer’s own world. Undefined, or no such kind: it takes a person’s judgement.
   */
  readonly settle?: { readonly [kind: string]: (world: World, viewer: Address, id: Id, line: Text) => Settling | undefined };
  /** The card of one of its things that may wait for a controller’s hand; undefined for anything else. */
  card?(look: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined;
  /** What time will do after `from` and until `to`, as far as the viewer’s own world tells: what a jump passes. */
  comes?(world: World, viewer: Address, from: Ms, to: Ms): readonly Coming[];
  /** The sides that this event sets at one table, for good; undefined for any other event. */
  circle?(event: E, id: Id): Circle | undefined;
  /** What a search in this world looks through. */
  find?(world: World): Iterable<Findable>;
  /** The answers to what conditions may ask of it; the questions stand in its `asks.ts`. */
  readonly atoms?: { readonly [N in AtomName]?: Atom<Asked<N>> };
  /** What people write in it for others. */
  readonly writings?: readonly Writing[];
}

/** No marks yet: one empty map for all things that nobody has marked. */
export const NO_MARKS: ReadonlyMap<Address, never> = new Map<Address, never>();

/** Sets a mark in place, in a map of its own from the first mark on. Asked by size: a copy of a world has a copy of the empty one, which all its things share. */
export function marked<M>(marks: ReadonlyMap<Address, M>, seat: Address, mark: M): ReadonlyMap<Address, M> {
  const own = marks.size === 0 ? new Map<Address, M>() : (marks as Map<Address, M>);
  return own.set(seat, mark);
}

/** Tells a rejection from drafts. */
export function isRejection(x: readonly Draft[] | Rejection): x is Rejection {
  return !Array.isArray(x);
}

/** One answer for "does not exist" and "not released to you". */
export function unknown(what: string): Rejection {
  return {
    code: 'unknown',
    message: `There is no such ${what}, or it was not released to you. Reload the page if you think that it should be there.`,
    details: { what },
  };
}
