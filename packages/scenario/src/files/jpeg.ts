import { type Bytes, DamagedFile } from './bytes.ts';

const [SOS, EOI, APP0, APP1, APP2, APP14] = [0xda, 0xd9, 0xe0, 0xe1, 0xe2, 0xee];
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * A JPEG without its hidden details: place, camera, author, thumbnail, comments (EXIF, XMP, IPTC, makers' own), and
 * whatever follows its end. What the picture needs to look the same stays: JFIF, colour profile, Adobe's colour
 * transform, and of EXIF the orientation alone. ITU-T T.81, Annex B.
 */
export async function* cleanJpeg(input: Bytes): AsyncGenerator<Uint8Array> {
  yield await input.take(2);
  for (;;) {
    const marker = await nextMarker(input);
    if (marker === EOI) {
      yield Buffer.from([0xff, EOI]);
      return;
    }
    if (standsAlone(marker)) {
      yield Buffer.from([0xff, marker]);
      continue;
    }
    const length = (await input.take(2)).readUInt16BE(0);
    if (length < 2) throw new DamagedFile('a segment has no length');
    const body = Buffer.from(await input.take(length - 2));
    const kept = remains(marker, body);
    if (kept) yield segment(marker, kept);
    if (marker === SOS) yield* scan(input);
  }
}

async function nextMarker(input: Bytes): Promise<number> {
  if ((await input.take(1))[0] !== 0xff) throw new DamagedFile('no marker where one has to be');
  for (;;) {
    const marker = (await input.take(1))[0] as number;
    if (marker === 0) throw new DamagedFile('no marker where one has to be');
    if (marker !== 0xff) return marker;
  }
}

/** Coded data up to the next marker, as much at a time as is at hand; bytes that only fill are left out. */
async function* scan(input: Bytes): AsyncGenerator<Uint8Array> {
  for (;;) {
    const here = await input.atHand();
    const { data, read, ended } = coded(here);
    if (read > 0) await input.take(read);
    if (data.length > 0) yield data;
    if (ended) return;
    if (read === 0 && (await input.look(2)).length < 2) throw new DamagedFile('the file ends too early');
  }
}

/** The coded data of a stretch; a marker that may go on behind its end is left unread. */
function coded(here: Buffer): { readonly data: Buffer; readonly read: number; readonly ended: boolean } {
  const data = Buffer.alloc(here.length);
  let [length, at] = [0, 0];
  while (at < here.length) {
    const next = here[at + 1];
    if (here[at] !== 0xff) {
      const found = here.indexOf(0xff, at);
      const end = found < 0 ? here.length : found;
      length += here.copy(data, length, at, end);
      at = end;
    } else if (next === undefined) break;
    else if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) {
      length += here.copy(data, length, at, at + 2);
      at += 2;
    } else return { data: data.subarray(0, length), read: at, ended: true };
  }
  return { data: data.subarray(0, length), read: at, ended: false };
}

/** What stays of a segment's body; undefined if nothing does. */
function remains(marker: number, body: Buffer): Buffer | undefined {
  if (marker === APP1) return uprightOnly(body);
  if (marker === APP2) return body.subarray(0, 12).toString('latin1') === 'ICC_PROFILE\0' ? body : undefined;
  if (marker === APP0) return body.subarray(0, 5).toString('latin1') === 'JFIF\0' ? bareJfif(body) : undefined;
  if (marker === APP14) return body.subarray(0, 5).toString('latin1') === 'Adobe' ? body.subarray(0, 12) : undefined;
  const dropped = (marker > APP0 && marker <= 0xef) || marker === 0xfe || (marker >= 0xf0 && marker <= 0xfd);
  return dropped ? undefined : body;
}

/** JFIF without the small picture that it may hold. */
function bareJfif(body: Buffer): Buffer | undefined {
  if (body.length < 14) return undefined;
  const bare = Buffer.from(body.subarray(0, 14));
  bare[12] = 0;
  bare[13] = 0;
  return bare;
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** EXIF that says which side is up, and nothing else; undefined if the picture stands upright already. */
function uprightOnly(body: Buffer): Buffer | undefined {
  const side = orientation(body);
  if (side === undefined || side === 1) return undefined;
  return Buffer.from(`457869660000${'4d4d002a00000008'}0001${'011200030000000100'}0${side}0000${'00000000'}`, 'hex');
}

function orientation(body: Buffer): number | undefined {
  if (body.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return undefined;
  const tiff = body.subarray(6);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const first = long(4);
  for (let i = 0; i < short(first) && i < 200; i++) {
    const entry = first + 2 + i * 12;
    if (short(entry) !== 0x0112) continue;
    const side = short(entry + 8);
    return side >= 1 && side <= 8 ? side : undefined;
  }
  return undefined;
}
