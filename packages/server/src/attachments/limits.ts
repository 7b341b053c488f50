import { type Address, type Roster, split } from '@entente/engine';

const MB = 1024 * 1024;

/** Bounds on files, in bytes. Who is refused learns of its own seat, or of its own party, and of nobody else. */
export const FILE_LIMITS = {
  /** One file. */
  each: 20 * MB,
  /** What a seat may have uploaded without having used it, by however many browsers. */
  waiting: 100 * MB,
  /** What a seat may send at once; from then on so much a second. */
  burst: 60 * MB,
  perSecond: MB,
  /** A file is written and read in pieces of this length. */
  piece: 128 * 1024,
} as const;

/** Lead control’s own room, which no party can fill. */
const CONTROL = 250 * MB;
/** A party’s own controllers have theirs beside their players’; so have evaluators. */
const STAFF = 100 * MB;
/** All parties together, split evenly: how many there are is known to everybody. */
const PARTIES = 750 * MB;
const PARTY_MOST = 250 * MB;
/** Two whole files, however many parties there are. */
const PARTY_LEAST = 40 * MB;
const SEAT_MOST = 100 * MB;

/** How much room for files somebody has, used ones and waiting ones together, in bytes. */
export interface Room {
  readonly own: number;
  /** For a player: the room that the seats of its party have together. */
  readonly party?: { readonly viewers: readonly Address[]; readonly most: number };
}

/** The room that a viewer has. It follows from the directory alone, which everybody knows; never from what others did. */
export function roomOf(viewer: Address, roster: Roster): Room {
  const [kind] = split(viewer);
  if (kind !== 'seat') return { own: viewer === 'control' ? CONTROL : STAFF };
  const most = Math.max(PARTY_LEAST, Math.min(PARTY_MOST, Math.floor(PARTIES / roster.parties.size)));
  // No seat can fill its party’s room alone.
  return { own: Math.min(SEAT_MOST, most / 2), party: { viewers: roster.members(`party:${roster.partyOf(viewer)}`), most } };
}

/** What nobody used is let go after this time, ms. */
export const UNUSED_MS = 4 * 3_600_000;
/** How often that is looked after, ms. */
export const TIDY_EVERY_MS = 10 * 60_000;
/** When more was left than one tidying takes, ms. */
export const TIDY_ON_MS = 1_000;
