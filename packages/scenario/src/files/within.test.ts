import { deflateSync, gzipSync } from 'node:zlib';
import { AFRelationship, type PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanDocument } from './attachment.ts';
import { LockedFile } from './bytes.ts';
import { CANARY, tellingGif, tellingJpeg, tellingPng, tellingWebp } from './pictures.fixture.ts';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';
const CORE = `<cp:coreProperties xmlns:dc="d"><dc:creator>${CANARY}</dc:creator></cp:coreProperties>`;

type Parts = Record<string, string | Uint8Array>;
const pack = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])) as Zippable,
  );
/** A document of Word, Excel or PowerPoint by its folder, whose author is the canary; with more parts. */
const office = (folder: 'word' | 'xl' | 'ppt', more: Parts = {}): Uint8Array =>
  pack({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
    [`${folder}/main.xml`]: '<m>The gauge.</m>',
    'docProps/core.xml': CORE,
    ...more,
  });
/** Everything in a file, unpacked through and through: zips, PDFs, and packed pieces of either. */
async function depths(bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes).toString('latin1');
  if (raw.startsWith('PK')) {
    const inside = await Promise.all(Object.entries(unzipSync(bytes)).map(async ([name, part]) => `${name}\n${await depths(part)}`));
    return inside.join('\n');
  }
  if (!raw.startsWith('%PDF')) return raw;
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const inside = await Promise.all(
    document.context.enumerateIndirectObjects().map(async ([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString();
      const filter = object.dict.get(PDFName.of('Filter'))?.toString();
      const { inflateSync } = await import('node:zlib');
      return `${object.dict.toString()}\n${await depths(filter === '/FlateDecode' ? inflateSync(object.contents) : object.contents)}`;
    }),
  );
  return inside.join('\n');
}
const cleaned = async (type: string, bytes: Uint8Array): Promise<string> => {
  expect(await depths(bytes)).toContain(CANARY);
  const after = await depths(await cleanDocument(type, bytes));
  expect(after).not.toContain(CANARY);
  return after;
};
const refused = async (type: string, bytes: Uint8Array): Promise<void> => {
  const why = await cleanDocument(type, bytes).then(
    () => 'kept',
    (error: Error) => error.name,
  );
  expect(why).toBe('UncleanFile');
};
async function pdf(author = CANARY): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.addPage([200, 100]).drawText('The gauge stands at four metres.', { size: 10 });
  document.setAuthor(author);
  return document;
}
const saved = (document: PDFDocument): Promise<Uint8Array> => document.save({ useObjectStreams: false });

/** A compound file of one sector of directory, with these names in it. */
function ole(...names: string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, 512, 1_024);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    const at = 1_024 + 128 * i;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(2 * name.length + 2, at + 64);
    bytes[at + 66] = i === 0 ? 5 : 2;
  }
  return bytes;
}

describe('what lies in an office document', () => {
  it('is cleaned like itself: a table and slides in it, and a PDF in those', async () => {
    const slides = office('ppt', { 'ppt/embeddings/Map.pdf': await saved(await pdf()) });
    const text = office('word', {
      'word/embeddings/Microsoft_Excel_Worksheet.xlsx': office('xl'),
      // By its bytes, whatever its name says.
      'word/embeddings/oleObject1.bin': slides,
    });
    const after = await cleaned(DOCX, text);
    expect(after.split('<m>The gauge.</m>')).toHaveLength(4);
    expect(after).toContain('word/embeddings/oleObject1.bin');
  });

  it('loses hidden details whatever kind of picture it is, and under whatever name', async () => {
    const emf = Buffer.alloc(200);
    emf.writeUInt32LE(1, 0);
    emf.write(' EMF', 40, 'latin1');
    emf.writeUInt32LE(CANARY.length, 60);
    emf.writeUInt32LE(100, 64);
    const described = Buffer.concat([emf.subarray(0, 100), Buffer.from(CANARY, 'utf16le'), Buffer.alloc(20)]);
    const svg = `<svg xmlns="s"><!-- ${CANARY} --><metadata><dc:creator>${CANARY}</dc:creator></metadata><path d="M0 0"/></svg>`;
    const after = await cleaned(
      DOCX,
      office('word', {
        'word/media/image1.gif': tellingGif(),
        'word/media/image2.webp': tellingWebp(),
        'word/media/image3.dat': tellingPng(),
        'word/media/image4.png': tellingJpeg(),
        'word/media/image5.svg': svg,
        'word/media/image6.emz': gzipSync(Buffer.from(svg)),
        'word/media/image7.emf': described,
      }),
    );
    expect(after).toContain('<svg xmlns="s"><path d="M0 0"/></svg>');
    expect(after).not.toContain(Buffer.from(CANARY, 'utf16le').toString('latin1'));
    expect(after).toContain('NETSCAPE2.0');
  });

  it('tells nothing by core properties of another name, by the company’s label, nor by the printer', async () => {
    const printer = Buffer.alloc(320);
    printer.write('\\\\OFFICE\\KIM', 0, 'utf16le');
    printer.writeUInt16LE(220, 68);
    printer.writeUInt16LE(100, 70);
    printer.write('A4', 102, 'utf16le');
    printer.write('KIM', 230, 'latin1');
    const after = unzipSync(
      await cleanDocument(
        DOCX,
        office('xl', {
          'package/services/metadata/core-properties/1.psmdcp': CORE,
          'docMetadata/LabelInfo.xml': `<clbl:labelList><clbl:label siteId="${CANARY}"/></clbl:labelList>`,
          'xl/printerSettings/printerSettings1.bin': printer,
        }),
      ),
    );
    expect(Object.values(after).some((part) => Buffer.from(part).includes(CANARY))).toBe(false);
    const settings = Buffer.from(after['xl/printerSettings/printerSettings1.bin'] as Uint8Array);
    expect([settings.length, settings.readUInt16LE(70), settings.toString('utf16le', 102, 106)]).toEqual([220, 0, 'A4']);
    expect(settings.subarray(0, 64).every((b) => b === 0)).toBe(true);
  });

  it('of OpenDocument loses the same: objects in it have details of their own', async () => {
    const meta = `<office:document-meta>${CANARY}</office:document-meta>`;
    const after = await cleaned(
      ODT,
      pack({
        mimetype: ODT,
        'content.xml': '<x/>',
        'Object 1/meta.xml': meta,
        'Object 1/content.xml': '<y/>',
        'Pictures/1.jpg': tellingJpeg(),
      }),
    );
    expect(after).toContain('<y/>');
  });

  it.each([
    ['an older document', { 'word/embeddings/oleObject1.bin': ole('WordDocument', '\u0005SummaryInformation') }],
    ['a file packed by the desktop', { 'word/embeddings/oleObject1.bin': ole('\u0001Ole', '\u0001Ole10Native') }],
    ['an older document in a place of its own', { 'word/activeX/activeX1.bin': ole('\u0005SummaryInformation') }],
    ['an object whose directory is cut', { 'word/embeddings/oleObject1.bin': ole('\u0001Ole').subarray(0, 900) }],
    ['an archive', { 'word/embeddings/all.zip': pack({ 'a.txt': CANARY }) }],
    ['a picture that cannot be read, though nothing seems to hide in it', { 'word/media/image1.jpg': Buffer.from('ffd8ff00aa', 'hex') }],
    ['a picture of a kind that we do not know', { 'word/media/image1.tif': Buffer.from('49492a0008000000', 'hex') }],
    ['something that nobody knows', { 'word/embeddings/thing.bin': Buffer.from([7, 0, 1, 2, 3]) }],
  ])('is refused where nothing can be taken out of it: %s', (_, parts) => refused(DOCX, office('word', parts)));

  it('stays as it is where it says nothing: a formula, macros, a bitmap, a font, plain text', async () => {
    const parts = {
      'word/embeddings/oleObject1.bin': ole('\u0001CompObj', '\u0003ObjInfo', 'Equation Native'),
      'word/vbaProject.bin': ole('PROJECT', 'VBA'),
      'word/media/image1.bmp': Buffer.from('424d000000', 'hex'),
      'word/fonts/font1.odttf': Buffer.from([9, 8, 7, 0]),
      'word/embeddings/notes.txt': 'Notes.',
    };
    const after = unzipSync(await cleanDocument(DOCX, office('word', parts)));
    for (const [name, part] of Object.entries(parts))
      expect(Buffer.from(after[name] as Uint8Array).equals(Buffer.from(part as never))).toBe(true);
  });

  it('is refused where it is too deep in one another, or unpacks to too much together', async () => {
    const nested = (depth: number): Uint8Array => office('word', depth === 0 ? {} : { 'word/embeddings/a.docx': nested(depth - 1) });
    await cleaned(DOCX, nested(4));
    await refused(DOCX, nested(5));
    // Each within the bound; both, and what they lie in, are not.
    const large = Buffer.from(office('xl', { 'xl/sheet.xml': '<x/>' }));
    // The directory’s word for how long the last part is.
    large.writeUInt32LE(101 * 1024 * 1024, large.lastIndexOf('PK\u0001\u0002') + 24);
    await refused(DOCX, office('word', { 'word/embeddings/a.xlsx': large, 'word/embeddings/b.xlsx': large }));
    await refused(DOCX, office('word', { 'word/media/a.emz': gzipSync(new Uint8Array(201 * 1024 * 1024), { level: 1 }) }));
    const crowd = Object.fromEntries(Array.from({ length: 2_600 }, (_, i) => [`word/${i}.xml`, '<x/>']));
    const many = pack({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<r/>', ...crowd });
    await refused(DOCX, office('word', { 'word/embeddings/a.docx': many, 'word/embeddings/b.docx': many }));
  });
});

describe('what lies in a PDF', () => {
  it('is cleaned: files attached to it, in one another, whether or not they say what they are', async () => {
    const inner = await pdf();
    await inner.attach(office('xl'), 'gauges.xlsx', {
      mimeType: 'application/x',
      creationDate: new Date(0),
      modificationDate: new Date(0),
    });
    const outer = await pdf();
    await outer.attach(await saved(inner), 'inner.pdf', { afRelationship: AFRelationship.Data });
    await outer.attach(Uint8Array.from(tellingPng()), 'picture.png');
    await outer.attach(strToU8('Notes.'), 'notes.txt');
    const after = await cleaned(PDF, await saved(outer));
    expect(after).toContain('<m>The gauge.</m>');
    expect(after).toContain('Notes.');
    expect(after).toContain('gauges.xlsx');
    const unsaid = await PDFDocument.load(await saved(outer), { updateMetadata: false });
    for (const [, object] of unsaid.context.enumerateIndirectObjects())
      if (object instanceof PDFRawStream) object.dict.delete(PDFName.of('Type'));
    expect(await cleaned(PDF, await saved(unsaid))).toContain('<m>The gauge.</m>');
  });

  it('is cleaned where a photograph is packed once more, or is of the newer kind', async () => {
    const document = await pdf('');
    const { context } = document;
    const page = document.getPage(0);
    const add = (name: string, filter: unknown, bytes: Uint8Array): void => {
      const dict = context.obj({ Type: 'XObject', Subtype: 'Image', Filter: filter as never }) as PDFDict;
      page.node.newXObject(name, context.register(PDFRawStream.of(dict, bytes)));
    };
    const box = (name: string, body: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(8 + body.length, 0);
      head.write(name, 4, 'latin1');
      return Buffer.concat([head, body]);
    };
    add('Packed', ['FlateDecode', 'DCTDecode'], deflateSync(tellingJpeg()));
    const jp2 = [
      box('jP  ', Buffer.from('0d0a870a', 'hex')),
      box('uuid', Buffer.from(CANARY)),
      box('xml ', Buffer.from(CANARY)),
      box('jp2i', Buffer.from(CANARY)),
      box('asoc', Buffer.concat([box('lbl ', Buffer.from('gml.data')), box('xml ', Buffer.from(CANARY))])),
      box(
        'jp2c',
        Buffer.concat([
          Buffer.from('ff4fff510004aaaaff64', 'hex'),
          Buffer.from([0, 4 + CANARY.length, 0, 1]),
          Buffer.from(CANARY),
          Buffer.from('ff90' + '4b455054', 'hex'),
        ]),
      ),
    ];
    add('Newer', 'JPXDecode', Buffer.concat(jp2));
    const before = await saved(document);
    const after = await depths(await cleanDocument(PDF, before));
    expect(before.length).toBeGreaterThan(500);
    expect(Buffer.concat(jp2).includes(CANARY)).toBe(true);
    expect(after).not.toContain(CANARY);
    expect(after).toContain('KEPT');
    expect(after).toContain('ICC_PROFILE');
    expect(after).not.toContain('/FlateDecode /DCTDecode');
  });

  it('is refused where nothing can be taken out: an older document, an archive, a photograph that cannot be read, a bomb', async () => {
    const older = await pdf();
    await older.attach(ole('WordDocument', '\u0005SummaryInformation'), 'older.doc');
    await refused(PDF, await saved(older));
    const archive = await pdf();
    await archive.attach(pack({ 'a.txt': CANARY }), 'all.zip');
    await refused(PDF, await saved(archive));
    const damaged = await pdf();
    const photo = damaged.context.obj({ Subtype: 'Image', Filter: 'DCTDecode' }) as PDFDict;
    damaged.getPage(0).node.newXObject('Photo', damaged.context.register(PDFRawStream.of(photo, strToU8('nothing hides'))));
    await refused(PDF, await saved(damaged));
    const bomb = await pdf();
    const file = bomb.context.obj({ Type: 'EmbeddedFile', Filter: 'FlateDecode' }) as PDFDict;
    const ref = bomb.context.register(PDFRawStream.of(file, deflateSync(new Uint8Array(201 * 1024 * 1024), { level: 1 })));
    bomb.catalog.set(PDFName.of('Names'), bomb.context.obj({ F: { Type: 'Filespec', EF: { F: ref } } }));
    await refused(PDF, await saved(bomb));
  });

  it('behind a password is refused for what it lies in, in words for that', async () => {
    const locked = await pdf();
    locked.encrypt({ ownerPassword: 'owner', userPassword: '' });
    const bytes = await locked.save();
    await expect(cleanDocument(PDF, bytes)).rejects.toThrow(LockedFile);
    await refused(DOCX, office('word', { 'word/embeddings/a.pdf': bytes }));
  });
});

it('the words of the fixture are packed, so that they are to be looked for unpacked', () =>
  expect(strFromU8(office('xl'), true)).not.toContain(CANARY));
