/** What is nothing we know, or must not be opened in a browser: offered as a download only. */
export const UNKNOWN = 'application/octet-stream';
/** So much of a file is looked at to find its type. */
export const HEAD_BYTES = 65_536;

const OFFICE: Readonly<Record<string, string>> = {
  'word/': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'ppt/': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
/** Types that a zip may state in its first entry. */
const STATED =
  /^(application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)|application\/epub\+zip|application\/hwp\+zip)/;
const BY_NAME: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/**
 * The media type of a file by its first bytes; its name decides only between what the bytes leave open. Text is `text/…`
 * by name alone, and so to be checked to its end. Markup and programs are unknown on purpose.
 */
export function typeOf(head: Uint8Array, name: string): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  const text = (from: number, to: number): string => bytes.subarray(from, to).toString('latin1');
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (/^GIF8[79]a/.test(text(0, 6))) return 'image/gif';
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  if (text(0, 4) === 'RIFF') return text(8, 12) === 'WEBP' ? 'image/webp' : text(8, 12) === 'WAVE' ? 'audio/wav' : UNKNOWN;
  if (text(0, 4) === 'PK\x03\x04') return zipType(bytes);
  if (text(0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return olderOffice(bytes, name);
  if (text(4, 8) === 'ftyp') return movieType(text(8, 12));
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if (text(0, 3) === 'ID3' || isMp3Frame(bytes)) return 'audio/mpeg';
  return textType(bytes, name);
}

/** The names of a zip's first entries tell what it holds. */
function zipType(bytes: Buffer): string {
  if (bytes.subarray(30, 38).toString('latin1') === 'mimetype')
    return STATED.exec(bytes.subarray(38, 138).toString('latin1'))?.[0] ?? 'application/zip';
  let known = false;
  for (let at = 0; at >= 0 && at + 30 < bytes.length; at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    const entry = bytes.subarray(at + 30, at + 30 + bytes.readUInt16LE(at + 26)).toString('latin1');
    known ||= entry === '[Content_Types].xml' || entry.startsWith('_rels/');
    const folder = Object.keys(OFFICE).find((f) => entry.startsWith(f));
    if (folder !== undefined && known) return OFFICE[folder] as string;
  }
  return 'application/zip';
}

function olderOffice(bytes: Buffer, name: string): string {
  if (bytes.includes('HWP Document File', 0, 'latin1') || extension(name) === 'hwp') return 'application/x-hwp';
  const named = BY_NAME[extension(name)];
  return named?.startsWith('application/') ? named : UNKNOWN;
}

function movieType(brand: string): string {
  if (/^M4[AB] $/.test(brand)) return 'audio/mp4';
  if (brand === 'qt  ') return 'video/quicktime';
  return /^(isom|iso\d|mp4\d|avc1|M4V |dash|MSNV|3gp.)$/.test(brand) ? 'video/mp4' : UNKNOWN;
}

/** The head of an MPEG audio frame, layer III, with a bit rate and a sampling rate that exist. */
function isMp3Frame([a = 0, b = 0, c = 0]: Uint8Array): boolean {
  return a === 0xff && (b & 0xe6) === 0xe2 && (b & 0x18) !== 0x08 && (c & 0xf0) !== 0xf0 && (c & 0xf0) !== 0 && (c & 0x0c) !== 0x0c;
}

function textType(bytes: Buffer, name: string): string {
  const named = BY_NAME[extension(name)];
  if (!named?.startsWith('text/')) return UNKNOWN;
  return /^(\ufeff)?\s*</.test(bytes.subarray(0, 1_000).toString('utf8')) ? UNKNOWN : named;
}

const extension = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
