/** The file is not whole, or not built as its type is. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** The file is protected by a password: nobody can look into it, and nothing can be taken out. */
export class LockedFile extends Error {
  override readonly name = 'LockedFile';
}

/** Something lies in the file of which nothing can be taken out: an older format, an archive, a picture that cannot be read. */
export class UncleanFile extends Error {
  override readonly name = 'UncleanFile';
}

/** A picture of 20 MB has some thousand pieces. */
const MOST_TAKES = 200_000;

/** A stream of bytes, read in exact counts with a look ahead; no more of it is held than was asked for. */
export class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #takes = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `count` bytes without taking them; fewer at the end. */
  async look(count: number): Promise<Buffer> {
    while (this.#held.length < count && (await this.#more()));
    return this.#held.subarray(0, count);
  }

  /** Takes exactly `count` bytes. @throws DamagedFile if there are fewer, or the file is made of crumbs, which would keep others waiting. */
  async take(count: number): Promise<Buffer> {
    if (++this.#takes > MOST_TAKES) throw new DamagedFile('the file is made of too many pieces');
    const taken = await this.look(count);
    if (taken.length < count) throw new DamagedFile('the file ends too early');
    this.#held = this.#held.subarray(count);
    return taken;
  }

  /** Whatever is at hand, without taking it; empty at the end. */
  async atHand(): Promise<Buffer> {
    if (this.#held.length === 0) await this.#more();
    return this.#held;
  }

  /** Gives the next `count` bytes on, as they come. */
  async *pass(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const some = await this.take(Math.min(left, Math.max(1, (await this.atHand()).length)));
      left -= some.length;
      yield some;
    }
  }

  async skip(count: number): Promise<void> {
    for await (const _ of this.pass(count));
  }

  /** Gives all that is left. */
  async *rest(): AsyncGenerator<Buffer> {
    for (let some = await this.atHand(); some.length > 0; some = await this.atHand()) yield await this.take(some.length);
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#held = this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
