import { answers } from './atoms.ts';
import { type Address, split } from './audience.ts';
import { clockStatus } from './clock/clock.ts';
import { isPast } from './deadlines.ts';
import type { Id, Meta, Ms, Named, Text } from './fact.ts';
import type { Card, Circle, Coming, Findable, Look, Room, Settling, Side, Things, Waiting, Waits } from './room.ts';
import { ROOMS } from './rooms.ts';
import type { AnyEvent, RoomName, World } from './world.ts';
import { WRITINGS } from './writings.ts';

/** Any room, its own types set aside: dispatch goes by table keys. */
export type AnyRoom = Room<never, Named & { readonly type: never }, Named>;

/** Rooms with their names, in order. */
export const roomEntries = Object.entries(ROOMS) as unknown as readonly (readonly [RoomName, AnyRoom])[];

/** What an event’s name leads to: its room, and the rooms that answer it, in order. */
export interface EventKind {
  readonly type: string;
  readonly name: RoomName;
  readonly room: AnyRoom;
  /** The room before its first event. */
  readonly empty: object;
  readonly hearers: readonly AnyRoom[];
}
/** What a command’s name leads to: its room, the sides from which it may come, and whether it may after ENDEX. */
export interface CommandKind {
  readonly room: AnyRoom;
  readonly from: readonly Side[];
  readonly afterEnd: boolean;
}
const NONE: readonly never[] = [];
const ACTING: readonly Side[] = ['player', 'control'];
const eventKinds = new Map<string, EventKind>();
const commandKinds = new Map<string, CommandKind>();
/** The rooms as they are before their first event: the worlds of exercises share them until it comes. */
const EMPTY = {} as Record<RoomName, object>;
for (const [name, room] of roomEntries) {
  const empty = room.initial() as object;
  EMPTY[name] = empty;
  for (const type of Object.keys(room.events))
    eventKinds.set(type, {
      type,
      name,
      room,
      empty,
      hearers: roomEntries.map(([, r]) => r).filter((r) => r.hears?.includes(type as never)),
    });
  const from: Readonly<Record<string, readonly Side[]>> = room.from ?? {};
  const late: readonly string[] = room.afterEnd?.commands ?? [];
  for (const type of Object.keys(room.commands))
    commandKinds.set(type, { room, from: from[type] ?? ACTING, afterEnd: late.includes(type) });
  answers(room.atoms);
  WRITINGS.push(...(room.writings ?? []));
}

/** One kind of what waits: its room and name, who says it, and of the things of which lookup. */
export interface WaitsKind {
  readonly room: RoomName;
  readonly kind: string;
  readonly of: (world: World, viewer: Address, now: Ms) => readonly Waits[];
  /** Of the things of these lookups alone. */
  readonly among: readonly Things[] | undefined;
  readonly side: Side | undefined;
  readonly afterEnd: boolean;
}
/** What may wait in each room, kind by kind. */
const waitsByRoom: ReadonlyMap<RoomName, readonly WaitsKind[]> = new Map(
  roomEntries.flatMap(([room, { waits, waitsAmong, waitsFor, afterEnd }]) => {
    const late = afterEnd?.waits ?? NONE;
    const kinds = Object.entries(waits ?? {}).map(([kind, of]): WaitsKind => {
      const things = waitsAmong?.[kind];
      const among = typeof things === 'string' ? [[room, things] as const] : things;
      return { room, kind, of, among, side: waitsFor?.[kind], afterEnd: late.includes(kind) };
    });
    return kinds.length > 0 ? [[room, kinds] as const] : [];
  }),
);

/** Where an event belongs. @throws RangeError for an event that no room knows. */
export function eventKind(type: string): EventKind {
  const place = (type.length * 4 + type.charCodeAt(7)) & 127;
  const last = lately[place];
  if (last?.type === type) return last;
  const found = eventKinds.get(type);
  if (!found) throw new RangeError(`no room knows the event ${type}: the record is of a newer version`);
  lately[place] = found;
  return found;
}
/**
 * The last kinds that were asked for, by length and eighth letter of their names: a text that was just read has no hash, and making
 * one to look it up costs more than comparing it.
 */
const lately: (EventKind | undefined)[] = new Array(128).fill(undefined);

/** Where a command belongs; undefined for one that no room knows. */
export function commandKind(type: string): CommandKind | undefined {
  return commandKinds.get(type);
}

/** The room of a name. */
export function roomNamed(name: RoomName): AnyRoom {
  return ROOMS[name] as unknown as AnyRoom;
}

const SIDES: Readonly<Record<string, Side>> = { seat: 'player', control: 'control', evaluators: 'evaluators', observers: 'observers' };

/** True if the command may come from that seat at all; what it may do besides, its room says. */
export function mayCome({ from }: CommandKind, seat: Address): boolean {
  const side = SIDES[split(seat)[0]];
  return side !== undefined && from.includes(side);
}

/** The world before the first event: nothing. */
export function emptyWorld(): World {
  const world = { ...EMPTY };
  for (const [name, room] of roomEntries) world[name] = room.initial() as object;
  return world as unknown as World;
}

/** The same, of which nothing may be written but by `evolve`: a room has a state of its own from its first event on. */
export function bareWorld(): World {
  return { ...EMPTY } as unknown as World;
}

/**
 * Folds one event into a world, and gives the room whose state it was for. The same in server, browser, replay and rehearsal;
 * it mutates and copies nothing.
 */
export function evolve(world: World, event: AnyEvent, meta: Meta): RoomName {
  const { name, room, empty } = eventKind(event.type);
  let own: object = world[name];
  if (own === empty) {
    own = room.initial();
    (world as Record<RoomName, object>)[name] = own;
  }
  room.evolve(own as never, event, meta);
  return name;
}

/** What in a world is replaced and never changed. */
export function* lastingIn(world: World): Generator<object> {
  for (const [name, { lasting }] of roomEntries) if (lasting) yield* lasting(world[name] as never);
}

/** What waits for a viewer in all rooms: what comes before all, what is overdue or presses, the rest by its time. */
export function waiting(world: World, viewer: Address, now: Ms): Waiting[] {
  const found = waitingIn(world, viewer, now);
  const rank = (w: Waiting): number =>
    w.press === 'first' ? 0 : w.press === 'idle' || w.press === 'aside' ? 3 : w.press === 'presses' || isPast(w.due, now) ? 1 : 2;
  const time = (w: Waiting): Ms => w.due ?? w.since;
  return found.sort((a, b) => rank(a) - rank(b) || time(a) - time(b));
}

/** The same of these kinds alone, in no order. */
export function waitingIn(world: World, viewer: Address, now: Ms, kinds: readonly WaitsKind[] = ALL_WAITS): Waiting[] {
  const ended = clockStatus(world) === 'ended';
  const own = SIDES[split(viewer)[0]];
  let found: Waiting[] | undefined;
  for (const { room, kind, of, side, afterEnd } of kinds) {
    if ((ended && !afterEnd) || (side !== undefined && side !== own)) continue;
    for (const w of of(world, viewer, now)) {
      const waiting = { ...w, room, kind };
      if (found) found.push(waiting);
      else found = [waiting];
    }
  }
  return found ?? [];
}
const ALL_WAITS = [...waitsByRoom.values()].flat();

/** The kinds in these rooms that may say something of these things, or are asked of whatever it is. */
export function waitsOf(world: World, ids: ReadonlySet<Id>, rooms: Iterable<RoomName>): readonly WaitsKind[] {
  const found: WaitsKind[] = [];
  for (const room of rooms)
    for (const kind of waitsByRoom.get(room) ?? NONE) if (!kind.among || isAmong(world, kind.among, ids)) found.push(kind);
  return found;
}
type Lookups = Readonly<Record<string, ReadonlyMap<Id, unknown> | undefined>>;

function isAmong(world: World, among: readonly Things[], ids: ReadonlySet<Id>): boolean {
  for (const [room, lookup] of among) {
    const things = (world[room] as unknown as Lookups)[lookup];
    if (things && hasAny(things, ids)) return true;
  }
  return false;
}

function hasAny(things: ReadonlyMap<Id, unknown>, ids: ReadonlySet<Id>): boolean {
  if (things.size > 0) for (const id of ids) if (things.has(id)) return true;
  return false;
}

/** The plainest act that settles what waits for a viewer, as its own world tells; undefined where only a person can say. */
export function settling(
  world: World,
  viewer: Address,
  { room, kind, id }: Pick<Waiting, 'room' | 'kind' | 'id'>,
  line: Text,
): Settling | undefined {
  return roomNamed(room as RoomName).settle?.[kind]?.(world, viewer, id, line);
}

/** The rooms in which something may wait. */
export const waitingRooms: ReadonlySet<RoomName> = new Set(waitsByRoom.keys());

/** Every kind of what may wait, as `room.kind`. */
export function waitingKinds(): string[] {
  return ALL_WAITS.map(({ room, kind }) => `${room}.${kind}`);
}

/** The card of a thing that may wait for a controller’s hand, whichever room’s it is; undefined for anything else. */
export function cardOf(look: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined {
  for (const [, room] of roomEntries) {
    const card = room.card?.(look, id);
    if (card) return card;
  }
  return undefined;
}

/** The sides that an event sets at one table; undefined for most events. */
export function circleOf(event: AnyEvent, id: Id): Circle | undefined {
  return eventKind(event.type).room.circle?.(event, id);
}

/** All that a search in this world looks through, room by room. */
export function* findables(world: World): Generator<Findable> {
  for (const [, { find }] of roomEntries) if (find) yield* find(world);
}

/** What time will do in all rooms after `from` and until `to`, as far as the viewer’s own world tells, in order of time. */
export function coming(world: World, viewer: Address, from: Ms, to: Ms): (Coming & { readonly room: RoomName })[] {
  if (to <= from) return [];
  const found = roomEntries.flatMap(([room, { comes }]) => (comes?.(world, viewer, from, to) ?? []).map((c) => ({ ...c, room })));
  return found.sort((a, b) => a.at - b.at);
}
