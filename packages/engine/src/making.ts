import type { Id, Ms, Named } from './fact.ts';
import { deriveId } from './ids.ts';
import { sketchId } from './sketch.ts';

/**
 * Makes the ids of an exercise so that what others did, seen or unseen, does not show in them: the same secret and the same
 * events to somebody give the same ids.
 */
export class IdMaker {
  readonly #secret: string;
  readonly #sketch: boolean;
  readonly #digest: (text: string) => string;
  #cause: string | undefined;
  #ordinal = 0;
  /** Ids that a sketch has given out: they count. */
  counted = 0;

  constructor(secret: string, sketch: boolean, digest: (text: string) => string) {
    this.#secret = secret;
    this.#sketch = sketch;
    this.#digest = digest;
  }

  /** What comes next is made by this: a seat and its command, or the opening; undefined: by time. */
  begin(cause?: string): void {
    this.#cause = cause;
    this.#ordinal = 0;
  }

  /**
   * The id of an event. It rests on when it is and what it says: nothing else is told to all who get it, and they are not told
   * who else does. Of two alike, the later takes the next that is not taken.
   */
  event(event: Named, at: Ms, taken: (id: Id) => boolean): Id {
    if (this.#sketch) return sketchId(this.counted++);
    const said = `said at ${at} ${this.#digest(JSON.stringify(event))}`;
    for (let n = 0; ; n++) {
      const id = deriveId(this.#secret, said, n);
      if (!taken(id)) return id;
    }
  }

  /** The id of a thing that a command makes. It rests on the command. @throws RangeError in what time does. */
  thing(): Id {
    if (this.#sketch) return sketchId(this.counted++);
    if (this.#cause === undefined) throw new RangeError('what time does makes things by name: idsOf');
    return deriveId(this.#secret, this.#cause, this.#ordinal++);
  }

  /** Ids of what comes of something. They rest on its name. */
  of(name: string): () => Id {
    let ordinal = 0;
    return () => (this.#sketch ? sketchId(this.counted++) : deriveId(this.#secret, `of ${name}`, ordinal++));
  }
}
