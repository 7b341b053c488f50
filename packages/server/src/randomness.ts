import { randomBytes } from 'node:crypto';

/** Where everything that must not be guessed comes from; handed in, so that a test can repeat a run. */
export interface Randomness {
  bytes(count: number): Uint8Array;
  /** The secret of a new exercise, at least 16 characters: its event ids are derived from it. */
  secret(): string;
}

export const systemRandomness: Randomness = {
  bytes: (count) => randomBytes(count),
  secret: () => randomBytes(32).toString('base64url'),
};

/** A name of `bits` random bits that can stand in a path. */
export function opaque(randomness: Randomness, bits: number): string {
  return Buffer.from(randomness.bytes(Math.ceil(bits / 8))).toString('base64url');
}
