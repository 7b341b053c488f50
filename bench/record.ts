import { hash } from 'node:crypto';
import {
  type Address,
  type Answer,
  type Command,
  Exercise,
  type Id,
  type Making,
  type Recorded,
  type Scenario,
  scenarioSchema,
} from '@entente/engine';

/** As the server makes ids and hashes. */
export const making: Making = {
  secret: 'a secret of at least sixteen letters',
  digest: (data) => hash('sha256', data, 'hex'),
};

/** A scenario of so many parties, cells in each and seats in each cell: `p1`, `p1-c1`, `p1-c1-s1`. */
export function room(parties: number, cells: number, seats: number, more: object = {}): Scenario {
  return scenarioSchema.parse(roomInput(parties, cells, seats, more));
}

/** The same as an author would write it down. */
export function roomInput(parties: number, cells: number, seats: number, more: object = {}): object {
  const list = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i + 1));
  return {
    entente: 1,
    id: 'room',
    title: 'A full room',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT8H',
    languages: ['en'],
    parties: list(parties, (p) => ({
      id: `p${p}`,
      name: `Party ${p}`,
      cells: list(cells, (c) => ({
        id: `p${p}-c${c}`,
        name: `Cell ${c}`,
        seats: list(seats, (s) => ({ id: `p${p}-c${c}-s${s}`, name: `Seat ${s}` })),
      })),
    })),
    ...more,
  };
}

/** Gives the commands of a long exercise, one after the other: messages, answers to them, marks of reading, notes. */
export class Talk {
  readonly exercise: Exercise;
  readonly #seats: Address[];
  readonly #people = new Map<Address, Id>();
  #commands = 0;
  #last: { message: Id; to: Address; from: Address } | undefined;

  constructor(exercise: Exercise) {
    this.exercise = exercise;
    this.#seats = exercise.roster.viewers.filter((v) => v.startsWith('seat:'));
    for (const p of exercise.world.seats.people.values()) this.#people.set(p.seat, p.id);
    this.#commands = exercise.position;
  }

  /** The next turn; gives its events. */
  turn(): readonly Recorded[] {
    const n = this.#commands;
    const seat = (i: number): Address => this.#seats[i % this.#seats.length] as Address;
    const from = seat(n * 7);
    const to = seat(n * 7 + 1 + (n % 5));
    const said = this.#last;
    if (said && n % 4 === 1) return this.give(said.to, { type: 'AcknowledgeMessage', message: said.message }).events;
    if (said && n % 4 === 2) return this.give(said.to, this.#message(n, said.from, said.message)).events;
    if (n % 16 === 3) return this.give(from, { type: 'WriteNote', text: `Remember ${n}: the other side has not answered yet.` }).events;
    const { events, answer } = this.give(from, this.#message(n, to));
    if (answer.ok) this.#last = { message: answer.events[0] as Id, to, from };
    return events;
  }

  #message(n: number, to: Address, about?: Id): Command {
    const text = `Message ${n}. We have seen what you sent and shall answer within the hour; until then nothing goes to the press.`;
    return { type: 'SendMessage', to: [to], text, purpose: 'inform', channel: 'message', label: 'TLP:GREEN', about };
  }

  /** Seats somebody first if nobody sits there. */
  give(seat: Address, command: Command): { events: readonly Recorded[]; answer: Answer } {
    const seated: Recorded[] = [];
    let person = this.#people.get(seat);
    if (person === undefined) {
      const { events, answer } = this.#take({ seat }, { type: 'TakeSeat', name: 'Somebody' });
      if (!answer.ok) throw new Error(answer.rejection.message);
      person = answer.events[0] as Id;
      this.#people.set(seat, person);
      seated.push(...events);
    }
    const { events, answer } = this.#take({ seat, person }, command);
    if (!answer.ok) throw new Error(answer.rejection.message);
    return { events: [...seated, ...events], answer };
  }

  #take(by: { seat: Address; person?: Id }, command: Command) {
    const n = this.#commands++;
    return this.exercise.take({ by, commandId: `talk-${n}`, command, wall: n * 100 });
  }
}

/** A record of at least so many events, as a room of forty makes it. */
export function longRecord(events: number): Recorded[] {
  const { exercise, events: opening } = Exercise.open(room(4, 2, 5), { ...making, wall: 0 });
  const talk = new Talk(exercise);
  const record = [...opening];
  while (record.length < events) record.push(...talk.turn());
  return record;
}
