import { type Act, type Need, outcomeOf, type Procedure, type Proceeding, refusedAct, refusedTime } from './procedure.ts';

/** A matter that tests act in: what is not refused is on record. */
export class Trial {
  #m: Proceeding;
  #now = 0;
  readonly #p: Procedure;

  constructor(p: Procedure, m: Partial<Proceeding> = {}) {
    this.#p = p;
    this.#m = { members: ['K', 'U', 'C'], chairs: ['K'], asker: 'K', opened: 0, due: 100, terms: {}, acts: [], ...m };
  }

  /** The clock goes on to a moment. */
  at(now: number): this {
    this.#now = now;
    return this;
  }

  /** Why it is refused; `done` if it is not. */
  does(party: string | undefined, type: string, on?: string): string {
    const act: Act = { type, party, at: this.#now, on };
    const refused = party === undefined ? undefined : refusedAct(this.#p, this.#m, act);
    if (refused === undefined) this.#m = { ...this.#m, acts: [...this.#m.acts, act] };
    return refused ?? 'done';
  }

  prolongs(party: string, due: number): string {
    const refused = refusedTime(this.#p, this.#m, party, due, this.#now);
    if (refused === undefined) this.#m = { ...this.#m, due };
    return refused ?? 'done';
  }

  get m(): Proceeding {
    return this.#m;
  }
  get outcome(): string {
    return outcomeOf(this.#p, this.#m, this.#now) ?? 'open';
  }
  get needs(): Need {
    return this.#p.needs(this.#m, this.#now);
  }
  ifNothing(party: string): string {
    return this.#p.ifNothing(this.#m, party);
  }
}
