import { Bytes } from './bytes.ts';

const HIDING = /Exif|http:\/\/ns\.adobe\.com|Photoshop|tEXt|iTXt|zTXt/;

/**
 * A picture within a document, without its hidden details. Readers of documents are lenient: one that cannot be read stays as
 * it is where nothing hides in it. @throws DamagedFile where something does
 */
export async function cleanEmbedded(picture: Uint8Array, clean: (input: Bytes) => AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const source = (async function* () {
    yield picture;
  })();
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of clean(new Bytes(source))) pieces.push(Uint8Array.from(piece));
    return Buffer.concat(pieces);
  } catch (why) {
    if (HIDING.test(Buffer.from(picture).toString('latin1'))) throw why;
    return picture;
  }
}
