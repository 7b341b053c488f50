/** One table as it goes out: its name, and its rows of texts, the heads first. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a spreadsheet program would take for a formula, or for the way into one (OWASP: CSV injection). */
const FORMULA = /^[\s\u200B-\u200F\u2060]*[=+\-@\t\r|＝＋－＠]/;

/** The text of a cell that no program reckons with: an apostrophe stands before what looks like a formula. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The table as CSV (RFC 4180), with the mark by which Excel knows UTF-8. */
export function csvOf({ rows }: Grid): string {
  const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The tables as one Excel workbook, a sheet each, and an empty one if there is none: Excel opens no workbook without a sheet. Every cell is a text and none a formula. */
export function xlsxOf(tables: readonly Grid[]): Uint8Array<ArrayBuffer> {
  const grids = tables.length > 0 ? tables : [{ name: '', rows: [] }];
  const names = sheetNames(grids);
  const sheet = (grid: Grid): string =>
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${grid.rows
      .map(
        (row) => `<row>${row.map((c) => `<c t="inlineStr"><is><t xml:space="preserve">${xml(harmless(c))}</t></is></c>`).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`;
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${grids.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}">${grids.map((_, i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ],
    ...grids.map((grid, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheet(grid)]),
  ];
  return zipped(files.map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Excel takes 31 letters, none of []:*?/\ and no name twice. */
function sheetNames(grids: readonly Grid[]): string[] {
  const taken = new Set<string>();
  return grids.map(({ name }, i) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .slice(0, 31)
        .trim() || `${i + 1}`;
    const free = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} ${i + 1}` : plain;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** XML 1.0 knows no control characters but three. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** A zip archive of files that are stored as they are (APPNOTE 6.3, method 0). */
function zipped(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of files) {
    const path = new TextEncoder().encode(name);
    // Version 2.0, UTF-8 names, stored, 1 January 1980: no time of its making goes out.
    const common = [
      ...u16(20),
      ...u16(0x800),
      ...u16(0),
      ...u16(0),
      ...u16(0x21),
      ...u32(crc32(bytes)),
      ...u32(bytes.length),
      ...u32(bytes.length),
      ...u16(path.length),
      ...u16(0),
    ];
    const local = Uint8Array.from([...u32(0x04034b50), ...common, ...path]);
    central.push(
      Uint8Array.from([...u32(0x02014b50), ...u16(20), ...common, ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(at), ...path]),
    );
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const size = central.reduce((sum, c) => sum + c.length, 0);
  const end = Uint8Array.from([
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...u16(files.length),
    ...u16(files.length),
    ...u32(size),
    ...u32(at),
    ...u16(0),
  ]);
  const whole = new Uint8Array(at + size + end.length);
  let to = 0;
  for (const part of [...parts, ...central, end]) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}

const u16 = (n: number): number[] => [n & 255, (n >>> 8) & 255];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
