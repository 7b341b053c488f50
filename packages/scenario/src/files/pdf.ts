import type { PDFArray, PDFContext, PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { DamagedFile, LockedFile } from './bytes.ts';
import { cleanEmbedded } from './embedded.ts';
import { cleanJpeg } from './jpeg.ts';

type Library = typeof import('@cantoo/pdf-lib');

/** Who made it with what, where and when; of any part of a document (ISO 32000-1, 14.3 and 14.5; 12.3.4). */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb'];
/** The same of a comment; of a field of a form, T is its name. */
const OF_COMMENTS = ['T', 'M', 'CreationDate'];
const OF_SIGNATURES = ['Name', 'Location', 'ContactInfo', 'M'];

/**
 * A PDF without author, program, dates, embedded thumbnails, names on comments, hidden details of its photographs, and all
 * that it no longer shows: what earlier savings left in it.
 * @throws LockedFile if it is protected by a password; DamagedFile if it cannot be read.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  // Only where there is a PDF: it is large.
  const library = await import('@cantoo/pdf-lib');
  try {
    const options = { updateMetadata: false, parseSpeed: library.ParseSpeeds.Fastest, warnOnInvalidObjects: false };
    const document = await library.PDFDocument.load(bytes, options);
    const { context } = document;
    if (context.trailerInfo.Encrypt !== undefined) throw new LockedFile('the file is protected by a password');
    if (document.getPageCount() === 0) throw new DamagedFile('there is no page');
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    for (const [, object] of context.enumerateIndirectObjects()) for (const dict of dictsIn(library, object)) strip(library, dict);
    keepReachable(library, context);
    for (const [, object] of context.enumerateIndirectObjects()) await cleanPhotograph(library, object);
    return await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  } catch (why) {
    if (why instanceof LockedFile || why instanceof library.EncryptedPDFError) throw new LockedFile('the file is protected by a password');
    throw new DamagedFile(`no PDF that can be read: ${String(why)}`);
  }
}

/** An object and what it holds directly, without going through references; by a list, since it may be deep. */
function* objectsIn(library: Library, first: PDFObject): Generator<PDFObject> {
  const { PDFArray, PDFDict, PDFStream } = library;
  const todo: PDFObject[] = [first];
  for (let object = todo.pop(); object !== undefined; object = todo.pop()) {
    yield object;
    if (object instanceof PDFStream) todo.push(object.dict);
    else if (object instanceof PDFDict) todo.push(...(object as PDFDict).values());
    else if (object instanceof PDFArray) todo.push(...(object as PDFArray).asArray());
  }
}

function* dictsIn(library: Library, object: PDFObject): Generator<PDFDict> {
  for (const inner of objectsIn(library, object)) if (inner instanceof library.PDFDict) yield inner;
}

function strip({ PDFName }: Library, dict: PDFDict): void {
  const drop = (keys: readonly string[]): void => {
    for (const key of keys) dict.delete(PDFName.of(key));
  };
  const is = (key: string): string | undefined => dict.get(PDFName.of(key))?.toString();
  drop(TELLING);
  if (is('Rect') !== undefined && is('Subtype') !== '/Widget') drop(OF_COMMENTS);
  if (is('Type') === '/Sig') drop(OF_SIGNATURES);
  if (is('Type') === '/EmbeddedFile') drop(['Params']);
}

/** Drops what nothing refers to any more. */
function keepReachable(library: Library, context: PDFContext): void {
  const { Root } = context.trailerInfo;
  if (!(Root instanceof library.PDFRef)) throw new DamagedFile('there is no catalogue');
  const seen = new Set<PDFRef>([Root]);
  // A set grows while it is walked.
  for (const ref of seen) {
    const object = context.lookup(ref);
    if (object) for (const inner of objectsIn(library, object)) if (inner instanceof library.PDFRef) seen.add(inner);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref);
}

async function cleanPhotograph({ PDFName, PDFRawStream }: Library, object: PDFObject): Promise<void> {
  if (!(object instanceof PDFRawStream)) return;
  const filter = object.dict.lookup(PDFName.of('Filter'))?.toString();
  if (filter === undefined || !/^(\[ )?\/DCTDecode( \])?$/.test(filter)) return;
  object.updateContents(await cleanEmbedded(object.contents, cleanJpeg));
}
