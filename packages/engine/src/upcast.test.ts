import { expect, it } from 'vitest';
import { bodyOf, hashOf, link, parseBody, recorded, seatBody } from './record.ts';
import { LANGUAGE, type Language, upcast } from './upcast.ts';

/** A language that once said `said` for what is now split into `words` and `tone`, and renamed the event after that. */
const LATER: Language = {
  version: 3,
  steps: {
    2: { NoteMade: ({ said, ...rest }) => ({ ...rest, words: said, tone: 'plain' }) },
    3: { NoteMade: ({ type: _, ...rest }) => ({ type: 'NoteWritten', ...rest }) },
  },
};
const place = '"n":7,"id":"e1","at":1000,"wall":2000,"to":["control"]';

it('an old event is read as today’s, step by step, and one of a version between from where it stands', () => {
  const today = { type: 'NoteWritten', seat: 'seat:a', words: 'hello', tone: 'plain' };
  expect(upcast({ type: 'NoteMade', seat: 'seat:a', said: 'hello' }, 1, LATER)).toEqual(today);
  expect(upcast({ type: 'NoteMade', seat: 'seat:a', words: 'hello', tone: 'plain' }, 2, LATER)).toEqual(today);
  expect(upcast(today, 3, LATER)).toBe(today);
});

it('an event that no version changed is the same object', () => {
  const event = { type: 'ClockPaused', at: 5 };
  expect(upcast(event, 1, LATER)).toBe(event);
});

it('a line keeps its bytes and so its hash, while everybody is told today’s event', () => {
  const body = `{${place},"event":{"type":"NoteMade","seat":"seat:a","said":"hello"}}`;
  const read = parseBody(body, LATER);
  expect(bodyOf(read)).toBe(body);
  expect(read.event).toEqual({ type: 'NoteWritten', seat: 'seat:a', words: 'hello', tone: 'plain' });
  expect(JSON.parse(seatBody(read)).event).toEqual(read.event);
  link('before', read, (text) => `hash of ${text as string}`);
  expect(hashOf(read)).toBe(`hash of before\n${body}`);
});

it('a line says its version if that is not the first, and is read by it', () => {
  expect(parseBody(`{${place},"v":2,"event":{"type":"NoteMade","words":"hello","tone":"loud"}}`, LATER).event).toEqual({
    type: 'NoteWritten',
    words: 'hello',
    tone: 'loud',
  });
});

it('a line of a newer version is refused and never guessed at', () => {
  expect(() => parseBody(`{${place},"v":4,"event":{"type":"NoteWritten"}}`, LATER)).toThrow(/version 4/);
});

it('this program writes lines that it reads as they are', () => {
  const paused = { type: 'ClockPaused', at: 0, reason: 'control' } as const;
  const written = recorded({ n: 1, id: 'e1', at: 0, wall: 1, to: ['public'] }, paused, JSON.stringify(paused));
  expect(parseBody(bodyOf(written))).toEqual(written);
  expect(JSON.parse(bodyOf(written)).v ?? 1).toBe(LANGUAGE.version);
});
