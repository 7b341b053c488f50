import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

/** SHA-256 of a text, 64 hex digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * An opaque id of 100 bits, `e` and 20 letters, from the exercise's secret, a cause and an ordinal.
 * @throws RangeError if the secret is shorter than 16 characters.
 */
export function deriveId(secret: string, cause: string, ordinal: number): string {
  if (secret.length < 16) throw new RangeError('an exercise secret has at least 16 characters');
  const bytes = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${cause}\u0000${ordinal}`));
  let id = 'e';
  for (let i = 0; i < LENGTH; i++) id += ALPHABET[(bytes[i] as number) & 31];
  return id;
}
