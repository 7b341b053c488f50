import { expect, it } from 'vitest';
import { commandSchema } from './commands.ts';
import type { Id } from './fact.ts';
import { Exercise } from './head.ts';
import { type ScenarioInput, scenarioSchema } from './scenario.ts';

const PAIR: ScenarioInput = {
  entente: 1,
  id: 'growing',
  title: 'Growing',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  languages: ['en'],
  parties: ['a', 'b'].map((id) => ({
    id,
    name: id,
    cells: [{ id: `${id}-desk`, name: 'Desk', seats: [{ id: `${id}-lead`, name: 'Lead', may: ['release', 'speak'] }] }],
  })),
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
};

const WALL = Date.parse('2027-03-02T08:00:00+09:00');
const write = (title: string) => ({
  type: 'WriteItem',
  title,
  portions: [{ text: 'Words.', label: 'TLP:GREEN', releasableTo: ['b'] }],
  attachments: [],
});

/** An exercise with so many injects and items that have nothing to do with what is done later. */
class Grown {
  readonly exercise: Exercise;
  readonly #people = new Map<string, Id>();
  #commands = 0;

  constructor(size: number) {
    const many = Array.from({ length: size }, (_, i) => i);
    const row = { from: 'wire', title: 'x', text: 'x' };
    const scenario = scenarioSchema.parse({
      ...PAIR,
      injects: [
        { id: 'first', manual: true, to: ['party:a'], ...row },
        { id: 'next', after: { event: 'first', delay: 'PT1M' }, to: ['party:a'], ...row },
        { id: 'never', manual: true, to: ['party:b'], ...row },
        ...many.map((i) => ({ id: `row-${i}`, after: { event: 'never' }, to: ['party:b'], ...row })),
      ],
    });
    this.exercise = Exercise.open(scenario, { secret: 'a secret of at least sixteen letters', wall: WALL }).exercise;
    for (const seat of ['control', 'seat:a-lead', 'seat:b-lead']) this.act(seat, { type: 'TakeSeat', name: 'Somebody' });
    this.act('control', { type: 'StartClock' });
    for (const i of many) this.act('seat:b-lead', write(`Filler ${i}`));
  }

  act(seat: string, command: object): void {
    const parsed = commandSchema.parse(command);
    const person = this.#people.get(seat);
    const by = person === undefined ? { seat } : { seat, person };
    const { answer } = this.exercise.take({ by, commandId: `c${++this.#commands}`, command: parsed, wall: WALL });
    if (!answer.ok) throw new Error(`${parsed.type}: ${answer.rejection.message}`);
    if (parsed.type === 'TakeSeat') this.#people.set(seat, answer.events[0] as Id);
  }

  get inject(): Id {
    return [...this.exercise.world.injects.rows.keys()][0] as Id;
  }
  get delivery(): Id {
    return [...this.exercise.world.injects.deliveries.keys()].at(-1) as Id;
  }
  get item(): Id {
    return [...this.exercise.world.sharing.items.keys()].at(-1) as Id;
  }
}

const iterators = Object.getPrototypeOf(new Map().entries()) as { next: () => IteratorResult<unknown> };
const { next } = iterators;
/** How many entries of maps are gone through while something is done. */
function steps(act: () => void): number {
  let count = 0;
  iterators.next = function (this: unknown) {
    count++;
    return next.call(this);
  };
  try {
    act();
  } finally {
    iterators.next = next;
  }
  return count;
}

const message = { type: 'SendMessage', to: ['seat:b-lead'], text: 'x', purpose: 'inform', channel: 'message', label: 'TLP:GREEN' };
/** In this order; each names what it is about before its steps are counted. */
const ACTS: readonly (readonly [string, (g: Grown) => readonly [string, object]])[] = [
  ['to release an inject that another comes after', (g) => ['control', { type: 'ReleaseInject', inject: g.inject }]],
  ['to acknowledge what was delivered', (g) => ['seat:a-lead', { type: 'AcknowledgeInject', delivery: g.delivery, version: 0 }]],
  ['to write an item', () => ['seat:a-lead', write('One more')]],
  ['to revise an item', (g) => ['seat:a-lead', { type: 'ReviseItem', item: g.item, title: 'Anew', portions: write('').portions }]],
  ['to release an item', (g) => ['seat:a-lead', { type: 'ReleaseItem', item: g.item, to: ['party:b'] }]],
  ['to acknowledge an item', (g) => ['seat:b-lead', { type: 'AcknowledgeItem', item: g.item }]],
  ['to send a message', () => ['seat:a-lead', message]],
];

it('the steps through a map are counted, its end included', () => {
  const three = new Map([1, 2, 3].map((n) => [n, n]));
  const through = () => {
    for (const _ of three);
  };
  expect([steps(through), steps(() => [...three.values()]), steps(() => three.get(1))]).toEqual([4, 4, 0]);
});

it('what is done costs what it concerns, however much else there is: counted, not timed', () => {
  const [few, many] = [5, 60].map((size) => {
    const grown = new Grown(size);
    return ACTS.map(([name, made]) => {
      const [seat, command] = made(grown);
      return [name, steps(() => grown.act(seat, command))];
    });
  });
  expect(many).toEqual(few);
});
