import { type Command, Exercise, emptyWorld, evolve, peopleAt, type scenarioSchema, type World } from '@entente/engine';
import type { EditionEvent } from './kit/review/edition.ts';

export const MINUTE = 60_000;
const WALL = 1_800_000_000_000;

type Happened = EditionEvent & { readonly to: readonly string[] };

/** An exercise played by a test: give commands as a seat at a scenario time, and look at what any viewer holds. */
export class Played {
  protected readonly exercise: Exercise;
  readonly #events: Happened[] = [];
  #count = 0;

  constructor(scenario: ReturnType<typeof scenarioSchema.parse>) {
    const { exercise, events } = Exercise.open(scenario, { secret: 'a secret of the tests', wall: WALL });
    this.exercise = exercise;
    this.#happened(events);
  }

  /** Gives a command; who sits at nobody’s place takes it first. @throws if it is refused. */
  as(seat: string, command: unknown, minutes: number): void {
    const sitting = (): string | undefined => peopleAt(this.exercise.world.seats, seat)[0]?.id;
    if (!sitting() && (command as Command).type !== 'TakeSeat') this.as(seat, { type: 'TakeSeat', name: `At ${seat}` }, minutes);
    const person = sitting();
    const outcome = this.exercise.take({
      by: person ? { seat, person } : { seat },
      command: command as Command,
      commandId: `c${this.#count++}`,
      wall: WALL + minutes * MINUTE,
    } as never);
    if (!outcome.answer.ok) throw new Error(outcome.answer.rejection.message);
    this.#happened(outcome.events);
  }

  /** Lets the time come. */
  at(minutes: number): void {
    this.#happened(this.exercise.tick(WALL + minutes * MINUTE));
  }

  /** What a viewer holds, numbered as an edition is. */
  edition(viewer: string): EditionEvent[] {
    return this.#events
      .filter((e) => this.exercise.roster.audience(e.to).viewers.has(viewer))
      .map(({ to: _, ...e }, i) => ({ ...e, no: i + 1 }));
  }

  world(viewer: string): World {
    return foldOf(this.edition(viewer));
  }

  /** What all of them hold: a forum’s edition, where one seat sits there for each side. */
  between(...viewers: readonly string[]): World {
    const held = viewers.map((v) => new Set(this.edition(v).map((e) => e.id)));
    return foldOf(this.edition(viewers[0] as string).filter((e) => held.every((ids) => ids.has(e.id))));
  }

  /** The id of an item of the scenario. */
  item(scenario: string): string {
    for (const [id, row] of this.exercise.world.sharing.items) if (row.plan?.scenario === scenario) return id;
    throw new Error(`no item ${scenario}`);
  }

  /** The id of the item that was made last. */
  last(): string {
    return [...this.exercise.world.sharing.items.keys()].at(-1) ?? '';
  }

  /** The id of the last request for release. */
  request(): string {
    return [...this.exercise.world.sharing.requests.keys()].at(-1) ?? '';
  }

  #happened(events: unknown): void {
    this.#events.push(...(events as Happened[]));
  }
}

function foldOf(events: readonly EditionEvent[]): World {
  const world = emptyWorld();
  for (const e of events) evolve(world, e.event, e);
  return world;
}
