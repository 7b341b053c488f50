import { describe, expect, it } from 'vitest';
import { commandSchema } from './commands.ts';
import { durationMs, durationText } from './duration.ts';

/** The texts of a command as they are taken; undefined if it is refused. */
function taken(title: unknown, text: unknown = 'A fact.') {
  const read = commandSchema.safeParse({ type: 'WriteItem', title, portions: [{ text }] });
  return read.success ? (read.data as { title: unknown }).title : undefined;
}

describe('a text that somebody writes', () => {
  it('carries no words that nobody sees, and nothing that turns the direction of reading', () => {
    const smuggled = [...'secret'].map((c) => String.fromCodePoint(0xe0000 + c.codePointAt(0)!)).join('');
    const selected = [...'secret'].map((c) => String.fromCodePoint(0xe0100 + c.codePointAt(0)!)).join('');
    for (const unseen of [smuggled, `🏴${smuggled}`, selected, '\u200B', '\u2060', '\uFEFF', '\u2063', '\u202E', '\u2066', '\u0007']) {
      expect(taken(`A re${unseen}port`)).toBeUndefined();
      expect(taken({ en: 'A report', ko: `보${unseen}고` })).toBeUndefined();
      expect(taken('A report', `A fa${unseen}ct.`)).toBeUndefined();
    }
  });

  it('is no text if there is nothing in it to see', () => {
    for (const blank of ['   ', '\u3164', '\u200D', '\u00AD\uFE0F']) expect(taken(blank)).toBeUndefined();
  });

  it('may have what scripts and emoji need: joiners, marks, selectors, every flag', () => {
    for (const title of ['می\u200Cخواهم', 'क्\u200Dष', '👨‍👩‍👧', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿🇰🇷', '葛\u{E0100}城', '한글'.normalize('NFD'), 'A\tB\nC'])
      expect(taken(title)).toBe(title);
  });

  it('may be there in several languages, whoever writes it and whatever for', () => {
    const both = { en: 'The level falls.', ko: '수위가 내린다.' };
    const acts = [
      { type: 'SendMessage', to: ['party:b'], subject: both, text: both },
      { type: 'ImproviseInject', title: both, text: both, from: 'wire', to: ['party:a'] },
      { type: 'CorrectInject', inject: 'x', title: both, text: both, reason: both },
      { type: 'WithdrawInject', inject: 'x', reason: both },
      { type: 'WriteItem', title: both, portions: [{ text: both }] },
      { type: 'SanitiseItem', item: 'x', title: both, portions: [{ of: 0, text: both }], reason: both },
      { type: 'ReleaseItem', item: 'x', to: ['party:b'], note: both },
      { type: 'RequestItem', to: 'party:b', text: both, due: 60_000 },
      { type: 'DecideRequest', request: 'x', decision: 'refuse', conditions: both, reason: both },
      { type: 'RecallItem', item: 'x', reason: both },
    ];
    for (const act of acts) expect(commandSchema.parse(act)).toMatchObject(act);
  });

  it('is one line where it is a name, so that a name cannot look like two', () => {
    const read = commandSchema.parse({ type: 'TakeSeat', name: ' Ann\nControl\t2 ', function: 'Desk\u2028officer' });
    expect(read).toMatchObject({ name: 'Ann Control 2', function: 'Desk officer' });
  });

  it('may come with the mark with which some programs begin a text', () => {
    expect(taken('\uFEFFA report')).toBe('A report');
  });
});

describe('a length of time', () => {
  it('is written as an author writes it, in hours, minutes and whole seconds', () => {
    const written: readonly (readonly [string, number])[] = [
      ['PT0S', 0],
      ['PT0S', 999],
      ['PT10S', 10_000],
      ['PT1M', 60_000],
      ['PT1M30S', 90_000],
      ['PT1H', 3_600_000],
      ['PT1H5S', 3_605_000],
      ['PT26H20M10S', 94_810_000],
    ];
    for (const [text, ms] of written) expect(durationText(ms)).toBe(text);
  });

  it('is read as it was written', () => {
    for (const text of ['PT0S', 'PT10S', 'PT1M', 'PT1H30M', 'PT26H20M10S']) expect(durationText(durationMs(text) ?? -1)).toBe(text);
  });
});
