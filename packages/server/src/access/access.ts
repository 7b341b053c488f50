import { createHash } from 'node:crypto';
import { type Address, type Id, type Roster, split } from '@entente/engine';
import type { WallClock } from '../clock.ts';
import type { Order } from '../order.ts';
import { opaque, type Randomness } from '../randomness.ts';
import { DiskFault, type Seating, type SessionRow, type Standing, type Store } from '../store/store.ts';
import { Endings } from './endings.ts';
import { Sessions } from './sessions.ts';

/** Join links and cookies carry 256 random bits; the store keeps their SHA-256 only. */
const TOKEN_BITS = 256;
const DOOR_BITS = 128;
/** A session outlives an exercise of several days, not a season. */
const SESSION_MS = 30 * 24 * 3_600_000;
export const SESSION_SECONDS = SESSION_MS / 1000;
/** How often sessions whose time is over are let go: a stream may outlive its session by so much, a request by nothing. */
const TIDY_MS = 60_000;
/** Sessions at one seat that came in by its link, or that the director opened. Those which nobody uses give way. */
export const MOST_SESSIONS = 200;

export interface Entry {
  readonly session: SessionRow;
  readonly door: string;
  /** The cookie's value; nobody keeps it but the browser. */
  readonly token: string;
}

/** So many browsers are in by one link that nobody else may come in by it. */
export class LinkFull extends Error {
  override readonly name = 'LinkFull';
}

/** Throws if whoever asks may no more. */
export type Judge = () => void;

/**
 * Who may come in, and where to: director link, join links, doors and sessions. Nothing of what it says may be kept: a
 * session is asked for when something is done.
 *
 * Sessions are judged from memory (read when somebody first asks for an exercise), so that nothing can happen between the judgement and the act. What begins is durable before
 * it stands; what ends stands until its end is durable, and acts of one exercise wait for each other (`Order`).
 */
export class Access {
  /** Whatever ends a session, it is told here. */
  readonly endings = new Endings();
  readonly #store: Store;
  readonly #clock: WallClock;
  readonly #randomness: Randomness;
  readonly #order: Order;
  readonly #sessions = new Sessions();
  /** Exercises whose sessions are at hand: those that somebody has asked for. */
  readonly #known = new Set<string>();
  #directors: Map<string, number> = new Map();
  #tidying: unknown;

  constructor(store: Store, clock: WallClock, randomness: Randomness, order: Order) {
    this.#store = store;
    this.#clock = clock;
    this.#randomness = randomness;
    this.#order = order;
  }

  /** Reads from the store who may come in: at the start, and where the store may know better than we. */
  async reread(): Promise<void> {
    this.#directors = new Map(await this.#store.directorSessions());
    for (const exercise of this.#known) await this.#order.run(exercise, () => this.rereadOf(exercise));
  }

  /** The same for one exercise, within its order: a commit that seemed to fail may have begun or ended sessions. */
  async rereadOf(exercise: string): Promise<void> {
    this.#sessions.replace(exercise, await this.#store.sessions(exercise));
    this.#known.add(exercise);
    this.sweep();
  }

  /** Has at hand the sessions of the exercise that a cookie is for, so that they can be judged without waiting. */
  async know(cookie: string | undefined): Promise<void> {
    if (cookie === undefined || this.#sessions.at(digest(cookie))) return;
    const exercise = await this.#store.sessionAt(digest(cookie));
    if (exercise !== undefined) await this.#order.run(exercise, () => this.#load(exercise));
  }

  /** Within the order of its exercise. */
  async #load(exercise: string): Promise<void> {
    if (!this.#known.has(exercise)) await this.rereadOf(exercise);
  }

  /** Lets go of sessions whose time is over, now and every minute until `close`. */
  async tidy(): Promise<void> {
    const now = this.#clock.now();
    this.#tidying = this.#clock.setTimer(TIDY_MS, () => void this.tidy());
    this.#sessions.drop((s) => s.expiresAt <= now);
    for (const [token, until] of this.#directors) if (until <= now) this.#directors.delete(token);
    this.sweep();
    try {
      await this.#store.dropExpired(now);
    } catch (why) {
      // An expired session opens nothing; that it lies there for another minute harms nobody.
      if (!(why instanceof DiskFault)) throw why;
    }
  }

  close(): void {
    this.#clock.clearTimer(this.#tidying);
  }

  /** A fresh one-time director link's token. The one before is void, and all that directors have opened ends. */
  async makeDirectorLink(): Promise<string> {
    const token = this.#token();
    await this.#store.dropDirectors();
    this.#directors.clear();
    this.#sessions.drop((s) => !s.byLink);
    this.sweep();
    await this.#store.putDirectorLink(digest(token));
    return token;
  }

  /** True if nobody has come in by a director link yet. */
  get directorless(): boolean {
    return this.#directors.size === 0;
  }

  /** Spends a director link; gives the director's cookie, or undefined if the link is not good. */
  async enterAsDirector(link: string): Promise<string | undefined> {
    if (!(await this.#store.spendDirectorLink(digest(link)))) return undefined;
    const token = this.#token();
    const until = this.#clock.now() + SESSION_MS;
    await this.#store.putDirectorSession(digest(token), until);
    this.#directors.set(digest(token), until);
    return token;
  }

  isDirector(cookie: string | undefined): boolean {
    const until = cookie === undefined ? undefined : this.#directors.get(digest(cookie));
    return until !== undefined && until > this.#clock.now();
  }

  /**
   * Join links for viewers, each shown this once. What was reached by an old link ends: link, sessions, streams. `keep`: the
   * session that asks.
   */
  issue(
    exercise: string,
    viewers: readonly Address[],
    { judge, keep }: { readonly judge: Judge; readonly keep?: string },
  ): Promise<{ seat: Address; token: string }[]> {
    return this.#order.run(exercise, async () => {
      await this.#load(exercise);
      judge();
      const links: { seat: Address; token: string }[] = [];
      for (const seat of viewers) {
        const token = this.#token();
        await this.#store.putLink(exercise, seat, digest(token));
        links.push({ seat, token });
      }
      const reached = this.#sessions.of(exercise).filter((s) => viewers.includes(s.viewer) && s.byLink && s.id !== keep);
      await this.#end(reached);
      return links;
    });
  }

  /** True if the link opens a seat. */
  async knows(link: string): Promise<boolean> {
    return (await this.#store.linkAt(digest(link))) !== undefined;
  }

  /** The door of the seat that a link opens; undefined if the link is not good. Who has been in knows it by its cookie there. */
  async doorOf(link: string): Promise<string | undefined> {
    const found = await this.#store.linkAt(digest(link));
    return found && this.#store.door(found.exercise, found.viewer, opaque(this.#randomness, DOOR_BITS));
  }

  /** Exchanges a join link for a session at its seat's door; undefined if the link is not good. @throws LinkFull */
  async join(link: string): Promise<Entry | undefined> {
    const found = await this.#store.linkAt(digest(link));
    if (!found) return undefined;
    return this.#order.run(found.exercise, async () => {
      await this.#load(found.exercise);
      // It may have been issued anew, or handed over, while others had their turn.
      const at = await this.#store.linkAt(digest(link));
      return at && this.#enter(at.exercise, at.viewer, true);
    });
  }

  /** The director's own way to lead control. */
  openControl(exercise: string, judge: Judge): Promise<Entry> {
    return this.openOwn(exercise, 'control', judge);
  }

  /**
   * The director's own way to lead control, or to the seat of a practice. Who sat there when it was opened last sits there again;
   * never somebody who came by a link.
   */
  openOwn(exercise: string, viewer: Address, judge: Judge): Promise<Entry> {
    return this.#order.run(exercise, async () => {
      await this.#load(exercise);
      judge();
      const before = this.#sessions.of(exercise).find((s) => s.viewer === viewer && !s.byLink && s.person !== undefined);
      return this.#enter(exercise, viewer, false, before?.person);
    });
  }

  /** The session that a cookie opens at a door: its own door, and not expired. */
  sessionAt(door: string, cookie: string | undefined): SessionRow | undefined {
    if (cookie === undefined) return undefined;
    const session = this.#good(this.#sessions.at(digest(cookie)));
    return session?.door === door ? session : undefined;
  }

  /** The session, with whoever sits at it now, as long as it stands. */
  standing(session: string): SessionRow | undefined {
    return this.#good(this.#sessions.get(session));
  }

  /** How many sessions stand at each viewer of an exercise. */
  async counts(exercise: string): Promise<ReadonlyMap<Address, number>> {
    await this.#order.run(exercise, () => this.#load(exercise));
    const counts = new Map<Address, number>();
    for (const { viewer } of this.#sessions.of(exercise)) counts.set(viewer, (counts.get(viewer) ?? 0) + 1);
    return counts;
  }

  /**
   * The session of who takes a seat over: made here, and kept only by the commit of the hand-over, which ends the one before.
   * Whether it was is asked with `standing`.
   */
  heir({ exercise, viewer }: SessionRow): { session: SessionRow; token: string } {
    return this.#made(exercise, viewer, true);
  }

  /** Who sits where since a commit that is durable, and whose sessions ended with it: those are shown out. */
  seated(exercise: string, seatings: readonly Seating[]): void {
    for (const seating of seatings) this.#sessions.seat(exercise, seating);
    if (seatings.length > 0) this.sweep();
  }

  /** Ends a session: nothing is answered to it any more, and what is under way for it breaks off. */
  end(session: SessionRow): Promise<void> {
    return this.#order.run(session.exercise, () => this.#end([session]));
  }

  /** Lets go of an exercise that was not kept. */
  forget(exercise: string): void {
    this.#known.delete(exercise);
    this.#sessions.drop((s) => s.exercise === exercise);
    this.sweep();
  }

  /** Shows out whoever a commit, or time, has ended. */
  sweep(): void {
    this.endings.sweep((session) => this.#sessions.get(session) !== undefined);
  }

  #good(session: Standing | undefined): Standing | undefined {
    return session && session.expiresAt > this.#clock.now() ? session : undefined;
  }

  /** Within the order of its exercise. */
  async #end(sessions: readonly SessionRow[]): Promise<void> {
    const ids = sessions.map((s) => s.id);
    await this.#store.dropSessions(ids);
    this.#sessions.drop((s) => ids.includes(s.id));
    this.endings.tell(ids);
  }

  /** Within the order of its exercise. */
  async #enter(exercise: string, viewer: Address, byLink: boolean, person?: Id): Promise<Entry> {
    await this.#makeRoom(exercise, viewer, byLink);
    const door = await this.#store.door(exercise, viewer, opaque(this.#randomness, DOOR_BITS));
    const { session, token } = this.#made(exercise, viewer, byLink, person);
    await this.#store.putSession(session);
    this.#sessions.put({ ...session, door });
    return { session, door, token };
  }

  #made(exercise: string, viewer: Address, byLink: boolean, person?: Id): { session: SessionRow; token: string } {
    const token = this.#token();
    const id = opaque(this.#randomness, DOOR_BITS);
    const expiresAt = this.#clock.now() + SESSION_MS;
    return { session: { id, exercise, viewer, token: digest(token), byLink, person, expiresAt }, token };
  }

  /** Lets go of the oldest sessions that nobody uses: without a name, and without a page that is open. @throws LinkFull */
  async #makeRoom(exercise: string, viewer: Address, byLink: boolean): Promise<void> {
    const there = this.#sessions.of(exercise).filter((s) => s.viewer === viewer && s.byLink === byLink);
    const tooMany = there.length - MOST_SESSIONS + 1;
    if (tooMany <= 0) return;
    const unused = there.filter((s) => (s.person === undefined || !byLink) && !this.endings.awaited(s.id));
    if (unused.length < tooMany) throw new LinkFull();
    unused.sort((a, b) => a.expiresAt - b.expiresAt);
    await this.#end(unused.slice(0, tooMany));
  }

  #token(): string {
    return opaque(this.#randomness, TOKEN_BITS);
  }
}

/**
 * The viewers that `issuer` may hand links out for: the director and lead control for everyone, a party's
 * controllers for their own party, nobody else for anyone.
 */
export function mayInvite(issuer: Address, roster: Roster): Address[] {
  const [kind, party] = split(issuer);
  if (kind !== 'control') return [];
  return party === undefined ? [...roster.viewers] : roster.viewers.filter((v) => roster.partyOf(v) === party);
}

/** Those who get a link when everyone is invited: a party that control plays has nobody to invite. */
export function everyoneInvited(issuer: Address, roster: Roster): Address[] {
  return mayInvite(issuer, roster).filter((viewer) => {
    const party = roster.partyOf(viewer);
    return viewer !== issuer && (party === undefined || roster.parties.get(party)?.playedByControl === false);
  });
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
