/** Tells, at once and once, whoever waits for the end of a session: streams, sockets, answers under way. */
export class Endings {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Calls `act` when the session ends; gives what takes that back. */
  wait(session: string, act: () => void): () => void {
    const waiting = this.#waiting.get(session) ?? new Set();
    this.#waiting.set(session, waiting.add(act));
    return () => {
      waiting.delete(act);
      if (waiting.size === 0 && this.#waiting.get(session) === waiting) this.#waiting.delete(session);
    };
  }

  /** True while something of the session is under way: a page that is open, an answer that is on its way. */
  awaited(session: string): boolean {
    return this.#waiting.has(session);
  }

  tell(sessions: Iterable<string>): void {
    for (const session of sessions) {
      const waiting = this.#waiting.get(session) ?? [];
      this.#waiting.delete(session);
      for (const act of waiting) act();
    }
  }

  /** Tells of every session that does not stand any more, whatever ended it. */
  sweep(stands: (session: string) => boolean): void {
    this.tell([...this.#waiting.keys()].filter((session) => !stands(session)));
  }
}
