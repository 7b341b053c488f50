import { gunzipSync, gzipSync } from 'node:zlib';
import { Bytes, DamagedFile, LockedFile, UncleanFile } from './bytes.ts';
import { cleanEmf, cleanSvg, isEmf, isPlainPicture } from './drawing.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanJpeg2000, isJpeg2000 } from './jpeg2000.ts';
import { isOle, isPlainOle } from './ole.ts';
import { cleanPng } from './png.ts';
import { HEAD_BYTES, typeOf } from './type.ts';
import { cleanWebp } from './webp.ts';

/** What lies within documents: cleaned by what its bytes are, whatever its name says; what cannot be cleaned is refused. */

const PICTURES: Readonly<Record<string, (input: Bytes) => AsyncGenerator<Uint8Array>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
};
const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_PARTS = 5_000;
const DEEPEST = 4;

/** How much may still be unpacked of a document with all that lies in it: bytes and parts are counted together, whatever the depth. */
export class Bound {
  #bytes = MOST_UNPACKED;
  #parts = MOST_PARTS;
  #depth = 0;

  /** Bytes that may still be unpacked. */
  get left(): number {
    return this.#bytes;
  }
  /** @throws UncleanFile if that is too much */
  take(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#bytes < 0 || --this.#parts < 0) throw new UncleanFile('it unpacks to too much');
  }
  /** Does it one document further down. @throws UncleanFile if that is too deep */
  async within<T>(what: () => Promise<T>): Promise<T> {
    if (this.#depth >= DEEPEST) throw new UncleanFile('documents lie in it too deep in one another');
    this.#depth++;
    const done = await what();
    this.#depth--;
    return done;
  }
}

/** Cleans a document that lies in another; undefined if it is none that can be cleaned. */
export type Inner = (type: string, bytes: Uint8Array) => Promise<Uint8Array> | undefined;

/**
 * Something within a document without what tells who made it. `known`: it must be something that we know, as what people
 * put into a document is; else what nobody knows is part of how the document is built, and stays. @throws UncleanFile
 */
export async function cleanWithin(name: string, bytes: Uint8Array, inner: Inner, bound: Bound, known: boolean): Promise<Uint8Array> {
  const type = typeOf(bytes.subarray(0, HEAD_BYTES), name);
  const picture = PICTURES[type];
  if (picture) return cleanPicture(name, bytes, picture);
  const document = inner(type, bytes);
  if (document) return unclean(name, document);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isOle(buffer)) {
    if (isPlainOle(buffer, known)) return bytes;
    throw new UncleanFile(`${name} is of an older format, which keeps who made it`);
  }
  if (buffer.length > 2 && buffer.readUInt16BE(0) === GZIP)
    return gzipSync(await cleanWithin(name, unzipped(name, bytes, bound), inner, bound, known));
  if (isEmf(buffer)) return cleanEmf(buffer);
  if (isJpeg2000(buffer)) return cleanJpeg2000(buffer);
  const text = textOf(buffer);
  if (text !== undefined) return /<svg\b|<!DOCTYPE svg/i.test(text.slice(0, 2_000)) ? Buffer.from(cleanSvg(text)) : bytes;
  if (!known || isPlainPicture(buffer) || /^(audio|video)\//.test(type)) return bytes;
  throw new UncleanFile(`${name} is nothing that can be looked into`);
}
const GZIP = 0x1f8b;

/** A document in a document that cannot be read, or is protected, cannot be cleaned. */
async function unclean(name: string, document: Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await document;
  } catch (why) {
    if (why instanceof DamagedFile || why instanceof LockedFile) throw new UncleanFile(`${name}: ${why.message}`);
    throw why;
  }
}

/** A picture without its hidden details. @throws UncleanFile if it cannot be read: nobody knows what hides in it */
export async function cleanPicture(
  name: string,
  picture: Uint8Array,
  clean: (input: Bytes) => AsyncGenerator<Uint8Array> = cleanJpeg,
): Promise<Uint8Array> {
  const source = (async function* () {
    yield picture;
  })();
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of clean(new Bytes(source))) pieces.push(Uint8Array.from(piece));
    return Buffer.concat(pieces);
  } catch (why) {
    throw new UncleanFile(`${name} is a picture that cannot be read: ${String(why)}`);
  }
}

function unzipped(name: string, bytes: Uint8Array, bound: Bound): Uint8Array {
  try {
    const whole = gunzipSync(bytes, { maxOutputLength: bound.left });
    bound.take(whole.length);
    return whole;
  } catch (why) {
    throw new UncleanFile(`${name} cannot be unpacked: ${String(why)}`);
  }
}

/** What is text to its last byte; undefined for what is not. */
function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
