import type { Body } from './projection.ts';

/** RFC 6455, 5.2: a whole text message, unmasked; what the second byte says when the length does not fit in it. */
const WHOLE_TEXT = 0x81;
const IN_TWO_BYTES = 126;
const IN_EIGHT_BYTES = 127;

const ZERO = 0x30;
const COMMA = 0x2c;
const CLOSE_BRACKET = 0x5d;
const BEFORE_FIRST = Buffer.from('[{"no":');
const BEFORE_NEXT = Buffer.from(',{"no":');

/**
 * Events in a row with a reader's own numbers, `[{"no":7,…},{"no":8,…}]`, as one frame of a WebSocket. Bytes are copied:
 * a text of each seat's own would be joined, measured and encoded for each.
 */
export function frameOf(first: number, bodies: readonly Body[]): Buffer {
  let length = 1;
  for (let i = 0; i < bodies.length; i++) length += BEFORE_NEXT.length + digits(first + i) + 1 + (bodies[i] as Body).length;
  const [frame, start] = framed(length);
  let at = start;
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i] as Body;
    frame.set(i === 0 ? BEFORE_FIRST : BEFORE_NEXT, at);
    at = number(frame, at + BEFORE_NEXT.length, first + i);
    frame[at++] = COMMA;
    frame.set(body, at);
    at += body.length;
  }
  frame[at] = CLOSE_BRACKET;
  return frame;
}

/** An empty frame for a text of so many bytes, and where the text begins. */
function framed(length: number): [Buffer, number] {
  if (length < IN_TWO_BYTES) return begun(length, 2, length);
  if (length < 2 ** 16) {
    const frame = begun(length, 4, IN_TWO_BYTES);
    frame[0].writeUInt16BE(length, 2);
    return frame;
  }
  const frame = begun(length, 10, IN_EIGHT_BYTES);
  frame[0].writeBigUInt64BE(BigInt(length), 2);
  return frame;
}

function begun(length: number, header: number, second: number): [Buffer, number] {
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = WHOLE_TEXT;
  frame[1] = second;
  return [frame, header];
}

function digits(no: number): number {
  let count = 1;
  for (let least = 10; no >= least; least *= 10) count++;
  return count;
}

/** Writes a number in digits; gives where it ends. */
function number(frame: Buffer, at: number, no: number): number {
  const end = at + digits(no);
  for (let i = end - 1, rest = no; i >= at; i--, rest = Math.floor(rest / 10)) frame[i] = ZERO + (rest % 10);
  return end;
}
