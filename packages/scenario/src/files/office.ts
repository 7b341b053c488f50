import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import { DamagedFile } from './bytes.ts';
import { cleanEmbedded } from './embedded.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';

const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_ENTRIES = 5_000;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OOXML = 'http://schemas.openxmlformats.org';
/** What says who made it, in parts of its own: each is left empty, since the document counts on it being there. */
const EMPTY: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${OOXML}/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${XML}<Properties xmlns="${OOXML}/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${XML}<Properties xmlns="${OOXML}/officeDocument/2006/custom-properties"/>`,
  'meta.xml': `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>`,
};
const THUMBNAIL = /^(docProps\/thumbnail\.|Thumbnails\/|Preview\/PrvImage\.)/;
/** Within parts that are needed: the references to a thumbnail, the folder in which a workbook lay, HWPX’s own details. */
const CUTS: Readonly<Record<string, readonly (readonly [cut: RegExp, put: string])[]>> = {
  '_rels/.rels': [[/<Relationship\b[^>]*\/metadata\/thumbnail"[^>]*\/>/g, '']],
  'META-INF/manifest.xml': [[/<manifest:file-entry\b[^>]*full-path="Thumbnails\/[^>]*\/>/g, '']],
  'xl/workbook.xml': [[/(<x15ac:absPath\b[^>]*\burl=")[^"]*/g, '$1']],
  'Contents/content.hpf': [
    [/(<opf:meta\b[^>]*\bname="(?:creator|lastsaveby|CreatedDate|ModifiedDate|date|keyword|description|subject)"[^>]*>)[^<]*/g, '$1'],
    [/<opf:item\b[^>]*href="Preview\/PrvImage[^>]*\/>/g, ''],
  ],
};

/** True for the types that `cleanOffice` takes: zipped documents of Office, OpenDocument and HWPX. */
export function isOffice(type: string): boolean {
  return /openxmlformats-officedocument|opendocument|hwp\+zip/.test(type);
}

/**
 * A zipped office document without author, company, dates, program, thumbnail, and the hidden details of its photographs.
 * Names on comments and tracked changes are part of what it says, and stay. @throws DamagedFile
 */
export async function cleanOffice(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = unpacked(bytes);
  const packed: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    if (THUMBNAIL.test(name)) continue;
    // The first entry says what the file is, and is to be readable as it lies.
    packed[name] = [await cleanPart(name, part), { level: name === 'mimetype' ? 0 : 6, mtime: EPOCH }];
  }
  return zipSync(packed);
}
/** The first day that a zip can name. */
const EPOCH = new Date(1980, 0, 1);

function unpacked(bytes: Uint8Array): Unzipped {
  let size = 0;
  let count = 0;
  const filter = ({ originalSize, name }: { originalSize: number; name: string }): boolean => {
    size += originalSize;
    if (size > MOST_UNPACKED || ++count > MOST_ENTRIES) throw new DamagedFile('it unpacks to too much');
    return !name.endsWith('/');
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (why) {
    throw new DamagedFile(`no zip that can be read: ${String(why)}`);
  }
}

async function cleanPart(name: string, part: Uint8Array): Promise<Uint8Array> {
  const empty = EMPTY[name];
  if (empty !== undefined) return Buffer.from(empty);
  const cuts = CUTS[name];
  if (cuts) return Buffer.from(cuts.reduce((text, [cut, put]) => text.replace(cut, put), Buffer.from(part).toString()));
  const clean = /\.jpe?g$/i.test(name) ? cleanJpeg : /\.png$/i.test(name) ? cleanPng : undefined;
  return clean ? cleanEmbedded(part, clean) : part;
}
