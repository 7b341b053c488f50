/** Texts that are kept together; what is left at the end of one is at most one text. */
const SHELF_BYTES = 64 * 1024;

/**
 * Keeps texts for good as UTF-8, side by side: encoded once for all who are given them, and nothing for the collector
 * to look through.
 */
export class Shelf {
  #room = Buffer.alloc(0);
  #at = 0;

  /** The text's bytes. They are shared: nobody may change them. */
  keep(text: string): Buffer {
    // Measuring a text costs as much as writing it: only where it may not fit.
    if (this.#at + text.length * MOST_BYTES > this.#room.length) this.#makeRoom(Buffer.byteLength(text));
    const from = this.#at;
    this.#at += this.#room.write(text, from);
    return this.#room.subarray(from, this.#at);
  }

  #makeRoom(length: number): void {
    if (this.#at + length <= this.#room.length) return;
    this.#room = Buffer.allocUnsafeSlow(Math.max(SHELF_BYTES, length));
    this.#at = 0;
  }
}
/** Bytes that a code unit takes in UTF-8, at most. */
const MOST_BYTES = 3;
