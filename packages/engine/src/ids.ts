import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 20;

/** SHA-256 of a text (as UTF-8) or of bytes, 64 hex digits. */
export type Digest = (data: string | Uint8Array) => string;

/** Our own, where the machine has none: in a browser without a secure context. */
export const hashText: Digest = (data) => bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** Bytes that SHA-256 takes at once: as long as the key of an HMAC is made. */
const BLOCK = 64;
const DIGEST = 32;

/**
 * Makes opaque ids of 100 bits, `e` and 20 letters, from the exercise's secret, a cause and an ordinal. It is HMAC-SHA-256 by
 * its definition (RFC 2104): two digests, so that the machine’s own does the work.
 * @throws RangeError if the secret is shorter than 16 characters.
 */
export function idsFrom(secret: string, digest: Digest): (cause: string, ordinal: number) => string {
  if (secret.length < 16) throw new RangeError('an exercise secret has at least 16 characters');
  const long = utf8ToBytes(secret);
  const key = long.length > BLOCK ? sha256(long) : long;
  const padded = (mask: number, length: number) => new Uint8Array(BLOCK + length).map((_, i) => (i < BLOCK ? (key[i] ?? 0) ^ mask : 0));
  // One of each for all ids, and one view for each length of them: making and copying bytes costs more than the digests.
  let inner = padded(0x36, 256);
  let views: Uint8Array[] = [];
  const outer = padded(0x5c, DIGEST);
  const within = outer.subarray(BLOCK);
  return (cause, ordinal) => {
    const message = `${cause}\u0000${ordinal}`;
    const most = message.length * MOST_BYTES;
    if (inner.length < BLOCK + most) {
      inner = padded(0x36, most);
      views = [];
    }
    const end = BLOCK + write(message, inner);
    views[end] ??= inner.subarray(0, end);
    writeHex(digest(views[end]), within);
    return letters(digest(outer));
  };
}

/** Writes a message behind the key and gives how many bytes it took. Most have ASCII alone, which is quickest letter by letter. */
function write(message: string, into: Uint8Array): number {
  for (let i = 0; i < message.length; i++) {
    const code = message.charCodeAt(i);
    if (code > LAST_ASCII) return utf8.encodeInto(message, into.subarray(BLOCK)).written;
    into[BLOCK + i] = code;
  }
  return message.length;
}
const LAST_ASCII = 0x7f;
const utf8 = new TextEncoder();
/** Bytes that a code unit takes in UTF-8, at most. */
const MOST_BYTES = 3;

function writeHex(hex: string, bytes: Uint8Array): void {
  for (let i = 0; i < DIGEST; i++) bytes[i] = (nibble(hex, 2 * i) << 4) | nibble(hex, 2 * i + 1);
}

/** The low five bits of each byte, as far as an id goes. */
function letters(hex: string): string {
  let id = 'e';
  for (let i = 0; i < LENGTH; i++) id += ALPHABET[((nibble(hex, 2 * i) & 1) << 4) | nibble(hex, 2 * i + 1)];
  return id;
}

/** The value of a hex digit in lower case. */
function nibble(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code <= NINE ? code - ZERO : code - A + 10;
}
const ZERO = 48;
const NINE = 57;
const A = 97;
