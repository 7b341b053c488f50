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

const OF_AUTHORS = [
  /<!--[\s\S]*?-->/g,
  /<metadata\b[\s\S]*?<\/metadata\s*>/g,
  /<metadata\b[^>]*\/>/g,
  /<(rdf:RDF|i:pgf)\b[\s\S]*?<\/\1\s*>/g,
  /\s(sodipodi:docname|inkscape:export-filename|inkscape:version|xml:base)=("[^"]*"|'[^']*')/g,
];

/** An SVG without its details of author and program, and without comments. */
export function cleanSvg(text: string): string {
  return OF_AUTHORS.reduce((left, cut) => left.replace(cut, ''), text);
}

/** A picture of a kind that has no place for details: a bitmap, an icon, a Windows or StarView metafile. */
export function isPlainPicture(bytes: Buffer): boolean {
  return ['424d', '00000100', '00000200', 'd7cdc69a', '01000900', '02000900', '56434c4d5446'].some((head) =>
    bytes.subarray(0, head.length / 2).equals(Buffer.from(head, 'hex')),
  );
}
