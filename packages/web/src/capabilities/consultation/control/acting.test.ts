import { rosterOfWorld, scenarioSchema } from '@entente/engine';
import { expect, test } from 'vitest';
import { Played } from '../../../played.fixture.ts';
import { type Begun, speakersFor } from './acting.ts';

const party = (id: string, seats: readonly object[], more: object = {}) => ({
  ...{ id, name: id, letter: id.toUpperCase(), cells: [{ id: `${id}-cell`, name: id, seats }] },
  ...more,
});
const seat = (id: string, ...may: string[]) => ({ id, name: id, may });

test('control begins in the name of seats that it plays, and of empty ones of its own party: of those whom the act is for', () => {
  const all = new Played(
    scenarioSchema.parse({
      ...{ entente: 1, id: 'acting', title: 'Acting', start: '2027-03-02T08:00+09:00', duration: 'PT8H' },
      parties: [
        party('a', [seat('a-aide'), seat('a-desk', 'consult'), seat('a-head', 'sign')], { head: 'a-head' }),
        party('b', [seat('b-lead')]),
        party('c', [seat('c-lead')], { played: 'control' }),
      ],
      forums: [{ id: 'f', name: 'F', members: [{ party: 'a', seats: ['seat:a-aide'] }, 'b'], chairs: ['b'] }],
    }),
  );
  all.as('seat:b-lead', { type: 'TakeSeat', name: 'B' }, 0);
  const named = (what: Begun, viewer: string): string[] => {
    const world = all.world(viewer);
    const roster = rosterOfWorld(world);
    return roster ? speakersFor(what, world, roster, viewer).map((s) => `${s.seat} ${s.why}`) : [];
  };
  expect(named('decision', 'control')).toEqual(['seat:c-lead played']);
  // Only who sits in a forum tables a text there; who speaks for the whole side asks whom it will.
  expect(named('table-text', 'control')).toEqual([]);
  expect(named('table-text', 'control:a')).toEqual(['seat:a-aide empty']);
  expect(named('matter', 'control:a')).toEqual(['seat:a-head empty', 'seat:a-aide empty', 'seat:a-desk empty']);
  expect(named('matter', 'control:b')).toEqual([]);
  all.as('seat:a-head', { type: 'TakeSeat', name: 'A' }, 1);
  expect(named('matter', 'control:a')).toEqual(['seat:a-aide empty', 'seat:a-desk empty']);
});
