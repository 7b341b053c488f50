import { emptyWorld, evolve, rosterOfWorld, scenarioSchema, type World } from '@entente/engine';
import type { EditionEvent } from '../../../kit/review/edition.ts';
import { MINUTE, Played } from '../../../played.fixture.ts';
import { type KnownLine, knownLines } from './known.ts';

export { MINUTE } from '../../../played.fixture.ts';

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

/** An exercise of three parties, its clock started. */
export class Play extends Played {
  constructor() {
    super(scenario);
    this.as('control', { type: 'StartClock' }, 0);
  }
}

/** A small play: down asks, is refused, gets a part, acts too late; the plan goes to a third that should not have it. */
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
