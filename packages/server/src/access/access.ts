import { createHash } from 'node:crypto';
import { type Address, type Id, type Roster, split } from '@entente/engine';
import type { WallClock } from '../clock.ts';
import { opaque, type Randomness } from '../randomness.ts';
import { DiskFault, type SessionRow, type Store } from '../store/store.ts';

/** Join links and cookies carry 256 random bits; the store keeps their SHA-256 only. */
const TOKEN_BITS = 256;
const DOOR_BITS = 96;
/** A session outlives an exercise of several days, not a season. */
const SESSION_MS = 30 * 24 * 3_600_000;
export const SESSION_SECONDS = SESSION_MS / 1000;
const TIDY_MS = 3_600_000;

export interface Entry {
  readonly session: SessionRow;
  readonly door: string;
  /** The cookie's value; nobody keeps it but the browser. */
  readonly token: string;
}

/** Who may come in, and where to: director link, join links, doors and sessions. */
export class Access {
  readonly #store: Store;
  readonly #clock: WallClock;
  readonly #randomness: Randomness;
  #tidying: unknown;

  constructor(store: Store, clock: WallClock, randomness: Randomness) {
    this.#store = store;
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** Lets go of sessions whose time is over, now and every hour until `close`. */
  tidy(): void {
    try {
      this.#store.dropExpired(this.#clock.now());
    } catch (why) {
      // An expired session opens nothing; that it lies there for another hour harms nobody.
      if (!(why instanceof DiskFault)) throw why;
    }
    this.#tidying = this.#clock.setTimer(TIDY_MS, () => this.tidy());
  }

  close(): void {
    this.#clock.clearTimer(this.#tidying);
  }

  /** A fresh one-time director link's token; the one before is void. */
  makeDirectorLink(): string {
    const token = this.#token();
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
   * Join links for viewers, each shown this once. What was reached by an old link ends: link, sessions, streams
   * (the sessions that end are given, so that their streams can be ended). `keep`: the session that asks.
   */
  issue(exercise: string, viewers: readonly Address[], keep?: string): { links: { seat: Address; token: string }[]; ended: string[] } {
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
    this.#store.dropSessions(ended);
    return { links, ended };
  }

  /** Exchanges a join link for a session at its seat's door. */
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
    const token = digest(cookie);
    const session = this.#store.sessionAt(token);
    const at = this.#store.doorAt(door);
    if (!session || at?.exercise !== session.exercise || at.viewer !== session.viewer || session.expiresAt <= this.#clock.now())
      return undefined;
    if (session.before === undefined || session.token !== token) return session;
    // The new cookie arrived: the one before is void from now on.
    const settled = { ...session, before: undefined };
    this.#store.putSession(settled);
    return settled;
  }

  /** True while the session exists. */
  stands(exercise: string, session: string): boolean {
    return this.#store.sessions(exercise).some((s) => s.id === session);
  }

  /** A new cookie for a session whose seat was handed over; the old one is good until the new one is first used. */
  renew(id: string, exercise: string): string | undefined {
    const session = this.#store.sessions(exercise).find((s) => s.id === id);
    if (!session) return undefined;
    const token = this.#token();
    this.#store.putSession({ ...session, before: session.token, token: digest(token) });
    return token;
  }

  leave(session: string): void {
    this.#store.dropSessions([session]);
  }

  #enter(exercise: string, viewer: Address, byLink: boolean, person?: Id): Entry {
    const token = this.#token();
    const door = this.#store.door(exercise, viewer, opaque(this.#randomness, DOOR_BITS));
    const session: SessionRow = {
      id: opaque(this.#randomness, DOOR_BITS),
      exercise,
      viewer,
      token: digest(token),
      before: undefined,
      byLink,
      person,
      expiresAt: this.#clock.now() + SESSION_MS,
    };
    this.#store.putSession(session);
    return { session, door, token };
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
