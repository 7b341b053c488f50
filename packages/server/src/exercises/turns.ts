/** Work that stops by itself every few milliseconds. */
export type Steps<T> = Generator<undefined, T>;

interface Job {
  step(): boolean;
}

/** Why a question was not taken: its asker has as many waiting as anybody may. */
export class TooManyAsked extends Error {
  override readonly name = 'TooManyAsked';
}

/** So many questions of one asker wait, the one being answered included. */
export const MOST_WAITING = 8;

/**
 * Answers questions step by step, so that nobody's command waits for what somebody else asked. Between two steps the server
 * does everything else that has come in. Askers take turns; each has one question under way, and its others wait behind it.
 */
export class Turns {
  readonly #waiting = new Map<string, Job[]>();
  readonly #later: (act: () => void) => void;
  #going = false;

  /** `later`: calls back when everything else that waits has had its turn. */
  constructor(later: (act: () => void) => void = setImmediate) {
    this.#later = later;
  }

  /** What the steps come to. `wanted`: asked before each step; what nobody waits for any more is let go. @throws TooManyAsked */
  ask<T>(asker: string, steps: () => Steps<T>, wanted: () => boolean = () => true): Promise<T> {
    const jobs = this.#waiting.get(asker) ?? [];
    if (jobs.length >= MOST_WAITING) return Promise.reject(new TooManyAsked());
    this.#waiting.set(asker, jobs);
    return new Promise((resolve, reject) => {
      let under: Steps<T> | undefined;
      const step = (): boolean => {
        try {
          if (!wanted()) throw new TooManyAsked();
          under ??= steps();
          const next = under.next();
          if (next.done) resolve(next.value);
          return next.done === true;
        } catch (why) {
          reject(why);
          return true;
        }
      };
      jobs.push({ step });
      this.#go();
    });
  }

  #go(): void {
    if (this.#going) return;
    this.#going = true;
    this.#later(() => this.#turn());
  }

  #turn(): void {
    this.#going = false;
    const [asker, jobs] = this.#waiting.entries().next().value ?? [];
    if (asker === undefined || jobs === undefined) return;
    if (jobs[0]?.step()) jobs.shift();
    // To the end of the line.
    this.#waiting.delete(asker);
    if (jobs.length > 0) this.#waiting.set(asker, jobs);
    if (this.#waiting.size > 0) this.#go();
  }
}
