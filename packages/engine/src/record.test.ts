import { describe, expect, it } from 'vitest';
import { bodyOf, parseBody, readBack, recorded, seatBody } from './record.ts';

const place = { n: 3, id: 'e00000000000000000003', at: 5, wall: 7, to: ['control', 'seat:a'] };
const event = { type: 'NoteWritten', seat: 'seat:a', text: 'He wrote: "to":["all"],"event":{} — and no more.' };
const copy = { id: 'e00000000000000000003', at: 5, wall: 7, event };

describe('what a seat may have of an event', () => {
  it('is the same text whether the event was just made, read from its bytes, or has none', () => {
    const made = recorded(place, event as never, JSON.stringify(event));
    for (const r of [made, parseBody(bodyOf(made)), { ...place, event } as never]) {
      expect(JSON.parse(seatBody(r))).toEqual(copy);
      expect(seatBody(r)).toBe(seatBody(made));
    }
  });
});

it('a part of an event is read back as its JSON says it: what is absent, no number or without a sign in it, and every key', () => {
  const odd = JSON.parse('{"__proto__": {"a": 1}, "b": null, "2": true, "1": ["x", {"c": "y"}]}');
  const shared = ['seat:a'];
  const parts = [
    { ...event, about: undefined, to: shared, cc: shared, at: -0, due: Number.NaN, until: Number.POSITIVE_INFINITY },
    { list: [undefined, 0, -0, 1.5, '', null, [[]], {}], deep: { none: undefined } },
    { odd },
  ];
  for (const part of parts) {
    const read = readBack(part);
    expect(read).toStrictEqual(JSON.parse(JSON.stringify(part)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(part));
  }
  expect(Object.is((readBack({ at: -0 }) as { at: number }).at, 0)).toBe(true);
  const { to, cc } = readBack({ to: shared, cc: shared });
  expect(to === shared || to === cc).toBe(false);
});
