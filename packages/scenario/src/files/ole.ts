const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MOST_SECTORS = 4_096;
/** What an object has that says nothing of who made it: its class, a formula, a drawing of it. */
const PLAIN = /^(Root Entry|CompObj|Ole|ObjInfo|LinkInfo|Equation Native|OlePres\d{3})$/;
/** What says who made it, where it lay, or is a whole document that may. */
const TELLING =
  /SummaryInformation$|^(Ole10Native|Package|CONTENTS|EmbeddedOdf|WordDocument|Workbook|Book|PowerPoint Document|FileHeader)$/i;

/** A compound file: an older office document, or an object in a newer one. [MS-CFB]. */
export function isOle(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/** True if nothing in it says who made it; `known`: only what we know to say nothing, else only nothing that we know to say so. */
export function isPlainOle(bytes: Buffer, known: boolean): boolean {
  const names = namesIn(bytes);
  if (names === undefined || names.length === 0) return false;
  return known ? names.every((name) => PLAIN.test(name)) : !names.some((name) => TELLING.test(name));
}

/** The names in its directory, without the sign of what kind they are; undefined if that cannot be read. */
function namesIn(bytes: Buffer): string[] | undefined {
  if (bytes.length < 512) return undefined;
  const size = 2 ** bytes.readUInt16LE(30);
  if (size !== 512 && size !== 4_096) return undefined;
  const start = (sector: number): number => (sector + 1) * size;
  /** The sector after one, by the table that the header’s own list of 109 places names. */
  const next = (sector: number): number => {
    const perSector = size / 4;
    const table = Math.floor(sector / perSector);
    if (table >= 109) return -1;
    const at = start(bytes.readUInt32LE(76 + 4 * table)) + 4 * (sector % perSector);
    return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : -1;
  };
  const names: string[] = [];
  let sector = bytes.readUInt32LE(48);
  for (let n = 0; sector < END; n++, sector = next(sector)) {
    if (n >= MOST_SECTORS || sector < 0 || start(sector) + size > bytes.length) return undefined;
    for (let at = start(sector); at < start(sector) + size; at += 128) {
      const length = bytes.readUInt16LE(at + 64);
      if (bytes[at + 66] !== 0 && length >= 2) names.push(bare(bytes.toString('utf16le', at, at + Math.min(length, 64) - 2)));
    }
  }
  return names;
}
const bare = (name: string): string => (name.charCodeAt(0) < 32 ? name.slice(1) : name);
/** From here on numbers of sectors mean something else: the end of a chain. */
const END = 0xfffffffa;
