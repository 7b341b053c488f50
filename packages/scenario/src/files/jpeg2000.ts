import { UncleanFile } from './bytes.ts';

const SIGNATURE = Buffer.from('0000000c6a5020200d0a870a', 'hex');
/**
 * Boxes for details of any kind: XML, programs’ own, where to find more about them, whose it is (ISO/IEC 15444-1, I.6 and I.7);
 * and what ties a label to such a box, as the place of a map (15444-2, M.11).
 */
const TELLING = new Set(['xml ', 'uuid', 'uinf', 'jp2i', 'asoc', 'lbl ']);

/** A JPEG 2000 file, or its bare code. */
export function isJpeg2000(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE) || isCode(bytes);
}

/** A JPEG 2000 file without boxes for details, and without comments in its code. @throws UncleanFile if it cannot be read */
export function cleanJpeg2000(bytes: Buffer): Buffer {
  if (isCode(bytes)) return withoutComments(bytes);
  if (!isJpeg2000(bytes)) throw new UncleanFile('a picture is not built as its type is');
  const kept: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = boxLength(bytes, at);
    const box = bytes.subarray(at, at + length);
    const name = box.toString('latin1', 4, 8);
    const head = bytes.readUInt32BE(at) === 1 ? 16 : 8;
    if (name === 'jp2c') kept.push(box.subarray(0, head), withoutComments(box.subarray(head)));
    else if (!TELLING.has(name)) kept.push(box);
    at += length;
  }
  return Buffer.concat(kept);
}

function boxLength(bytes: Buffer, at: number): number {
  const left = bytes.length - at;
  const stated = left < 8 ? -1 : bytes.readUInt32BE(at);
  const length = stated === 0 ? left : stated === 1 && left >= 16 ? Number(bytes.readBigUInt64BE(at + 8)) : stated;
  if (length < 8 || length > left) throw new UncleanFile('a picture is not built as its type is');
  return length;
}

const [START, COMMENT, FIRST_TILE] = [0xff4f, 0xff64, 0xff90];
const isCode = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32BE(0) === 0xff4fff51;

/** The code with its comments blanked in place: lengths stay true. ISO/IEC 15444-1, A.9.2. */
function withoutComments(code: Buffer): Buffer {
  const clean = Buffer.from(code);
  if (clean.length < 2 || clean.readUInt16BE(0) !== START) throw new UncleanFile('a picture is not built as its type is');
  for (let at = 2; at + 4 <= clean.length && clean.readUInt16BE(at) !== FIRST_TILE; ) {
    const length = clean.readUInt16BE(at + 2);
    if (clean[at] !== 0xff || length < 2) throw new UncleanFile('a picture is not built as its type is');
    if (clean.readUInt16BE(at) === COMMENT) clean.fill(0x20, Math.min(at + 6, clean.length), Math.min(at + 2 + length, clean.length));
    at += 2 + length;
  }
  return clean;
}
