import { describe, expect, it } from 'vitest';
import { DamagedFile, incoming, plainName } from './attachment.ts';
import { CANARY, tellingGif, tellingJpeg, tellingPng, tellingWebp } from './pictures.fixture.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function taken(name: string, bytes: Uint8Array | string, size = 7): Promise<{ type: string; bytes: Buffer }> {
  const file = await incoming(name, inPieces(Buffer.from(bytes as Uint8Array), size));
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces) pieces.push(Buffer.from(piece));
  return { type: file.type(), bytes: Buffer.concat(pieces) };
}

const PICTURES = [
  ['image/png', tellingPng()],
  ['image/jpeg', tellingJpeg()],
  ['image/gif', tellingGif()],
  ['image/webp', tellingWebp()],
] as const;

describe('a picture', () => {
  it.each(PICTURES)('%s loses what hides in it, however its bytes arrive, and nothing twice', async (type, bytes) => {
    expect(bytes.includes(CANARY)).toBe(true);
    const whole = await taken('photo.bin', bytes, 1_000_000);
    expect(whole.type).toBe(type);
    expect(whole.bytes.includes(CANARY)).toBe(false);
    expect(whole.bytes.length).toBeGreaterThan(30);
    for (const size of [1, 3, 64]) expect((await taken('photo.bin', bytes, size)).bytes.equals(whole.bytes)).toBe(true);
    expect((await taken('photo.bin', whole.bytes)).bytes.equals(whole.bytes)).toBe(true);
  });

  it('keeps what it needs to look the same: colour, size, movement, and which side is up', async () => {
    const [png, jpeg, gif, webp] = await Promise.all(PICTURES.map(async ([, bytes]) => (await taken('p', bytes)).bytes.toString('latin1')));
    expect(png).toContain('pHYs');
    expect(jpeg).toContain('ICC_PROFILE');
    expect(jpeg).toContain('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(jpeg).toContain('\x01\x02\xff\0\x03\xff\xd0\x04');
    expect(gif).toContain('NETSCAPE2.0');
    expect(webp).toContain('VP8 ');
    expect(Buffer.from(webp as string, 'latin1').readUInt32LE(4)).toBe((webp as string).length - 8);
  });

  it('in JPEG loses the bytes that only fill, however they arrive', async () => {
    const jpeg = (...data: number[]): Buffer => Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, ...data, 0xff, 0xd9]);
    const filled = jpeg(1, 0xff, 0xff, 0xff, 0, 2, 0xff, 0, 0xff, 0xd0, 0xff, 0xff, 0xd7, 3, 0xff, 0xff);
    for (const size of [1, 2, 5, 100])
      expect((await taken('p', filled, size)).bytes).toEqual(jpeg(1, 0xff, 0, 2, 0xff, 0, 0xff, 0xd0, 0xff, 0xd7, 3));
  });

  it('of nothing but crumbs is refused, since it would keep others waiting', async () => {
    const crumbs = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(400_000, Buffer.from([0xff, 0xd0])), Buffer.from([0xff, 0xd9])]);
    await expect(taken('p', crumbs, 65_536)).rejects.toBeInstanceOf(DamagedFile);
    const fine = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]),
      Buffer.alloc(400_000, Buffer.from([0xff, 0])),
      Buffer.from([0xff, 0xd9]),
    ]);
    expect((await taken('p', fine, 65_536)).bytes).toEqual(fine);
  });

  it.each(PICTURES)('%s that is cut anywhere is refused or whole, never half clean', async (_, bytes) => {
    for (let end = 16; end < bytes.length; end += 5) {
      const result = await taken('p', bytes.subarray(0, end)).catch((why: unknown) => why);
      if (result instanceof DamagedFile) continue;
      expect((result as { bytes: Buffer }).bytes.includes(CANARY)).toBe(false);
    }
  });
});

describe('a file has the type that its bytes have', () => {
  const zip = (...names: string[]): Buffer =>
    Buffer.concat(
      names.map((name) => {
        const head = Buffer.alloc(30);
        head.write('PK\x03\x04', 'latin1');
        head.writeUInt16LE(name.length, 26);
        return Buffer.concat([head, Buffer.from(name)]);
      }),
    );
  const stated = (type: string): Buffer => Buffer.concat([zip('mimetype'), Buffer.from(type)]);
  it.each([
    ['notice.pdf', '%PDF-1.7 …', 'application/pdf'],
    ['picture.png', '<html><script>alert(1)</script>', 'application/octet-stream'],
    ['page.html', '<!doctype html>', 'application/octet-stream'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'application/octet-stream'],
    ['notes.txt', '\ufeff  <svg/>', 'application/octet-stream'],
    ['script.js', 'alert(1)', 'application/octet-stream'],
    ['notes.txt', '회의록: 다음과 같음', 'text/plain'],
    ['notes.txt', 'a\u0000b', 'application/octet-stream'],
    ['rows.csv', 'a;b\r\n1;2', 'text/csv'],
    ['program.pdf', 'MZ\u0090\u0000', 'application/octet-stream'],
    ['empty.txt', '', 'text/plain'],
    ['empty', '', 'application/octet-stream'],
    ['song.mp3', 'ID3\u0004', 'audio/mpeg'],
    ['film.mp4', '\0\0\0\x18ftypisom', 'video/mp4'],
  ])('%s', async (name, bytes, type) => {
    expect((await taken(name, Buffer.from(bytes))).type).toBe(type);
  });
  it('office files', async () => {
    const type = async (bytes: Buffer, name = 'x.png') => (await taken(name, bytes)).type.split('.').at(-1);
    expect(await type(zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'))).toBe('document');
    expect(await type(zip('[Content_Types].xml', 'xl/workbook.xml'))).toBe('sheet');
    expect(await type(zip('[Content_Types].xml', 'ppt/presentation.xml'))).toBe('presentation');
    expect(await type(stated('application/vnd.oasis.opendocument.text'))).toBe('text');
    expect(await type(stated('application/hwp+zip'))).toBe('application/hwp+zip');
    expect(await type(stated('text/html'))).toBe('application/zip');
    expect(await type(zip('word/document.xml'))).toBe('application/zip');
    expect(await type(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.doc')).toBe('application/msword');
    expect(await type(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.exe')).toBe('application/octet-stream');
  });
  it('text is judged to its last byte', async () => {
    const late = Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from([0xff])]);
    expect((await taken('long.txt', late, 65_536)).type).toBe('application/octet-stream');
    expect((await taken('long.txt', Buffer.alloc(200_000, '가나다'), 1_000)).type).toBe('application/octet-stream');
  });
});

it('a name keeps its words and loses folders, controls and marks that turn the reading', () => {
  expect(plainName('../../etc/passwd')).toBe('passwd');
  expect(plainName('C:\\Users\\me\\보고서.pdf')).toBe('보고서.pdf');
  expect(plainName('invoice\u202Efdp.exe')).toBe('invoicefdp.exe');
  expect(plainName('map\u{E0061}\u{E0062}.png')).toBe('map.png');
  expect(plainName('a"b\r\nc.txt')).toBe('abc.txt');
  expect(plainName(' .. ')).toBe('file');
  expect(plainName(`${'가'.repeat(300)}.pdf`)).toMatch(/^가{146}\.pdf$/);
});
