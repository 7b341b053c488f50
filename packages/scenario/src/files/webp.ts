import { type Bytes, DamagedFile } from './bytes.ts';

const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** In VP8X: there is EXIF, there is XMP. */
const HIDDEN_FLAGS = 0x08 | 0x04;
const BLANK = Buffer.alloc(16_384);

/**
 * A WebP without EXIF, XMP and programs' own chunks. They are blanked in place, under a name that readers pass over,
 * so that the length in the file's head stays true; what follows the end is cut. WebP container specification.
 */
export async function* cleanWebp(input: Bytes): AsyncGenerator<Uint8Array> {
  const head = Buffer.from(await input.take(12));
  yield head;
  let left = head.readUInt32LE(4) - 4;
  while (left > 0) {
    const chunk = Buffer.from(await input.take(8));
    const length = chunk.readUInt32LE(4);
    const padded = length + (length % 2);
    left -= 8 + padded;
    if (left < 0) throw new DamagedFile('a chunk is longer than the file');
    const name = chunk.subarray(0, 4).toString('latin1');
    const kept = NEEDED.has(name);
    if (!kept) chunk.write('JUNK', 'latin1');
    yield chunk;
    if (name === 'VP8X') yield* withoutFlags(input, padded);
    else if (kept) yield* input.pass(padded);
    else for await (const some of input.pass(padded)) yield* blank(some.length);
  }
}

async function* withoutFlags(input: Bytes, length: number): AsyncGenerator<Uint8Array> {
  if (length < 10 || length > 64) throw new DamagedFile('the picture’s head is not as it has to be');
  const body = Buffer.from(await input.take(length));
  body[0] = (body[0] as number) & ~HIDDEN_FLAGS;
  yield body;
}

function* blank(length: number): Generator<Uint8Array> {
  for (let left = length; left > 0; left -= BLANK.length) yield BLANK.subarray(0, Math.min(left, BLANK.length));
}
