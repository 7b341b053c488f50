import { PDFArray, type PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanDocument, isDocument } from './attachment.ts';
import { DamagedFile, LockedFile, UncleanFile } from './bytes.ts';
import { CANARY, tellingJpeg, tellingPng } from './pictures.fixture.ts';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A PDF that tells its author in every place that we know of, and shows one line. */
async function telling(): Promise<{ document: PDFDocument; bytes: () => Promise<Uint8Array> }> {
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage([200, 100]);
  page.drawText('The gauge stands at four metres.', { size: 10 });
  document.setAuthor(CANARY);
  document.setTitle(CANARY);
  document.setProducer(CANARY);
  const stream = (dict: object, words: string | Uint8Array) => context.register(context.stream(words, dict as never));
  document.catalog.set(PDFName.of('Metadata'), stream({ Type: 'Metadata', Subtype: 'XML' }, `<x:xmpmeta>${CANARY}</x:xmpmeta>`));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Illustrator: { Private: PDFString.of(CANARY) } }));
  page.node.set(PDFName.of('Thumb'), stream({ Type: 'XObject', Subtype: 'Image' }, CANARY));
  const comment = { Type: 'Annot', Subtype: 'Text', Rect: [1, 1, 9, 9], T: PDFString.of(CANARY), Contents: PDFString.of('A remark.') };
  const field = { Type: 'Annot', Subtype: 'Widget', Rect: [1, 1, 9, 9], T: PDFString.of('field') };
  page.node.set(PDFName.of('Annots'), context.obj([context.obj(comment), context.register(context.obj(field))]));
  const photo = PDFRawStream.of(
    context.obj({ Type: 'XObject', Subtype: 'Image', Filter: 'DCTDecode' }) as PDFDict,
    Uint8Array.from(tellingJpeg()),
  );
  page.node.newXObject('Photo', context.register(photo));
  // What an earlier saving left behind: nothing refers to it.
  stream({}, `before: ${CANARY}`);
  return { document, bytes: () => document.save({ useObjectStreams: false }) };
}

const all = (document: PDFDocument): string =>
  document.context
    .enumerateIndirectObjects()
    .map(([, object]) => `${object.toString()} ${object instanceof PDFRawStream ? Buffer.from(object.contents).toString('latin1') : ''}`)
    .join('\n');

describe('a PDF', () => {
  it('loses author, program, dates, thumbnails, names on comments, and what it no longer shows; what it shows stays', async () => {
    const before = await (await telling()).bytes();
    const words = (await PDFDocument.load(before, { updateMetadata: false })).context;
    expect(all(await PDFDocument.load(before, { updateMetadata: false })).split(CANARY).length).toBeGreaterThan(6);
    expect(words.trailerInfo.Info).toBeDefined();
    const after = await cleanDocument(PDF, before);
    const document = await PDFDocument.load(after, { updateMetadata: false });
    expect(all(document)).not.toContain(CANARY);
    expect(Buffer.from(after).toString('latin1')).not.toMatch(/CANARY|pdf-lib|Producer|CreationDate|ModDate/);
    expect([document.context.trailerInfo.Info, document.context.trailerInfo.ID]).toEqual([undefined, undefined]);
    expect(document.getPageCount()).toBe(1);
    const text = all(document);
    expect(text).toContain('A remark.');
    expect(text).toContain('/T (field)');
    const content = document.getPage(0).node.Contents();
    expect(content instanceof PDFArray ? content.size() : content).toBeTruthy();
    expect(await cleanDocument(PDF, after)).toHaveLength(after.length);
  });

  it('that keeps its objects packed loses the same', async () => {
    const packed = await (await telling()).document.save({ useObjectStreams: true });
    expect(all(await PDFDocument.load(await cleanDocument(PDF, packed), { updateMetadata: false }))).not.toContain(CANARY);
  });

  it('behind a password, or damaged, is refused', async () => {
    const { document } = await telling();
    document.encrypt({ ownerPassword: 'owner', userPassword: '' });
    const locked = await document.save();
    await expect(cleanDocument(PDF, locked)).rejects.toThrow(LockedFile);
    for (const bytes of [
      Buffer.from('%PDF-1.7\nnothing\n%%EOF'),
      Buffer.from('%PDF-1.7'),
      (await (await telling()).bytes()).subarray(0, 300),
    ])
      await expect(cleanDocument(PDF, bytes)).rejects.toThrow(DamagedFile);
  });
});

describe('an office document', () => {
  const pack = (parts: Record<string, string | Uint8Array>): Uint8Array =>
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])) as Zippable,
    );
  const cleaned = async (type: string, parts: Record<string, string | Uint8Array>): Promise<Record<string, string>> => {
    const after = unzipSync(await cleanDocument(type, pack(parts)));
    for (const part of Object.values(after)) expect(Buffer.from(part).toString('latin1')).not.toContain(CANARY);
    return Object.fromEntries(Object.entries(after).map(([name, part]) => [name, strFromU8(part, true)]));
  };

  it('names the template and the linked workbook that it rests on by their names, without their folders', async () => {
    const of = (target: string): string => `<Relationships><Relationship Id="1" TargetMode="External" Target="${target}"/></Relationships>`;
    const after = await cleaned(DOCX, {
      'word/_rels/settings.xml.rels': of(`file:///C:\\Users\\${CANARY}\\MND.dotx`),
      'xl/externalLinks/_rels/externalLink1.xml.rels': of(`\\\\server\\${CANARY}\\book.xlsx`),
      'word/_rels/document.xml.rels': of('https://example.org/a/b'),
      'DocProps/App.xml': `<Properties><Company>${CANARY}</Company></Properties>`,
      constructor: 'A part of that name.',
    });
    expect(after['word/_rels/settings.xml.rels']).toBe(of('MND.dotx'));
    expect(after['xl/externalLinks/_rels/externalLink1.xml.rels']).toBe(of('book.xlsx'));
    expect(after['word/_rels/document.xml.rels']).toBe(of('https://example.org/a/b'));
    expect(after.constructor).toBe('A part of that name.');
  });

  it('with a drawing whose comment or details have no end is refused, and is read once only', async () => {
    for (const open of ['<!--', '<metadata>', '<rdf:RDF ']) {
      const parts = { 'word/media/image1.svg': strToU8(`<svg xmlns="http://www.w3.org/2000/svg">${open.repeat(200_000)}`) };
      const outcome = cleanDocument(DOCX, pack(parts));
      if (open.endsWith(' ')) await outcome;
      else await expect(outcome).rejects.toThrow();
    }
  });

  it('of Word, Excel or PowerPoint loses who made it, in which company and folder, its thumbnail and its photographs’ details', async () => {
    const text = '<w:document><w:t>The gauge.</w:t></w:document>';
    const after = await cleaned(DOCX, {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships><Relationship Id="1" Type="http://x/officeDocument" Target="word/document.xml"/><Relationship Id="2" Type="http://x/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>`,
      'docProps/core.xml': `<cp:coreProperties><dc:creator>${CANARY}</dc:creator></cp:coreProperties>`,
      'docProps/app.xml': `<Properties><Company>${CANARY}</Company></Properties>`,
      'docProps/custom.xml': `<Properties>${CANARY}</Properties>`,
      'docProps/thumbnail.jpeg': tellingJpeg(),
      'xl/workbook.xml': `<workbook><x15ac:absPath url="C:\\Users\\${CANARY}\\" xmlns:x15ac="x"/></workbook>`,
      'word/document.xml': text,
      'word/media/image1.jpg': tellingJpeg(),
      'word/media/image2.png': tellingPng(),
    });
    expect(after['word/document.xml']).toBe(text);
    expect(after['_rels/.rels']).toBe(
      '<Relationships><Relationship Id="1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    );
    expect(Object.keys(after)).not.toContain('docProps/thumbnail.jpeg');
    expect(Object.keys(after)).toContain('docProps/core.xml');
  });

  it('of OpenDocument or HWPX loses the same, and still says first what it is', async () => {
    const type = 'application/vnd.oasis.opendocument.text';
    const bytes = pack({
      mimetype: type,
      'meta.xml': `<office:document-meta>${CANARY}</office:document-meta>`,
      'content.xml': '<x/>',
      'Thumbnails/thumbnail.png': tellingPng(),
      'META-INF/manifest.xml':
        '<m><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/><k/></m>',
      'Contents/content.hpf': `<opf:metadata><opf:title>T</opf:title><opf:meta name="creator" content="text">${CANARY}</opf:meta></opf:metadata>`,
    });
    const after = await cleanDocument(type, bytes);
    expect(Buffer.from(after).toString('latin1')).not.toContain(CANARY);
    expect(
      Buffer.from(after)
        .subarray(30, 38 + type.length)
        .toString(),
    ).toBe(`mimetype${type}`);
    const parts = unzipSync(after);
    expect(strFromU8(parts['META-INF/manifest.xml'] as Uint8Array)).toBe('<m><k/></m>');
    expect(strFromU8(parts['Contents/content.hpf'] as Uint8Array)).toContain(
      '<opf:title>T</opf:title><opf:meta name="creator" content="text"></opf:meta>',
    );
  });

  it('that unpacks to too much, or is cut short, is refused', async () => {
    const bomb = Buffer.from(pack({ 'word/document.xml': 'x'.repeat(1_000) }));
    // The directory’s word for how long the part is.
    bomb.writeUInt32LE(201 * 1024 * 1024, bomb.indexOf('PK\u0001\u0002') + 24);
    await expect(cleanDocument(DOCX, bomb)).rejects.toThrow(UncleanFile);
    await expect(cleanDocument(DOCX, pack({ 'word/document.xml': 'x' }).subarray(0, 40))).rejects.toThrow(DamagedFile);
  });
});

it('what is cleaned as a document', () => {
  expect([PDF, DOCX, 'application/hwp+zip', 'application/vnd.oasis.opendocument.text'].every(isDocument)).toBe(true);
  expect(['image/png', 'application/zip', 'application/msword', 'text/plain'].some(isDocument)).toBe(false);
});
