import type { Seating, Standing } from '../store/store.ts';

/** The sessions that stand, in memory: found by id, by cookie and by exercise. The store holds the same. */
export class Sessions {
  readonly #byId = new Map<string, Standing>();
  readonly #byToken = new Map<string, Standing>();
  readonly #byExercise = new Map<string, Map<string, Standing>>();

  get(id: string): Standing | undefined {
    return this.#byId.get(id);
  }

  /** By the SHA-256 of the cookie. */
  at(token: string): Standing | undefined {
    return this.#byToken.get(token);
  }

  of(exercise: string): Standing[] {
    return [...(this.#byExercise.get(exercise)?.values() ?? [])];
  }

  put(session: Standing): void {
    this.#remove(session.id);
    this.#byId.set(session.id, session);
    this.#byToken.set(session.token, session);
    const own = this.#byExercise.get(session.exercise) ?? new Map<string, Standing>();
    this.#byExercise.set(session.exercise, own.set(session.id, session));
  }

  drop(which: (session: Standing) => boolean): void {
    for (const session of [...this.#byId.values()]) if (which(session)) this.#remove(session.id);
  }

  /** Puts these in place of all others of an exercise. */
  replace(exercise: string, sessions: readonly Standing[]): void {
    this.drop((s) => s.exercise === exercise);
    for (const session of sessions) this.put(session);
  }

  /** What a commit changes: the same as in the store (see `Seating`). */
  seat(exercise: string, { session, viewer, person, left, heir }: Seating): void {
    const by = this.#byId.get(session);
    if (left === undefined) {
      if (by) this.put({ ...by, person });
      return;
    }
    const nameless = (s: Standing) => heir !== undefined && s.viewer === viewer && s.byLink && s.person === undefined;
    for (const s of this.of(exercise)) if (s.id === session || s.person === left || nameless(s)) this.#remove(s.id);
    if (heir && by) this.put({ ...heir, person, door: by.door });
  }

  #remove(id: string): void {
    const session = this.#byId.get(id);
    if (!session) return;
    this.#byId.delete(id);
    if (this.#byToken.get(session.token) === session) this.#byToken.delete(session.token);
    const own = this.#byExercise.get(session.exercise);
    own?.delete(id);
    if (own?.size === 0) this.#byExercise.delete(session.exercise);
  }
}
