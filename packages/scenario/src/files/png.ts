import { type Bytes, DamagedFile } from './bytes.ts';

/** Chunks that the picture needs to look the same, beside the critical ones: colour, size, transparency, animation. */
const NEEDED = new Set('tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '));
const LONGEST = 2 ** 31 - 1;

/** A PNG without its hidden details (texts, EXIF, time, programs' own chunks) and without what follows its end. PNG, third edition. */
export async function* cleanPng(input: Bytes): AsyncGenerator<Uint8Array> {
  yield await input.take(8);
  for (;;) {
    const head = Buffer.from(await input.take(8));
    const length = head.readUInt32BE(0);
    const name = head.subarray(4, 8).toString('latin1');
    if (length > LONGEST || !/^[A-Za-z]{4}$/.test(name)) throw new DamagedFile('no chunk where one has to be');
    if (/^[A-Z]/.test(name) || NEEDED.has(name)) {
      yield head;
      yield* input.pass(length + 4);
    } else await input.skip(length + 4);
    if (name === 'IEND') return;
  }
}
