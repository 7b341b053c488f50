import { expect, it } from 'vitest';
import { eventKind, roomEntries } from './exercise.ts';

/** A text of its own, as one that was read from a record is. */
const read = (text: string): string => JSON.parse(JSON.stringify(text));

it('an event belongs to the room that names it, whichever was asked for before', () => {
  const rooms = roomEntries.flatMap(([name, { events }]) => Object.keys(events).map((type) => [type, name] as const));
  const wrong = rooms.flatMap(([before]) =>
    rooms.filter(([type, name]) => {
      eventKind(read(before));
      const kind = eventKind(read(type));
      return kind.type !== type || kind.name !== name;
    }),
  );
  expect(wrong).toEqual([]);
  expect(rooms.length).toBeGreaterThan(150);
});

it('an event that no room knows is refused, also one that is named almost like the last', () => {
  for (const [, { events }] of roomEntries)
    for (const type of Object.keys(events)) {
      eventKind(type);
      expect(() => eventKind(`${type.slice(0, -1)}ß`)).toThrow(RangeError);
    }
});
