import { emptyWorld, evolve, type World } from '@entente/engine';

const cell = (party: string, id: string, seats: string[]) => ({
  id,
  party,
  name: id,
  seats: seats.map((s) => ({ id: s, name: s, may: s.endsWith('press') ? ['speak'] : [] })),
});

/** A world of two parties and a wire agency; `happen` adds an event, its id is `e1`, `e2` … */
export function smallWorld(): { world: World; happen: (event: unknown, at?: number) => string } {
  const world = emptyWorld();
  let n = 0;
  const happen = (event: unknown, at = ++n * 60_000): string => {
    const id = `e${++n}`;
    evolve(world, event as Parameters<typeof evolve>[1], { id, at, wall: 0 });
    return id;
  };
  const party = (id: string) => ({ id, name: { en: id.toUpperCase(), ko: `${id}국` }, letter: id.toUpperCase(), playedByControl: false });
  happen(
    {
      type: 'ExerciseOpened',
      scenario: 'small',
      title: 'Small',
      start: '2027-03-02T08:00+09:00',
      duration: 3_600_000,
      languages: ['en'],
      parties: [party('a'), party('b')],
    },
    0,
  );
  happen(
    {
      type: 'DirectoryGiven',
      cells: [cell('a', 'a-desk', ['a-one', 'a-two']), cell('a', 'a-press', ['a-press']), cell('b', 'b-desk', ['b-one'])],
      entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
    },
    0,
  );
  return { world, happen };
}

export const delivered = (to: string[], more: object = {}) => ({
  type: 'InjectDelivered',
  channel: 'email',
  from: 'wire',
  to,
  label: 'TLP:GREEN',
  title: 'Title',
  text: 'Text',
  ...more,
});
export const sent = (from: string, to: string[], more: object = {}) => ({
  type: 'MessageSent',
  from,
  to,
  text: 'Words',
  purpose: 'inform',
  channel: 'message',
  label: 'TLP:GREEN',
  ...more,
});

/** An item of party B in two portions, as its holders get it. */
export const given = (item: string, to: string[], more: object = {}) => ({
  type: 'ItemGiven',
  item,
  to,
  card: {
    title: 'Piece',
    kind: 'report',
    originator: 'party:b',
    portions: [
      { text: 'First.', label: 'TLP:GREEN' },
      { text: 'Second.', label: 'TLP:AMBER' },
    ],
    label: 'TLP:AMBER',
    onward: 'originator-approval',
  },
  ...more,
});
export const asked = (request: string, from: string, due: number, more: object = {}) => ({
  type: 'ItemRequested',
  request,
  of: from === 'seat:b-one' ? 'party:a' : 'party:b',
  from,
  text: 'What else is there?',
  for: [from],
  due,
  ...more,
});
