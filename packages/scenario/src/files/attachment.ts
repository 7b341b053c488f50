import { withoutUnseen } from '@entente/engine';
import { Bytes } from './bytes.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { HEAD_BYTES, typeOf, UNKNOWN } from './type.ts';
import { cleanWebp } from './webp.ts';

export { DamagedFile, LockedFile, UncleanFile } from './bytes.ts';
export { cleanDocument, isDocument } from './document.ts';

const LONGEST_NAME = 150;
const CLEANERS: Readonly<Record<string, (input: Bytes) => AsyncGenerator<Uint8Array>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
};

/** A file on its way in. */
export interface Incoming {
  readonly name: string;
  /**
   * Its bytes as they are to be kept: a picture without place, camera and author. A document comes as it is, and is for
   * `cleanDocument`, which takes long. @throws DamagedFile while reading.
   */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** The media type found out from the bytes; certain once all pieces are read. */
  type(): string;
}

/** Looks at what comes in: what it is, whatever its name says, and without a picture's hidden details. */
export async function incoming(name: string, source: AsyncIterable<Uint8Array>): Promise<Incoming> {
  const input = new Bytes(source);
  const tidy = plainName(name);
  let type = typeOf(await input.look(HEAD_BYTES), tidy);
  const clean = CLEANERS[type];
  const notText = () => {
    type = UNKNOWN;
  };
  const pieces = clean ? clean(input) : type.startsWith('text/') ? textIn(input, notText) : input.rest();
  return { name: tidy, pieces, type: () => type };
}

/** Text is UTF-8 without control characters to its last byte; else it is nothing that we know. */
async function* textIn(input: Bytes, isNone: () => void): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sound = true;
  const check = (piece: Uint8Array | undefined): void => {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      sound &&= !/[\u0000-\u0008\u000e-\u001f]/.test(piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
    } catch {
      sound = false;
    }
  };
  for await (const piece of input.rest()) {
    if (sound) check(piece);
    yield piece;
  }
  if (sound) check(undefined);
  if (!sound) isNone();
}

const UNFIT = /[\t\n\u2028\u2029"<>:|?*]/g;

/** A file's name without folders, control characters, marks that turn the direction of reading (they hide an extension) and signs that nobody sees. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const bare = withoutUnseen(last).replace(UNFIT, '').trim();
  const tidy = bare.isWellFormed() ? bare.replace(/^\.+/, '') : '';
  if (tidy === '') return 'file';
  if (tidy.length <= LONGEST_NAME) return tidy;
  const dot = tidy.lastIndexOf('.');
  const tail = dot > 0 && tidy.length - dot <= 10 ? tidy.slice(dot) : '';
  return tidy.slice(0, LONGEST_NAME - tail.length).toWellFormed() + tail;
}
