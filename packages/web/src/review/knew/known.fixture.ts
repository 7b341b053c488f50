import { type Command, Exercise, emptyWorld, evolve, peopleAt, rosterOfWorld, scenarioSchema, type World } from '@entente/engine';
import type { EditionEvent } from '../record/edition.ts';
import { type KnownLine, knownLines } from './known.ts';

export const MINUTE = 60_000;
const WALL = 1_800_000_000_000;
const party = (id: string, played?: 'control'): object => ({
  id,
  name: id.toUpperCase(),
  letter: id.slice(0, 1).toUpperCase(),
  cells: [{ id: `${id}-cell`, name: id, seats: ['lead', 'desk'].map((at) => ({ id: `${id}-${at}`, name: id, may: ['release'] })) }],
  ...(played ? { played } : {}),
});
export const text = (label: string): object => ({ text: 'Words.', label });
const scenario = scenarioSchema.parse({
  entente: 1,
  id: 'small',
  title: 'Small',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT2H',
  languages: ['en'],
  parties: [party('up'), party('down'), party('third', 'control')],
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
  items: [
    {
      id: 'gauge',
      title: 'Gauge',
      originator: 'party:up',
      held: ['party:up'],
      needs: ['party:down'],
      portions: [text('TLP:GREEN'), text('TLP:AMBER')],
    },
    {
      id: 'plan',
      title: 'Plan',
      originator: 'party:up',
      held: ['party:up'],
      needs: ['party:down'],
      keepFrom: ['third'],
      portions: [text('TLP:GREEN')],
    },
    { id: 'news', title: 'News', originator: 'wire', held: ['everyone'], portions: [text('TLP:GREEN')] },
  ],
  expects: [{ id: 'act', number: '010', at: 'PT0M', within: 'PT40M', by: 'party:down', text: 'Evacuates', needs: ['gauge', 'plan'] }],
});

/** A small play: down asks, is refused, gets a part, acts too late; the plan goes to a third that should not have it. */
export class Play {
  readonly #exercise: Exercise;
  readonly #events: { event: never; id: string; at: number; wall: number; to: readonly string[] }[];
  #count = 0;
  constructor() {
    const { exercise, events } = Exercise.open(scenario, { secret: 'a secret of the tests', wall: WALL });
    this.#exercise = exercise;
    this.#events = [...(events as never[])];
    this.as('control', { type: 'StartClock' }, 0);
  }
  as(seat: string, command: object, minutes: number): void {
    if (peopleAt(this.#exercise.world.seats, seat).length === 0 && !('name' in command))
      this.as(seat, { type: 'TakeSeat', name: `At ${seat}` }, minutes);
    const person = peopleAt(this.#exercise.world.seats, seat)[0]?.id;
    const outcome = this.#exercise.take({
      by: person ? { seat, person } : { seat },
      command: command as Command,
      commandId: `c${this.#count++}`,
      wall: WALL + minutes * MINUTE,
    } as never);
    if (!outcome.answer.ok) throw new Error(outcome.answer.rejection.message);
    this.#events.push(...(outcome.events as never[]));
  }
  item(id: string): string {
    return [...this.#exercise.world.sharing.items.values()].find((i) => i.plan?.scenario === id)?.id ?? '';
  }
  last(): string {
    return [...this.#exercise.world.sharing.items.keys()].at(-1) ?? '';
  }
  request(): string {
    return [...this.#exercise.world.sharing.requests.keys()].at(-1) ?? '';
  }
  edition(viewer: string): EditionEvent[] {
    return this.#events
      .filter((e) => this.#exercise.roster.audience(e.to).viewers.has(viewer))
      .map(({ to: _, ...e }, i) => ({ ...e, no: i + 1 }));
  }
}
export const play = new Play();
export const gauge = play.item('gauge');
play.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'How high?', due: 20 * MINUTE }, 10);
play.as(
  'seat:up-lead',
  { type: 'DecideRequest', request: play.request(), decision: 'refuse', items: [{ item: gauge }], reason: 'Not yet', tell: true },
  15,
);
play.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'How high now?', due: 30 * MINUTE }, 25);
play.as(
  'seat:up-lead',
  { type: 'DecideRequest', request: play.request(), decision: 'grant', items: [{ item: gauge, portions: [0], title: 'Gauge, rounded' }] },
  50,
);
play.as('seat:up-lead', { type: 'ReleaseItem', item: play.item('plan'), to: ['party:third'] }, 60);
play.as('seat:down-lead', { type: 'RequestItem', to: 'party:up', text: 'And the plan?', due: 70 * MINUTE }, 61);
play.as('control', { type: 'WriteNote', text: 'Enough.' }, 80);

export const worldOf = (events: readonly EditionEvent[], until = Number.POSITIVE_INFINITY): World => {
  const world = emptyWorld();
  for (const e of events) if (e.at <= until) evolve(world, e.event, e);
  return world;
};
export const events = play.edition('control');
export const world = worldOf(events);
export const roster = rosterOfWorld(world)!;
export const lines = knownLines(world, roster);
export const line = (title: string, of = lines): KnownLine => of.find((l) => l.title === title)!;
