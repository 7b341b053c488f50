import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

/** SHA-256 of a text (as UTF-8) or of bytes, 64 hex digits. */
export type Digest = (data: string | Uint8Array) => string;

/** Our own, where the machine has none: in a browser without a secure context. */
export const hashText: Digest = (data) => bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** Bytes that SHA-256 takes at once: as long as the key of an HMAC is made. */
const BLOCK = 64;

/**
 * Makes opaque ids of 100 bits, `e` and 20 letters, from the exercise's secret, a cause and an ordinal. It is HMAC-SHA-256 by
 * its definition (RFC 2104): two digests, so that the machine’s own does the work.
 * @throws RangeError if the secret is shorter than 16 characters.
 */
export function idsFrom(secret: string, digest: Digest): (cause: string, ordinal: number) => string {
  if (secret.length < 16) throw new RangeError('an exercise secret has at least 16 characters');
  const long = utf8ToBytes(secret);
  const key = long.length > BLOCK ? sha256(long) : long;
  const padded = (mask: number) => new Uint8Array(BLOCK).map((_, i) => (key[i] ?? 0) ^ mask);
  const inner = padded(0x36);
  const outer = padded(0x5c);
  return (cause, ordinal) => {
    const message = utf8ToBytes(`${cause}\u0000${ordinal}`);
    const bytes = hexToBytes(digest(concatBytes(outer, hexToBytes(digest(concatBytes(inner, message))))));
    let id = 'e';
    for (let i = 0; i < LENGTH; i++) id += ALPHABET[(bytes[i] as number) & 31];
    return id;
  };
}
