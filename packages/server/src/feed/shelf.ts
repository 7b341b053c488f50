/** Texts that are kept together; what is left at the end of one is at most one text. */
const SHELF_BYTES = 64 * 1024;

/**
 * Keeps texts for good as UTF-8, side by side: encoded once for all who are given them, and nothing for the collector
 * to look through.
 */
export class Shelf {
  #room = Buffer.alloc(0);

  /** The text's bytes. They are shared: nobody may change them. */
  keep(text: string): Buffer {
    const length = Buffer.byteLength(text);
    if (length > this.#room.length) this.#room = Buffer.allocUnsafeSlow(Math.max(SHELF_BYTES, length));
    const kept = this.#room.subarray(0, length);
    kept.write(text);
    this.#room = this.#room.subarray(length);
    return kept;
  }
}
