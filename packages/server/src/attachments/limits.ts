const MB = 1024 * 1024;

/** Bounds on files, in bytes. */
export const FILE_LIMITS = {
  /** One file. */
  each: 20 * MB,
  /** What one session may have uploaded without having used it. */
  waiting: 100 * MB,
  /** All files of an exercise, waiting ones included. */
  exercise: 500 * MB,
  /** A file is written and read in pieces of this length. */
  piece: 128 * 1024,
} as const;

/** What nobody used is let go after this time, ms. */
export const UNUSED_MS = 24 * 3_600_000;
/** How often that is looked after, ms. */
export const TIDY_EVERY_MS = 10 * 60_000;
