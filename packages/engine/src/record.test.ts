import { describe, expect, it } from 'vitest';
import { bodyOf, parseBody, recorded, seatBody } from './record.ts';

const place = { n: 3, id: 'e00000000000000000003', at: 5, wall: 7, to: ['control', 'seat:a'] };
const event = { type: 'NoteWritten', seat: 'seat:a', text: 'He wrote: "to":["all"],"event":{} — and no more.' };
const copy = { id: 'e00000000000000000003', at: 5, wall: 7, event };

describe('what a seat may have of an event', () => {
  it('is the same text whether the event was just made, read from its bytes, or has none', () => {
    const made = recorded(place, JSON.stringify(event));
    for (const r of [made, parseBody(bodyOf(made)), { ...place, event } as never]) {
      expect(JSON.parse(seatBody(r))).toEqual(copy);
      expect(seatBody(r)).toBe(seatBody(made));
    }
  });
});
