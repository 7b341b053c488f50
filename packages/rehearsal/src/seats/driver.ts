import {
  type Address,
  type Answer,
  among,
  type Command,
  commandSchema,
  evaluate,
  eventKind,
  type Id,
  idsIn,
  injectOfDelivery,
  type Ms,
  type Recorded,
  type RoomName,
  settling,
  type Waiting,
  waitingIn,
  waitingRooms,
  waitsOf,
} from '@entente/engine';
import { resolveStep, type Step } from '@entente/scenario';
import type { Draws } from '../chance/draws.ts';
import { STOCK_LINE } from './defaults.ts';
import { type Asked, Groups, type Look, lookOf, toldOf, withOne, withRoom } from './look.ts';
import { Queue } from './queue.ts';
import type { Doing, Rule, RuleBook } from './rule.ts';
import type { Listeners, Planned, Seat, SimulatedAct, Stage } from './seat.ts';
import { Stead } from './stead.ts';
import { doneBy, earliest, endedBy, has, isSame, later, names } from './waited.ts';

const NOTHING: readonly never[] = [];

/** Between two acts that settle one thing. */
const BETWEEN: Ms = 20_000;
/**
 * The one driver of simulated seats, in a rehearsal and in a live exercise. It is told what was made, and says who does what when:
 * each seat by its rules, on what waits for it, what came to it and what it holds.
 */
export class SimulatedSeats {
  readonly #stage: Stage;
  readonly #draws: Draws;
  readonly #seats: readonly Seat[];
  readonly #bySeat: ReadonlyMap<Address, Seat>;
  readonly #queue = new Queue<Planned>();
  readonly #labels = new Map<string, Id>();
  /** Commands that rules mean to give, by kind. */
  readonly #meant = new Map<string, Set<Planned>>();
  readonly #stead = new Stead();
  /** When nearer rules did what did not settle a thing: by seat and by side, the kind of command, and the thing. */
  readonly #open = new Map<string, Ms>();
  /** Rules, by seat, that were carried out before the exercise was taken up. */
  readonly #done = new Set<string>();
  /** While it is taken up: when. */
  #since: Ms | undefined;
  readonly #told = new Map<ReadonlySet<Address>, readonly Seat[]>();
  readonly #listeners: Listeners;

  constructor(stage: Stage, book: RuleBook, draws: Draws, told: Listeners = {}) {
    this.#stage = stage;
    this.#draws = draws;
    this.#listeners = told;
    this.#seats = [...book].map(([seat, rules]) => ({
      seat,
      rules,
      known: new Map(),
      count: 0,
      told: undefined,
      gone: new Map(),
      times: new Map(),
      rising: rules.holds.map(() => false),
      party: stage.roster.partyOf(seat),
    }));
    this.#bySeat = new Map(this.#seats.map((s) => [s.seat, s]));
    for (const seat of this.#seats) for (const rule of seat.rules.times) this.#plan(seat, rule, 'time' in rule.on ? rule.on.time : 0);
  }

  /** Scenario time of the next act; undefined if nobody means to do anything. */
  get next(): Ms | undefined {
    return this.#queue.next;
  }

  /** Takes in what was just made; it was all made by `now`. */
  noticed(events: readonly Recorded[], now: Ms): void {
    if (events.length === 0) return;
    const { roster } = this.#stage;
    const groups = new Groups(roster.audience((events[0] as Recorded).to).viewers);
    for (const r of events) {
      const group = groups.of(roster.audience(r.to).viewers);
      const room = eventKind(r.event.type).name;
      if (waitingRooms.has(room)) group.rooms = withRoom(group.rooms, room);
      if (r.event.type === 'InjectDelivered') group.deliveries = withOne(group.deliveries, r);
      group.ids.add(r.id);
      idsIn(r.event, group.ids);
      // What was agreed on a text is done with in another room: a plan waits to be made active.
      const on = r.event.type === 'MatterClosed' && this.#stage.world.consultation.matters.get(r.event.matter)?.on;
      if (on) {
        group.ids.add(on.of);
        group.rooms = withRoom(group.rooms, 'execution');
      }
    }
    // Most seats are told of the same events: what was touched is looked up once for all of them.
    for (const group of groups.all) for (const seat of this.#among(group.viewers)) seat.told = toldOf(seat.told, group);
    for (const seat of this.#seats) {
      const { told } = seat;
      if (!told) continue;
      seat.told = undefined;
      this.#notice(seat, lookOf(told), now);
    }
  }

  /** The simulated seats in an audience. */
  #among(viewers: ReadonlySet<Address>): readonly Seat[] {
    const known = this.#told.get(viewers);
    if (known) return known;
    const told = this.#seats.filter((s) => viewers.has(s.seat));
    this.#told.set(viewers, told);
    return told;
  }

  /**
   * Takes up an exercise that is under way: what waits is planned from `now`, what came keeps its time if that lies ahead, and what
   * a seat has done itself it does not do again.
   */
  takeUp(events: readonly Recorded[], now: Ms): void {
    const done = doneBy(events);
    const labelled: [string, Ms][] = [];
    for (const { seat, rules } of this.#seats)
      for (const rule of rules.all) {
        const made = rule.makes === undefined ? undefined : done.get(`${seat} ${rule.makes}`)?.shift();
        if (made === undefined) continue;
        this.#done.add(`${seat} ${rule.key}`);
        if (rule.as === undefined) continue;
        this.#labels.set(rule.as, made.id);
        labelled.push([rule.as, made.at]);
      }
    this.#keep(({ at, seat, rule }) => at > now && !this.#done.has(`${seat} ${rule.key}`));
    this.#since = now;
    this.noticed(events, now);
    for (const [label, at] of labelled) this.#follow(label, at);
    for (const seat of this.#seats) this.#askConditions(seat, now);
    this.#since = undefined;
  }

  /** A seat is simulated again, at which a person sat: what waits for it is planned anew. */
  again(address: Address, now: Ms): void {
    const seat = this.#bySeat.get(address);
    if (!seat) return;
    this.#keep((item) => item.seat !== address || !item.waits);
    for (const list of seat.known.values())
      for (const w of list) {
        const rule = seat.rules.waits(w);
        if (rule) this.#plan(seat, rule, earliest(rule, w, now), w);
      }
  }

  /** Means to do no longer what does not stay. */
  #keep(stays: (item: Planned) => boolean): void {
    this.#queue.keep((item) => {
      const still = stays(item);
      if (!still && 'give' in item.rule.doing) this.#meant.get(item.rule.doing.give.do)?.delete(item);
      return still;
    });
  }

  #notice(seat: Seat, look: Look, now: Ms): void {
    if (seat.rules.deliveries.size > 0)
      for (const r of look.deliveries) this.#delivered(seat, r.id, this.#since === undefined ? now : r.at);
    let { rooms } = look;
    let waited = false;
    if (seat.count > 0)
      for (const id of look.each) {
        const known = seat.known.get(id);
        if (!known) continue;
        waited = true;
        // What is dismissed in one room waits in another.
        for (const { room } of known) rooms = withRoom(rooms, room as RoomName);
      }
    if (rooms.length > 0) {
      look.asked ??= this.#asked(look.ids, look.rooms);
      const { kinds, world } = rooms === look.rooms ? look.asked : this.#asked(look.ids, rooms);
      const waits = kinds.length > 0 ? waitingIn(world, seat.seat, now, kinds) : NOTHING;
      if (waits.length > 0 || waited) this.#settle(seat, look, waits, now);
    }
    if (seat.rules.holds.length > 0 && this.#since === undefined) this.#askConditions(seat, now);
  }

  /** What is asked of things that were touched: a room is asked of its own alone. */
  #asked(ids: ReadonlySet<Id>, rooms: readonly RoomName[]): Asked {
    const { world } = this.#stage;
    const kinds = waitsOf(world, ids, rooms);
    return { kinds, world: kinds.length > 0 ? among(world, ids, rooms) : world };
  }

  /** Notes what a nearer rule has done to things that wait for its seat or its side. */
  #didTo(seat: Address, command: Command, now: Ms): void {
    const own = this.#bySeat.get(seat) as Seat;
    const side = own.party === undefined ? [own] : this.#seats.filter((s) => s.party === own.party);
    for (const value of Object.values(command)) {
      if (typeof value !== 'string' || !side.some((s) => s.known.has(value))) continue;
      for (const who of [seat, own.party]) this.#open.set(`${who} ${command.type} ${value}`, now);
    }
  }

  /** What of the things touched waits now, against what waited before. */
  #settle(seat: Seat, { ids, each }: Look, waits: readonly Waiting[], now: Ms): void {
    let changed = false;
    let still: Waiting[] | undefined;
    for (const w of waits) {
      // A kind that is asked of all it finds is asked in a world that was cut down to what was touched.
      if (w.press === 'aside' || !ids.has(w.id)) continue;
      if (!has(seat.known.get(w.id), w)) {
        if (has(seat.gone.get(w.id), w) && !this.#really(seat, w, now)) continue;
        this.#begins(seat, w, now);
        changed = true;
      }
      if (still) still.push(w);
      else still = [w];
    }
    if (seat.count > 0)
      for (const id of each) {
        const known = seat.known.get(id);
        if (!known) continue;
        for (const w of known)
          if (!has(still, w)) {
            this.#ceases(seat, w);
            changed = true;
          }
      }
    if (changed) this.#listeners.loaded?.(seat.seat, seat.count, now);
  }

  /** What waited before and was settled by something that was not touched now is asked of the whole world. */
  #really(seat: Seat, { room, kind, id }: Waiting, now: Ms): boolean {
    const { world } = this.#stage;
    const all = waitingIn(world, seat.seat, now, waitsOf(world, new Set([id]), [room as RoomName]));
    return all.some((w) => w.id === id && w.kind === kind);
  }

  #begins(seat: Seat, w: Waiting, now: Ms): void {
    seat.known.set(w.id, [...(seat.known.get(w.id) ?? NOTHING), w]);
    seat.count++;
    const rule = seat.rules.waits(w);
    if (!rule) return;
    this.#plan(seat, rule, earliest(rule, w, now), w);
  }

  #ceases(seat: Seat, w: Waiting): void {
    const left = (seat.known.get(w.id) as Waiting[]).filter((k) => k !== w);
    if (left.length > 0) seat.known.set(w.id, left);
    else seat.known.delete(w.id);
    seat.count--;
    if (!has(seat.gone.get(w.id), w)) seat.gone.set(w.id, [...(seat.gone.get(w.id) ?? NOTHING), w]);
  }

  #delivered(seat: Seat, delivery: Id, now: Ms): void {
    const { injects } = this.#stage.world;
    // The author names injects; the seat holds the delivery.
    const name = injects.rows.get(injectOfDelivery(injects, delivery) ?? '')?.plan?.card.scenario;
    for (const rule of (name !== undefined && seat.rules.deliveries.get(name)) || []) this.#plan(seat, rule, now);
  }

  #askConditions(seat: Seat, now: Ms): void {
    seat.rules.holds.forEach((rule, n) => {
      if (!('holds' in rule.on)) return;
      const holds = evaluate({ world: this.#stage.seen(seat.seat), roster: this.#stage.roster, now }, rule.on.holds);
      if (holds && !seat.rising[n] && this.#since === undefined) this.#plan(seat, rule, now);
      seat.rising[n] = holds;
    });
  }

  #plan(seat: Seat, rule: Rule, from: Ms, waits?: Waiting): void {
    const nth = seat.times.get(rule.key) ?? 0;
    seat.times.set(rule.key, nth + 1);
    if ('nothing' in rule.doing && 'nothing' in rule.otherwise) return;
    if (this.#done.size > 0 && this.#done.has(`${seat.seat} ${rule.key}`)) return;
    const at = from + this.#draws.delay(rule.after, rule, seat.seat, nth);
    // What lay behind when the exercise was taken up, and was not done, was left undone.
    if (this.#since !== undefined && !waits && at <= this.#since) return;
    const item: Planned = { at, seat: seat.seat, rule, nth, waits };
    this.#queue.put(at, item);
    if ('give' in rule.doing) {
      const { do: type } = rule.doing.give;
      const meant = this.#meant.get(type);
      if (meant) meant.add(item);
      else this.#meant.set(type, new Set([item]));
    }
  }

  /** The next act of what is due at `now`; undefined if there is none. */
  take(now: Ms): SimulatedAct | undefined {
    while ((this.#queue.next ?? Number.POSITIVE_INFINITY) <= now) {
      const { item } = this.#queue.take() as { item: Planned };
      const { seat, rule, nth, waits } = item;
      if ('give' in rule.doing) this.#meant.get(rule.doing.give.do)?.delete(item);
      const own = this.#bySeat.get(seat) as Seat;
      if (waits && !has(own.known.get(waits.id), waits)) continue;
      const happened = this.#draws.happens(rule, seat, nth);
      if (rule.chance !== undefined) this.#listeners.chanced?.(rule, happened);
      const command = this.#commandOf(happened ? rule.doing : rule.otherwise, seat, waits, now, rule);
      if (!command) continue;
      const act: SimulatedAct = { seat, command, rule, nth, happened, waits };
      const nearer = waits && rule.house && (this.#nearer(own, rule.house, command, waits, now) ?? this.#leftOpen(own, act, waits, now));
      if (nearer === undefined) return act;
      this.#listeners.left?.(act, now, nearer);
      this.leave(act, nearer);
    }
    return undefined;
  }

  /** Comes back to an act at `until`, if it is still to be done then. */
  leave({ seat, rule, nth, waits }: SimulatedAct, until: Ms): void {
    this.#queue.put(until, { at: until, seat, rule, nth, waits });
  }

  /**
   * Until when an act is left that a nearer rule has done, and that settled nothing (somebody asked for time): it is come to as
   * if it had begun to wait then.
   */
  #leftOpen({ seat, party }: Seat, { command, rule, nth }: SimulatedAct, { id }: Waiting, now: Ms): Ms | undefined {
    const done = this.#open.get(`${rule.house === 'side' && party !== undefined ? party : seat} ${command.type} ${id}`);
    if (done === undefined) return undefined;
    const until = done + this.#draws.delay(rule.after, { ...rule, key: `${rule.key} again` }, seat, nth);
    return until > now ? until : undefined;
  }

  /** A little after a nearer rule, of this seat or (`side`) of another of its side, means to settle the same; undefined if none does. */
  #nearer({ seat, party }: Seat, house: 'alone' | 'side', { type }: Command, { id }: Waiting, now: Ms): Ms | undefined {
    let first: Ms | undefined;
    for (const kind of endedBy(type))
      for (const p of this.#meant.get(kind) ?? NOTHING) {
        if (p.seat !== seat && (house === 'alone' || party === undefined || this.#bySeat.get(p.seat)?.party !== party)) continue;
        if (first !== undefined && p.at >= first) continue;
        const command = this.#commandOf(p.rule.doing, p.seat, p.waits, now);
        if (command && names(command, id)) first = Math.max(now, p.at);
      }
    return first === undefined ? undefined : first + BETWEEN;
  }

  /** `rule`: whose it is, where it is done now and not only thought of. */
  #commandOf(doing: Doing, seat: Address, waits: Waiting | undefined, now: Ms, rule?: Rule): Command | undefined {
    if ('nothing' in doing) return undefined;
    if ('settle' in doing) {
      const act = waits && settling(this.#stage.seen(seat), seat, waits, STOCK_LINE);
      if (!act) return undefined;
      if (Object.keys(doing.settle).length === 0) return act as unknown as Command;
      const { data } = commandSchema.safeParse({ ...act, ...doing.settle });
      if (!data && rule) this.#listeners.unfit?.(seat, rule, String((act as { type?: unknown }).type), now);
      return data;
    }
    const labels = waits ? { get: (label: string) => (label === 'it' ? waits.id : this.#labels.get(label)) } : this.#labels;
    const step: Step = { at: 0, seat, file: '', line: 0, ...doing.give };
    const command = resolveStep(step, labels, this.#stage.world, this.#stage.roster);
    if ('problem' in command) return undefined;
    return doing.at === undefined || doing.at >= now ? command : later(command, now - doing.at);
  }

  /** Tells what came of an act: what it made may be what another waits for. */
  answered({ rule, seat, command, waits }: SimulatedAct, answer: Answer, now: Ms): void {
    if (answer.ok && 'give' in rule.doing && !rule.house) this.#didTo(seat, command, now);
    if (answer.ok && waits && 'settle' in rule.doing) this.#goOn(seat, command, rule, waits, now);
    const made = answer.ok ? answer.events[0] : undefined;
    const labelled =
      rule.as === undefined
        ? made !== undefined && waits && this.#stead.did(command, waits.id, made)
        : this.#stead.meant(command, rule.as, made);
    for (const [label, id] of labelled || NOTHING) {
      this.#labels.set(label, id);
      this.#follow(label, now);
    }
  }

  /** What is settled by several acts is settled one after the other. */
  #goOn(seat: Address, command: Command, rule: Rule, waits: Waiting, now: Ms): void {
    const own = this.#bySeat.get(seat) as Seat;
    const next = has(own.known.get(waits.id), waits) && settling(this.#stage.seen(seat), seat, waits, STOCK_LINE);
    if (!next || isSame(next, command)) return;
    const at = now + BETWEEN;
    this.#queue.put(at, { at, seat, rule, nth: own.times.get(rule.key) ?? 0, waits });
  }

  #follow(label: string, now: Ms): void {
    for (const seat of this.#seats) for (const follower of seat.rules.labels.get(label) ?? []) this.#plan(seat, follower, now);
  }

  /** How many things wait for a seat. */
  waitingFor(seat: Address): number {
    return this.#bySeat.get(seat)?.count ?? 0;
  }
}
