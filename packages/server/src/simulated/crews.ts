import { type Address, clockStatus, peopleAt, type Scenario } from '@entente/engine';
import { isSimulated } from '@entente/engine/seats';
import { crewOf, timesAside } from '@entente/rehearsal';
import type { Access, Entry, Judge } from '../access/access.ts';
import type { WallClock } from '../clock.ts';
import type { Exercises } from '../exercises/exercises.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { marked } from '../exercises/marked.ts';
import type { LiveParts } from '../exercises/parts.ts';
import { Order } from '../order.ts';
import type { Randomness } from '../randomness.ts';
import { cardsOf, type Shelf, type ShelfEntry } from '../scenarios/shelf.ts';
import { Crew, type CrewOptions } from './crew.ts';
import { simulatedAt } from './mark.ts';

/** Scenario time per wall time of a practice: nobody wants to wait alone. */
const PRACTICE_RATE = 5;

type Rehearsed = ShelfEntry & { scenario: Scenario };

export interface CrewParts {
  readonly exercises: Exercises;
  readonly access: Access;
  readonly shelf: Shelf;
  readonly clock: WallClock;
  readonly randomness: Randomness;
  readonly log: LiveParts['log'];
}

/** Simulated people in exercises of this server, by exercise. They are gone when the server stops; a press brings them back. */
export class Crews {
  readonly #parts: CrewParts;
  readonly #crews = new Map<string, Crew>();
  /** Of an exercise, simulated people come after those before have gone. */
  readonly #order = new Order();
  /** When what came about in the recordings of a scenario: it is asked for once. */
  readonly #times = new WeakMap<Scenario, ReturnType<typeof timesAside>>();
  readonly #closing = new AbortController();

  constructor(parts: CrewParts) {
    this.#parts = parts;
  }

  /** How those behave who will sit there. It takes a while, and is asked for before anything is begun. */
  async #behaviour({ scenario, plays, files }: Rehearsed): Promise<ReturnType<typeof crewOf>> {
    let times = this.#times.get(scenario);
    if (!times) {
      times = timesAside({ scenario, plays, files: cardsOf(files) }, this.#closing.signal);
      this.#times.set(scenario, times);
      times.catch(() => this.#times.delete(scenario));
    }
    const seed = Number.parseInt(this.#parts.randomness.secret().slice(0, 6), 36) >>> 0;
    return crewOf({ scenario, plays, seed, files }, await times);
  }

  /** How many seats are simulated now; undefined if none are to be. */
  count(exercise: string): number | undefined {
    return this.#crews.get(exercise)?.seated;
  }

  /** An exercise in which everybody but one is simulated, lead control too. Gives the one’s own way in. */
  async practise(entry: Rehearsed, seat: Address, judge: Judge): Promise<Entry> {
    const { exercises, access } = this.#parts;
    const behaviour = await this.#behaviour(entry);
    const live = await exercises.create(entry.scenario, marked(entry.scenario.title, { en: 'Practice', ko: '혼자 연습' }), entry.files, {
      judge,
    });
    await this.#man(live, { scenario: entry.scenario, behaviour, keep: new Set([seat]), alone: true });
    return access.openOwn(live.row.id, seat, judge);
  }

  /** The way back to the own seat of a practice; simulated people that are gone come back first. Undefined if it is none, or its scenario is gone. */
  async goOn(live: LiveExercise, judge: Judge): Promise<Entry | undefined> {
    const { id } = live.row;
    if (!(await live.read((world) => simulatedAt(world, 'control')))) return undefined;
    const seat = await this.#ownSeat(live);
    judge();
    if (!this.#crews.has(id) && !(await this.man(live))) return undefined;
    return this.#parts.access.openOwn(id, seat, judge);
  }

  /**
   * Whose seat a practice is: the one that is kept for a person. After the server was started anew the record tells: no simulated
   * person ever sat there, as one did where somebody joined by a link.
   */
  #ownSeat(live: LiveExercise): Promise<Address> {
    const [kept] = this.#crews.get(live.row.id)?.kept ?? [];
    return live.read(({ seats: own }) => {
      const seats = [...live.roster.seats.keys()].map((s): Address => `seat:${s}`).filter((s) => !live.roster.isPlayed(s));
      const simulated = new Set([...own.people.values()].filter(isSimulated).map((p) => p.seat));
      const people = (seat: Address) => peopleAt(own, seat);
      const never = seats.filter((s) => !simulated.has(s));
      const sits = (seat: Address) => people(seat).some((p) => !isSimulated(p));
      const left = never.find(sits) ?? never[0] ?? seats.find(sits) ?? seats.find((s) => people(s).length === 0);
      return kept ?? left ?? (seats[0] as Address);
    });
  }

  /** Ends a practice, by its simulated control. False if it is none. */
  async end(live: LiveExercise): Promise<boolean> {
    const person = await live.read((world) => simulatedAt(world, 'control')?.id);
    if (person === undefined) return false;
    const hand = () => ({ person });
    const give = (type: 'StartClock' | 'EndExercise') => {
      const commandId = `practice-${type}-${this.#parts.clock.now()}`;
      return live.submit({ seat: 'control', session: 'simulated control', hand, commandId, command: { type } });
    };
    // What has not begun cannot end.
    if ((await live.read(clockStatus)) === 'ready') await give('StartClock');
    return (await give('EndExercise')).ok;
  }

  /** Puts simulated people at every seat of an exercise at which nobody sits. False if its scenario is no longer there. */
  man(live: LiveExercise): Promise<boolean> {
    return this.#order.run(live.row.id, () => this.#manAnew(live));
  }

  async #manAnew(live: LiveExercise): Promise<boolean> {
    const entry = await this.#parts.shelf.get(live.row.scenario);
    if (!entry?.scenario) return false;
    const { scenario } = entry;
    const behaviour = await this.#behaviour({ ...entry, scenario });
    await this.#dismiss(live.row.id);
    // A practice that was left with the server that ran it: control was simulated too.
    const alone = await live.read((world) => simulatedAt(world, 'control') !== undefined);
    const keep = new Set(alone ? [await this.#ownSeat(live)] : []);
    await this.#man(live, { scenario, behaviour, keep, alone });
    return true;
  }

  async #man(live: LiveExercise, how: Pick<CrewOptions, 'scenario' | 'behaviour' | 'keep' | 'alone'>): Promise<void> {
    const { id } = live.row;
    const over = (why?: unknown): void => {
      if (this.#crews.get(id) === crew) this.#crews.delete(id);
      if (why !== undefined) this.#parts.log.warn({ err: why, exercise: id }, 'simulated people broke off and got up');
    };
    const crew: Crew = new Crew(live, { ...how, rate: PRACTICE_RATE, over }, this.#parts.clock);
    this.#crews.set(id, crew);
    await crew.begin();
  }

  /** The simulated people act no more, and get up. */
  dismiss(exercise: string): Promise<void> {
    return this.#order.run(exercise, () => this.#dismiss(exercise));
  }

  async #dismiss(exercise: string): Promise<void> {
    const crew = this.#crews.get(exercise);
    this.#crews.delete(exercise);
    await crew?.leave();
  }

  /** All of them act no more; where they sit stands in the record. */
  close(): void {
    this.#closing.abort();
    for (const crew of this.#crews.values()) crew.stop();
    this.#crews.clear();
  }
}
