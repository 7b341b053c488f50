import { deflateSync } from 'node:zlib';

/** What hides in pictures, and must not be found in them afterwards. */
export const CANARY = 'CANARY-37.5665N-126.9780E';
const text = (words: string): Buffer => Buffer.from(words, 'latin1');

/** A PNG of one grey dot whose texts, EXIF and tail hold the canary. */
export function tellingPng(): Buffer {
  const crc = (bytes: Buffer): number => {
    let c = 0xffffffff;
    for (const b of bytes) {
      c ^= b;
      for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    }
    return (c ^ 0xffffffff) >>> 0;
  };
  const chunk = (name: string, body: Buffer): Buffer => {
    const all = Buffer.alloc(12 + body.length);
    all.writeUInt32BE(body.length, 0);
    all.write(name, 4, 'latin1');
    body.copy(all, 8);
    all.writeUInt32BE(crc(all.subarray(4, 8 + body.length)), 8 + body.length);
    return all;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', head),
    chunk('tEXt', text(`Comment\0${CANARY}`)),
    chunk('eXIf', text(`MM\0*${CANARY}`)),
    chunk('pHYs', Buffer.alloc(9, 1)),
    chunk('zzZz', text(CANARY)),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
    text(CANARY),
  ]);
}

/** A JPEG (as far as its segments go) turned on its side, with the canary in EXIF, XMP, IPTC, comment, thumbnail and tail. */
export function tellingJpeg(): Buffer {
  const segment = (marker: number, body: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const exif = Buffer.concat([text('Exif\0\0'), Buffer.from('49492a000800000001001201030001000000060000000000', 'hex'), text(CANARY)]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.concat([text('JFIF\0'), Buffer.from([1, 2, 0, 0, 1, 0, 1, 9, 1]), text(CANARY)])),
    segment(0xe1, exif),
    segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${CANARY}`)),
    segment(0xe2, text('ICC_PROFILE\0profile')),
    segment(0xe2, text(`MPF\0${CANARY}`)),
    segment(0xed, text(`Photoshop 3.0\0${CANARY}`)),
    segment(0xfe, text(CANARY)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]),
    segment(0xfe, text(CANARY)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([5, 6, 0xff, 0xd9]),
    text(CANARY),
  ]);
}

/** A moving GIF with the canary in a comment, a program's own data and the tail. */
export function tellingGif(): Buffer {
  const block = (words: string): Buffer => Buffer.concat([Buffer.from([words.length]), text(words)]);
  return Buffer.concat([
    text('GIF89a'),
    Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xff]),
    block('NETSCAPE2.0'),
    Buffer.from([3, 1, 0, 0, 0]),
    Buffer.from([0x21, 0xff]),
    block('XMP DataXMP'),
    block(CANARY),
    Buffer.from([0, 0x21, 0xfe]),
    block(CANARY),
    Buffer.from([0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
    text(CANARY),
  ]);
}

/** A WebP (as far as its chunks go) with the canary in EXIF, XMP and the tail. */
export function tellingWebp(): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    chunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    chunk('VP8 ', Buffer.alloc(11, 7)),
    chunk('EXIF', text(CANARY)),
    chunk('XMP ', text(CANARY)),
  ]);
  const head = Buffer.alloc(12);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body, text(CANARY)]);
}
