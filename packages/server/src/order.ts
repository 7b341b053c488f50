/**
 * Does what concerns one thing (an exercise, say) one act after another, in the order in which they were asked for. What an act
 * finds when it begins, no other act has changed when it ends. An act must not wait for another of the same thing.
 */
export class Order {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Gives what the act gives, when its turn has come and it is done; a failed act keeps nobody else from theirs. */
  run<T>(thing: string, act: () => T | Promise<T>): Promise<T> {
    const done = (this.#last.get(thing) ?? Promise.resolve()).then(act);
    const forget = (): void => {
      if (this.#last.get(thing) === settled) this.#last.delete(thing);
    };
    const settled: Promise<void> = done.then(forget, forget);
    this.#last.set(thing, settled);
    return done;
  }
}
