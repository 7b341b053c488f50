import { type Bytes, DamagedFile } from './bytes.ts';

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b];
const [COMMENT, APPLICATION] = [0xfe, 0xff];
/** Applications whose extension makes the picture move. */
const MOVING = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** A GIF without comments and programs' own data (XMP), and without what follows its end. GIF89a. */
export async function* cleanGif(input: Bytes): AsyncGenerator<Uint8Array> {
  const screen = Buffer.from(await input.take(13));
  yield screen;
  yield* input.pass(colours(screen[10] as number));
  for (;;) {
    const [kind] = await input.look(1);
    if (kind === TRAILER) {
      yield await input.take(1);
      return;
    }
    if (kind === IMAGE) {
      const image = Buffer.from(await input.take(10));
      yield image;
      yield* input.pass(colours(image[9] as number));
      yield await input.take(1);
      yield* blocks(input, true);
    } else if (kind === EXTENSION) {
      const head = Buffer.from(await input.take(2));
      const first = await input.look(12);
      const moving = head[1] !== APPLICATION || MOVING.has(first.subarray(1, 12).toString('latin1'));
      const kept = moving && head[1] !== COMMENT;
      if (kept) yield head;
      yield* blocks(input, kept);
    } else throw new DamagedFile('no block where one has to be');
  }
}

/** Length of a colour table by its flags. */
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Blocks up to the empty one, as many at a time as are at hand. */
async function* blocks(input: Bytes, kept: boolean): AsyncGenerator<Uint8Array> {
  for (;;) {
    const here = await input.atHand();
    const { length, ended } = whole(here);
    const some = await input.take(length > 0 ? length : (here[0] ?? 0) + 1);
    if (kept) yield some;
    if (ended) return;
  }
}

/** How many bytes of a stretch are whole blocks, and whether the last of them is the empty one. */
function whole(here: Buffer): { readonly length: number; readonly ended: boolean } {
  for (let at = 0; ; ) {
    const size = here[at];
    if (size === undefined || at + 1 + size > here.length) return { length: at, ended: false };
    at += 1 + size;
    if (size === 0) return { length: at, ended: true };
  }
}
