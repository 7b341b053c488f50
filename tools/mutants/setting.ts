import { type Scenario, scenarioSchema } from '@entente/engine';
import { Table } from '@entente/engine/testing';

/**
 * The exercise of the stories: three parties with players, two cells each, and one that control plays, so that a seat, its
 * cell, its party and everybody are four different audiences, and one party has no part in what two others do.
 */
export function setting(more: Record<string, unknown> = {}): Scenario {
  return scenarioSchema.parse({
    entente: 1,
    id: 'stories',
    title: 'Stories',
    situation: 'A dry spring.',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT3H',
    parties: [party('a', { head: 'a-desk' }), party('b', { head: 'b-watch' }), party('c', { played: 'control' }), party('d', {}, [])],
    entities: [
      { id: 'wire', name: 'Wire agency', kind: 'media' },
      { id: 'ministry', name: 'A ministry', kind: 'government' },
    ],
    objectives: [{ id: 'o1', text: 'Tell in time', tasks: [{ id: 'o1-t1', text: 'Tell the other side' }] }],
    moves: [
      { id: 'move-1', name: 'One', from: 'PT0M', to: 'PT60M', brief: 'Begin' },
      { id: 'move-2', name: 'Two', from: 'PT60M', to: 'PT3H' },
    ],
    ...more,
  });
}

/** `right`: what its leads and desks may; nobody in D may release, so all of it decide. */
function party(id: string, more: object, right = ['release']): object {
  const seat = (name: string, may: string[]): object => ({ id: `${id}-${name}`, name, may, card: `Card of ${id}-${name}` });
  return {
    id,
    name: id.toUpperCase(),
    situation: `Only ${id} knows.`,
    cells: [
      { id: `${id}-ops`, name: 'Operations', situation: `Operations of ${id}.`, seats: [seat('lead', right), seat('watch', [])] },
      { id: `${id}-out`, name: 'Outside', situation: `Outside of ${id}.`, seats: [seat('press', ['speak']), seat('desk', right)] },
    ],
    ...more,
  };
}

/** Every seat and controller of the stories that acts. */
export const ACTORS = [
  'control',
  ...['a', 'b', 'd'].flatMap((p) => [`control:${p}`, `evaluators:${p}`]),
  'evaluators',
  ...['a', 'b', 'c', 'd'].flatMap((p) => ['lead', 'watch', 'press', 'desk'].map((s) => `seat:${p}-${s}`)),
];

/** A table at which everybody sits and the clock runs. */
export function seated(more: Record<string, unknown> = {}): Table {
  const table = new Table(setting(more));
  for (const seat of ACTORS) table.sit(seat);
  return table.start();
}
