import { createHash } from 'node:crypto';
import { type Address, type Id, type Roster, split } from '@entente/engine';
import type { WallClock } from '../clock.ts';
import { opaque, type Randomness } from '../randomness.ts';
import { DiskFault, type SessionRow, type Store } from '../store/store.ts';
import { Endings } from './endings.ts';

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

/**
 * Who may come in, and where to: director link, join links, doors and sessions. Nothing of what it says may be kept: a
 * session is asked for when something is done.
 */
export class Access {
  /** Whatever ends a session, it is told here. */
  readonly endings = new Endings();
  readonly #store: Store;
  readonly #clock: WallClock;
  readonly #randomness: Randomness;
  #tidying: unknown;

  constructor(store: Store, clock: WallClock, randomness: Randomness) {
    this.#store = store;
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** Lets go of sessions whose time is over, now and every minute until `close`. */
  tidy(): void {
    try {
      this.#store.dropExpired(this.#clock.now());
      this.sweep();
    } catch (why) {
      // An expired session opens nothing; that it lies there for another minute harms nobody.
      if (!(why instanceof DiskFault)) throw why;
    }
    this.#tidying = this.#clock.setTimer(TIDY_MS, () => this.tidy());
  }

  close(): void {
    this.#clock.clearTimer(this.#tidying);
  }

  /** A fresh one-time director link's token. The one before is void, and all that directors have opened ends. */
  makeDirectorLink(): string {
    const token = this.#token();
    this.#store.dropDirectors();
    this.sweep();
    this.#store.putDirectorLink(digest(token));
    return token;
  }

  /** True if nobody has come in by a director link yet. */
  get directorless(): boolean {
    return this.#store.directorSessions() === 0;
  }

  /** Spends a director link; gives the director's cookie, or undefined if the link is not good. */
  enterAsDirector(link: string): string | undefined {
    if (!this.#store.spendDirectorLink(digest(link))) return undefined;
    const token = this.#token();
    this.#store.putDirectorSession(digest(token), this.#clock.now() + SESSION_MS);
    return token;
  }

  isDirector(cookie: string | undefined): boolean {
    const until = cookie === undefined ? undefined : this.#store.directorSession(digest(cookie));
    return until !== undefined && until > this.#clock.now();
  }

  /**
   * Join links for viewers, each shown this once. What was reached by an old link ends: link, sessions, streams. `keep`: the
   * session that asks.
   */
  issue(exercise: string, viewers: readonly Address[], keep?: string): { seat: Address; token: string }[] {
    const ended: string[] = [];
    const links = viewers.map((seat) => {
      const token = this.#token();
      ended.push(
        ...this.#store
          .sessions(exercise, seat)
          .filter((s) => s.byLink && s.id !== keep)
          .map((s) => s.id),
      );
      this.#store.putLink(exercise, seat, digest(token));
      return { seat, token };
    });
    this.end(ended);
    return links;
  }

  /** True if the link opens a seat. */
  knows(link: string): boolean {
    return this.#store.linkAt(digest(link)) !== undefined;
  }

  /** Exchanges a join link for a session at its seat's door; undefined if the link is not good. @throws LinkFull */
  join(link: string): Entry | undefined {
    const at = this.#store.linkAt(digest(link));
    return at && this.#enter(at.exercise, at.viewer, true);
  }

  /** The director's own way to lead control; who sat there when it was opened last sits there again. */
  openControl(exercise: string): Entry {
    const person = this.#store.sessions(exercise, 'control').find((s) => !s.byLink && s.person !== undefined)?.person;
    return this.#enter(exercise, 'control', false, person);
  }

  /** The session that a cookie opens at a door: its own door, and not expired. */
  sessionAt(door: string, cookie: string | undefined): SessionRow | undefined {
    if (cookie === undefined) return undefined;
    const session = this.#good(this.#store.sessionAt(digest(cookie)));
    const at = this.#store.doorAt(door);
    return at?.exercise === session?.exercise && at?.viewer === session?.viewer ? session : undefined;
  }

  /** The session, with whoever sits at it now, as long as it stands. */
  standing(session: string): SessionRow | undefined {
    return this.#good(this.#store.session(session));
  }

  /**
   * The session of who takes a seat over: made here, and kept only by the commit of the hand-over, which ends the one before.
   * Whether it was is asked with `standing`.
   */
  heir({ exercise, viewer }: SessionRow): { session: SessionRow; token: string } {
    return this.#made(exercise, viewer, true);
  }

  /** Ends sessions: nothing is answered to them any more, and what is under way for them breaks off. */
  end(sessions: readonly string[]): void {
    this.#store.dropSessions(sessions);
    this.endings.tell(sessions);
  }

  /** Shows out whoever a commit, or time, has ended. */
  sweep(): void {
    this.endings.sweep((session) => this.#store.session(session) !== undefined);
  }

  #good(session: SessionRow | undefined): SessionRow | undefined {
    return session && session.expiresAt > this.#clock.now() ? session : undefined;
  }

  #enter(exercise: string, viewer: Address, byLink: boolean, person?: Id): Entry {
    this.#makeRoom(exercise, viewer, byLink);
    const door = this.#store.door(exercise, viewer, opaque(this.#randomness, DOOR_BITS));
    const { session, token } = this.#made(exercise, viewer, byLink, person);
    this.#store.putSession(session);
    return { session, door, token };
  }

  #made(exercise: string, viewer: Address, byLink: boolean, person?: Id): { session: SessionRow; token: string } {
    const token = this.#token();
    const id = opaque(this.#randomness, DOOR_BITS);
    const expiresAt = this.#clock.now() + SESSION_MS;
    return { session: { id, exercise, viewer, token: digest(token), byLink, person, expiresAt }, token };
  }

  /** Lets go of the oldest sessions that nobody uses: without a name, and without a page that is open. @throws LinkFull */
  #makeRoom(exercise: string, viewer: Address, byLink: boolean): void {
    const there = this.#store.sessions(exercise, viewer).filter((s) => s.byLink === byLink);
    const tooMany = there.length - MOST_SESSIONS + 1;
    if (tooMany <= 0) return;
    const unused = there.filter((s) => (s.person === undefined || !byLink) && !this.endings.awaited(s.id));
    if (unused.length < tooMany) throw new LinkFull();
    unused.sort((a, b) => a.expiresAt - b.expiresAt);
    this.end(unused.slice(0, tooMany).map((s) => s.id));
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
