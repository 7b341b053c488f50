import { deriveId } from './ids.ts';
import type { Id } from './room.ts';
import { sketchId } from './sketch.ts';

/**
 * Makes the ids of an exercise so that what others did, seen or unseen, does not show in them: the same secret and the same
 * events to somebody give the same ids.
 */
export class IdMaker {
  readonly #secret: string;
  readonly #sketch: boolean;
  /** How many events each audience has, by its key. */
  readonly #told = new Map<string, number>();
  #cause: string | undefined;
  #ordinal = 0;
  /** Ids that a sketch has given out: they count. */
  counted = 0;

  constructor(secret: string, sketch: boolean) {
    this.#secret = secret;
    this.#sketch = sketch;
  }

  /** What comes next is made by this: a seat and its command, or the opening; undefined: by time. */
  begin(cause?: string): void {
    this.#cause = cause;
    this.#ordinal = 0;
  }

  /** Counts an event that its audience has. */
  told(audience: string): void {
    this.#told.set(audience, (this.#told.get(audience) ?? 0) + 1);
  }

  /** The id of the next event to an audience. It rests on how many that audience had before. */
  event(audience: string): Id {
    return this.#sketch ? sketchId(this.counted++) : deriveId(this.#secret, `to ${audience}`, this.#told.get(audience) ?? 0);
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
