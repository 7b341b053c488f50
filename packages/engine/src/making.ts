import type { FileCard } from './attachments/language.ts';
import type { Id, Ms, Text } from './fact.ts';
import { type Digest, idsFrom } from './ids.ts';
import type { Turn } from './turn.ts';

/** How an exercise makes its ids and hashes. */
export interface Making {
  readonly secret: string;
  /** SHA-256 where the machine has a faster one than ours. */
  readonly digest?: Digest;
  /** For runs that nobody keeps: ids that count, no hashes. */
  readonly sketch?: boolean;
}
export interface OpenOptions extends Making {
  readonly wall: number;
  /** The scenario's files, by their path in its folder. */
  readonly files?: ReadonlyMap<string, FileCard>;
  /** The director's own name for the exercise, in place of the scenario's title. */
  readonly title?: Text;
}

/**
 * Makes the ids of an exercise so that what others did, seen or unseen, does not show in them: the same secret and the same
 * events to somebody give the same ids.
 */
export class IdMaker {
  readonly #secret: string;
  readonly #sketch: boolean;
  readonly #digest: Digest;
  #derive: ((cause: string, ordinal: number) => Id) | undefined;
  #cause: Made | 'opening' | undefined;
  #ordinal = 0;
  /** Ids that a sketch has given out: they count. */
  counted = 0;

  constructor(secret: string, sketch: boolean, digest: Digest) {
    this.#secret = secret;
    this.#sketch = sketch;
    this.#digest = digest;
  }

  /** A sketch that goes on from a sketch’s record counts on from its ids. */
  countOn(record: Iterable<{ readonly id: Id }>): void {
    for (const { id } of record) if (id.startsWith(COUNTED)) this.counted = Math.max(this.counted, Number(id.slice(1)) + MOST_THINGS);
  }

  /** What comes next is made by this: a seat’s command, or the opening; undefined: by time. */
  begin(cause?: Made | 'opening'): void {
    this.#cause = cause;
    this.#ordinal = 0;
  }

  /**
   * The id of an event. It rests on when it is and what it says (its JSON): nothing else is told to all who get it, and they
   * are not told who else does. Of two alike, the later takes the next that is not taken.
   */
  event(json: string, at: Ms, taken: ReadonlyMap<Id, unknown>): Id {
    if (this.#sketch) return sketchId(this.counted++);
    const said = `said at ${at} ${this.#digest(json)}`;
    for (let n = 0; ; n++) {
      const id = this.#id(said, n);
      if (!taken.has(id)) return id;
    }
  }

  /** The id of a thing that a command makes. It rests on the command. @throws RangeError in what time does. */
  thing(): Id {
    if (this.#sketch) return sketchId(this.counted++);
    if (this.#cause === undefined) throw new RangeError('what time does makes things by name: idsOf');
    const cause = this.#cause === 'opening' ? this.#cause : `${this.#cause.by.seat} ${this.#cause.commandId}`;
    return this.#id(cause, this.#ordinal++);
  }

  /** Ids of what comes of something. They rest on its name. */
  of(name: string): () => Id {
    let ordinal = 0;
    return () => (this.#sketch ? sketchId(this.counted++) : this.#id(`of ${name}`, ordinal++));
  }

  /** Its key is made when the first id is: who only folds a record has no secret. */
  #id(cause: string, ordinal: number): Id {
    this.#derive ??= idsFrom(this.#secret, this.#digest);
    return this.#derive(cause, ordinal);
  }
}

/** What of a command its ids rest on. */
export type Made = Pick<Turn, 'by' | 'commandId'>;

/** How counted ids begin, and how many things one turn may have made beyond its last event. */
const COUNTED = `e${'0'.repeat(12)}`;
const MOST_THINGS = 1_000;
/** Ids of sketches count; all sketches share them. */
const counting: Id[] = [];
function sketchId(n: number): Id {
  counting[n] ??= `e${String(n).padStart(20, '0')}`;
  return counting[n] as Id;
}
