import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import { DamagedFile, UncleanFile } from './bytes.ts';
import type { Bound } from './within.ts';

/** Cleans what lies in a document: see `cleanWithin`. */
export type CleanPart = (name: string, bytes: Uint8Array, known: boolean) => Promise<Uint8Array>;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OOXML = 'http://schemas.openxmlformats.org';
/** What says who made it, in parts of its own, by their names in small letters: each is left empty, since the document counts on it. */
const EMPTY: ReadonlyMap<string, string> = new Map([
  ['docprops/core.xml', `${XML}<cp:coreProperties xmlns:cp="${OOXML}/package/2006/metadata/core-properties"/>`],
  ['docprops/app.xml', `${XML}<Properties xmlns="${OOXML}/officeDocument/2006/extended-properties"/>`],
  ['docmetadata/labelinfo.xml', `${XML}<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>`],
  ['docprops/custom.xml', `${XML}<Properties xmlns="${OOXML}/officeDocument/2006/custom-properties"/>`],
  [
    'meta.xml',
    `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>`,
  ],
]);
/** Core properties lie where the package’s relations say, by whatever name. */
const CORE = /<(\w+:)?coreProperties\b/;
/** Where people’s own things lie: pictures, films, documents. */
const OWN = /(^|\/)(media|embeddings|attachments|Pictures|BinData|ObjectReplacements)\/|^Object \d+$/i;
const PRINTER = /(^|\/)printerSettings\d*\.bin$/i;
const THUMBNAIL = /^(docProps\/thumbnail\.|Thumbnails\/|Preview\/PrvImage\.)/;
/**
 * Within parts that are needed, tag by tag, so that each is read once: references to a thumbnail, the folders in which a
 * template or workbook lay, HWPX’s own details. `rest` is the text behind a tag.
 */
const CUTS: readonly (readonly [parts: RegExp, tags: RegExp, cut: (all: string, tag: string, rest: string) => string])[] = [
  [/(^|\/)_rels\/[^/]*\.rels$/i, /(<Relationship\b[^<>]*>)()/g, (_, tag) => (tag.includes('/metadata/thumbnail"') ? '' : inNoFolder(tag))],
  [/^META-INF\/manifest\.xml$/i, /(<manifest:file-entry\b[^<>]*>)()/g, (_, tag) => (tag.includes('full-path="Thumbnails/') ? '' : tag)],
  [/^xl\/workbook\.xml$/i, /(<x15ac:absPath\b[^<>]*>)()/g, (_, tag) => tag.replace(/\burl="[^"]*/, 'url="')],
  [/^Contents\/content\.hpf$/i, /(<opf:item\b[^<>]*>)()/g, (_, tag) => (tag.includes('href="Preview/PrvImage') ? '' : tag)],
  [/^Contents\/content\.hpf$/i, /(<opf:meta\b[^<>]*>)([^<]*)/g, (all, tag) => (OF_AUTHORS.test(tag) ? tag : all)],
];
const OF_AUTHORS = /\bname="(?:creator|lastsaveby|CreatedDate|ModifiedDate|date|keyword|description|subject)"/;
const ON_A_MACHINE = /\bTarget="(?:file:|[A-Za-z]:[\\/]|\\\\)[^"]*"/;

/** A relation to a file on somebody’s machine, by the file’s name alone. */
function inNoFolder(tag: string): string {
  return tag.replace(ON_A_MACHINE, (target) => `Target="${target.slice(8, -1).split(/[\\/]/).at(-1)}"`);
}

/** True for the types that `cleanOffice` takes: zipped documents of Office, OpenDocument and HWPX. */
export function isOffice(type: string): boolean {
  return /openxmlformats-officedocument|opendocument|hwp\+zip/.test(type);
}

/**
 * A zipped office document without author, company, dates, program, thumbnail, printer, and the same of what lies in it.
 * Names on comments and tracked changes are part of what it says, and stay. @throws DamagedFile, UncleanFile
 */
export async function cleanOffice(bytes: Uint8Array, clean: CleanPart, bound: Bound): Promise<Uint8Array> {
  const parts = unpacked(bytes, bound);
  const packed: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    if (THUMBNAIL.test(name)) continue;
    // The first entry says what the file is, and is to be readable as it lies.
    packed[name] = [await cleanPart(name, part, clean), { level: name === 'mimetype' ? 0 : 6, mtime: EPOCH }];
  }
  return zipSync(packed);
}
/** The first day that a zip can name. */
const EPOCH = new Date(1980, 0, 1);

function unpacked(bytes: Uint8Array, bound: Bound): Unzipped {
  const filter = ({ originalSize, name }: { originalSize: number; name: string }): boolean => {
    bound.take(originalSize);
    return !name.endsWith('/');
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (why) {
    if (why instanceof UncleanFile) throw why;
    throw new DamagedFile(`no zip that can be read: ${String(why)}`);
  }
}

async function cleanPart(name: string, part: Uint8Array, clean: CleanPart): Promise<Uint8Array> {
  const empty = EMPTY.get(/(^|\/)meta\.xml$/.test(name) ? 'meta.xml' : name.toLowerCase());
  if (empty !== undefined) return Buffer.from(empty);
  const cuts = CUTS.filter(([parts]) => parts.test(name));
  if (cuts.length > 0) return Buffer.from(cuts.reduce((text, [, tags, cut]) => text.replace(tags, cut), Buffer.from(part).toString()));
  if (PRINTER.test(name)) return withoutPrinter(Buffer.from(part));
  if (part[0] === 0x3c || part[0] === 0xef)
    if (CORE.test(Buffer.from(part.subarray(0, 4_096)).toString())) return Buffer.from(EMPTY.get('docprops/core.xml') as string);
  return part.length === 0 ? part : clean(name, part, OWN.test(name));
}

/** Settings of a page without the printer’s name and what its driver keeps: DEVMODEW. */
function withoutPrinter(settings: Buffer): Buffer {
  const size = settings.length < 72 ? 0 : settings.readUInt16LE(68);
  if (size < 72 || size > settings.length) return Buffer.alloc(0);
  const bare = Buffer.from(settings.subarray(0, size));
  bare.fill(0, 0, 64);
  bare.writeUInt16LE(0, 70);
  return bare;
}
