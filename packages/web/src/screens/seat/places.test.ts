import { expect, it } from 'vitest';
import type { Ask, SeatPart } from '../../kit/seat/part.ts';
import { smallWorld } from '../../kit/seat/world.fixture.ts';
import { lookOf } from './inbox.ts';
import { placesOf } from './places.ts';

const ME = 'seat:a-one';
const List = () => null;
const ask = (room: string): Ask => ({
  from: 'control',
  verb: ['seat', 'ask.acknowledge'],
  line: undefined,
  waits: { id: room, since: 0, ifNothing: 'waits', room, kind: 'answer' },
});
/** A room whose place holds something once a message has come. */
const table: SeatPart = {
  room: 'table',
  places: [{ name: 'table', order: 10, icon: 'people', holds: ({ world }) => world.messages.messages.size > 0, List }],
};
const names = (parts: readonly SeatPart[], world: ReturnType<typeof smallWorld>['world'], held: boolean) =>
  placesOf(parts, lookOf(world, ME), [], held).map((p) => p.name);

it('has one place, now, while the seat holds nothing', () => {
  expect(names([table], smallWorld().world, false)).toEqual(['now']);
});

it('shows a place as soon as it holds something, between now and all that is held', () => {
  const { world, happen } = smallWorld();
  happen({
    type: 'MessageSent',
    from: 'seat:b-one',
    to: [ME],
    text: 'Come to the table.',
    purpose: 'inform',
    channel: 'message',
    label: 'TLP:GREEN',
  });
  expect(names([table], world, true)).toEqual(['now', 'table', 'held']);
});

it('counts all that waits under now, and its share under a place', () => {
  const { world, happen } = smallWorld();
  happen({ type: 'MessageSent', from: 'seat:b-one', to: [ME], text: 'Come.', purpose: 'inform', channel: 'message', label: 'TLP:GREEN' });
  const places = placesOf([table], lookOf(world, ME), [ask('table'), ask('messages'), ask('table')], true);
  expect(places.map((p) => [p.name, p.count])).toEqual([
    ['now', 3],
    ['table', 2],
    ['held', 0],
  ]);
});
