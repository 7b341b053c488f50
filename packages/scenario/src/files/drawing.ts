import { DamagedFile } from './bytes.ts';

/** Drawings that documents hold beside photographs. */

/** An enhanced metafile. [MS-EMF] 2.3.4.2. */
export function isEmf(bytes: Buffer): boolean {
  return bytes.length >= 88 && bytes.readUInt32LE(0) === 1 && bytes.toString('latin1', 40, 44) === ' EMF';
}

/** An enhanced metafile without its description: the program that drew it, and a title. */
export function cleanEmf(bytes: Buffer): Buffer {
  const clean = Buffer.from(bytes);
  const [letters, at] = [clean.readUInt32LE(60), clean.readUInt32LE(64)];
  if (at > 0) clean.fill(0, at, Math.min(at + 2 * letters, clean.length));
  clean.writeUInt32LE(0, 60);
  clean.writeUInt32LE(0, 64);
  return clean;
}

const FILE_NAMES = /\s(sodipodi:docname|inkscape:export-filename|inkscape:version|xml:base)=("[^"]*"|'[^']*')/g;

/** An SVG without its details of author and program, and without comments. @throws DamagedFile if one of them has no end. */
export function cleanSvg(text: string): string {
  let clean = without(text, /<!--/g, '-->');
  for (const name of ['metadata', 'rdf:RDF', 'i:pgf']) clean = without(clean, new RegExp(`<${name}\\b[^<>]*>`, 'g'), `</${name}`);
  return clean.replace(FILE_NAMES, '');
}

/** A text without the stretches from an opening to its close and the end of that tag. It goes through the text once. */
function without(text: string, opening: RegExp, close: string): string {
  let [left, at] = ['', 0];
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const empty = found[0].endsWith('/>');
    const closed = empty ? opening.lastIndex : text.indexOf(close, opening.lastIndex);
    const end = empty || closed < 0 ? closed : text.indexOf('>', closed) + 1;
    if (end <= 0) throw new DamagedFile('a drawing has a part without an end');
    left += text.slice(at, found.index);
    at = end;
    opening.lastIndex = end;
  }
  return left + text.slice(at);
}

/** A picture of a kind that has no place for details: a bitmap, an icon, a Windows or StarView metafile. */
export function isPlainPicture(bytes: Buffer): boolean {
  return ['424d', '00000100', '00000200', 'd7cdc69a', '01000900', '02000900', '56434c4d5446'].some((head) =>
    bytes.subarray(0, head.length / 2).equals(Buffer.from(head, 'hex')),
  );
}
