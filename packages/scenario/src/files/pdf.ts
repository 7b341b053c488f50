import { inflateSync } from 'node:zlib';
import type { PDFArray, PDFContext, PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { DamagedFile, LockedFile, UncleanFile } from './bytes.ts';
import { cleanJpeg2000 } from './jpeg2000.ts';
import type { CleanPart } from './office.ts';
import { type Bound, cleanPicture } from './within.ts';

type Library = typeof import('@cantoo/pdf-lib');

/** Who made it with what, where and when; of any part of a document (ISO 32000-1, 14.3 and 14.5; 12.3.4). */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb'];
/** The same of a comment; of a field of a form, T is its name. */
const OF_COMMENTS = ['T', 'M', 'CreationDate'];
const OF_SIGNATURES = ['Name', 'Location', 'ContactInfo', 'M'];

/**
 * A PDF without author, program, dates, embedded thumbnails, names on comments, hidden details of its photographs and of
 * the files attached to it, and all that it no longer shows: what earlier savings left in it.
 * @throws LockedFile if it is protected by a password; DamagedFile if it cannot be read; UncleanFile if a photograph or an attached file cannot.
 */
export async function cleanPdf(bytes: Uint8Array, clean: CleanPart, bound: Bound): Promise<Uint8Array> {
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
    const inside = new Inside(library, clean, bound);
    const attached = new Set(context.enumerateIndirectObjects().flatMap(([, object]) => [...filesOf(library, context, object)]));
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      const cleaned = await inside.clean(object, attached.has(object));
      if (cleaned !== object) context.assign(ref, cleaned);
    }
    return await document.save({ updateFieldAppearances: false, addDefaultPage: false });
  } catch (why) {
    if (why instanceof UncleanFile) throw why;
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

/** The streams that a file specification attaches (ISO 32000-1, 7.11.3), whether or not they say that they are files. */
function* filesOf(library: Library, context: PDFContext, object: PDFObject): Generator<PDFObject> {
  for (const dict of dictsIn(library, object)) {
    const files = context.lookup(dict.get(library.PDFName.of('EF')));
    if (!(files instanceof library.PDFDict)) continue;
    for (const file of files.values()) {
      const stream = context.lookup(file);
      if (stream) yield stream;
    }
  }
}

const PHOTOGRAPHS = new Set(['/DCTDecode', '/DCT', '/JPXDecode']);

/** @throws UncleanFile if it cannot be read */
async function photograph(bytes: Uint8Array, filter: string): Promise<Uint8Array> {
  return filter === '/JPXDecode' ? cleanJpeg2000(Buffer.from(bytes)) : cleanPicture('a photograph in it', bytes);
}

/** What streams hold, without what tells who made it. */
class Inside {
  readonly #library: Library;
  readonly #clean: CleanPart;
  readonly #bound: Bound;

  constructor(library: Library, clean: CleanPart, bound: Bound) {
    this.#library = library;
    this.#clean = clean;
    this.#bound = bound;
  }

  /** A stream anew if it is a photograph or an attached file, packed or not; all else as it is. @throws UncleanFile */
  async clean(object: PDFObject, attached: boolean): Promise<PDFObject> {
    const { PDFName, PDFRawStream } = this.#library;
    if (!(object instanceof PDFRawStream)) {
      if (attached) throw new UncleanFile('a file attached to it cannot be read');
      return object;
    }
    const { dict } = object;
    const filters = this.#filters(dict);
    const last = filters.at(-1) ?? '';
    const isFile = attached || dict.get(PDFName.of('Type'))?.toString() === '/EmbeddedFile';
    if (!isFile && !PHOTOGRAPHS.has(last)) return object;
    const packed = isFile ? filters : filters.slice(0, -1);
    const bytes = packed.reduce((some, filter) => this.#unpacked(some, filter), object.contents);
    const clean = await (isFile ? this.#clean('a file attached to it', bytes, true) : photograph(bytes, last));
    const anew = dict.clone();
    for (const key of ['Filter', 'DecodeParms', 'DL']) anew.delete(PDFName.of(key));
    if (!isFile) {
      anew.set(PDFName.of('Filter'), PDFName.of(last.slice(1)));
      this.#keepParms(dict, anew, filters.length);
    }
    anew.set(PDFName.of('Length'), this.#library.PDFNumber.of(clean.length));
    return PDFRawStream.of(anew, clean);
  }

  /** What the last filter is told, where there is any. */
  #keepParms(from: PDFDict, to: PDFDict, filters: number): void {
    const { PDFArray, PDFName } = this.#library;
    const key = PDFName.of('DecodeParms');
    const parms = from.lookup(key);
    const own = parms instanceof PDFArray ? parms.get(filters - 1) : parms;
    if (own) to.set(key, own);
  }

  #filters(dict: PDFDict): string[] {
    const { PDFArray, PDFName } = this.#library;
    const filter = dict.lookup(PDFName.of('Filter'));
    if (filter === undefined) return [];
    return filter instanceof PDFArray ? filter.asArray().map((f) => dict.context.lookup(f)?.toString() ?? '') : [filter.toString()];
  }

  #unpacked(bytes: Uint8Array, filter: string): Uint8Array {
    if (filter !== '/FlateDecode' && filter !== '/Fl')
      throw new UncleanFile(`something in it is packed in a way that cannot be undone: ${filter}`);
    try {
      const whole = inflateSync(bytes, { maxOutputLength: Math.max(1, this.#bound.left) });
      this.#bound.take(whole.length);
      return whole;
    } catch (why) {
      throw new UncleanFile(`something in it cannot be unpacked: ${String(why)}`);
    }
  }
}
