import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandSchema } from './commands.ts';
import { scenarioSchema } from './scenario.ts';
import { unseenIn, withoutUnseen } from './unseen.ts';

const HIDDEN = [
  ...['\u00AD', '\u034F', '\u061C', '\u17B4', '\u180E', '\u180B', '\u200B', '\u200E', '\u200F', '\u2060', '\u202E'],
  ...['\u2066', '\u3164', '\uFFA0', '\uFEFF', '\uFFF9', '\uFFF0', '\u115F', '\u1160', '\u{1D173}', '\u{1BCA0}', '\u{E0041}', '\u{E0FFF}'],
  ...[
    '\u0000',
    '\u0007',
    '\r',
    '\u0085',
    '\uD800',
    '\uE000',
    '\u{F0000}',
    '\u0378',
    '\uFDD0',
    '\u{10FFFF}',
    '\u{13430}',
    '\uFFFC',
    '\u{16FE4}',
  ],
  // What is needed elsewhere, where nothing needs it: between Latin and Korean letters, upon another, after a figure.
  ...['\u200D', '\u200C', '\u200D\u200D', '\uFE0F', '\uFE00', '\u{E0100}'],
];

describe('what nobody sees', () => {
  it('is found between letters of every kind, and named by its code point', () => {
    for (const sign of HIDDEN)
      for (const [before, after] of [
        ['re', 'port'],
        ['보', '고'],
        ['1', '2'],
        ['. ', ''],
      ] as const) {
        const name = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
        expect([name, unseenIn(before + sign + after)]).toEqual([name, name]);
        expect(withoutUnseen(before + sign + after)).toBe(before + after);
      }
  });

  it('is not let through in numbers by what a script or an emoji needs once', () => {
    for (const text of [
      'می\u200C\u200Cخواهم',
      'می\u200D\u200Cخواهم',
      '👨\u200D\u200D👩',
      '👨\u200D',
      '\u200D👩',
      '❤\uFE0F\uFE0F',
      '葛\u{E0100}\u{E0101}',
    ])
      expect(unseenIn(text), JSON.stringify(text)).toBeDefined();
    for (const text of [
      '葛\u{E0120}',
      '葛\u{E01EF}',
      '가\u{E0100}',
      '1\uFE0F2',
      'ᄀ\u115F',
      '\u115F\u1160',
      'x\u180Eᠠ',
      '🏴\u{E0067}\u{E0062}\u{E007F}',
    ])
      expect(unseenIn(text), JSON.stringify(text)).toBeDefined();
  });

  it('is no name by itself, and other signs for a new line are the usual one', () => {
    const named = (name: string) => commandSchema.safeParse({ type: 'TakeSeat', name });
    for (const blank of ['\u2800', '\u{1D159}', '\u00A0\u2800', '\u2028']) expect([blank, named(blank).success]).toEqual([blank, false]);
    expect(named('⠁⠀⠃').success).toBe(true);
    expect(commandSchema.parse({ type: 'WriteNote', text: 'One\u2028Two\u2029Three' })).toMatchObject({ text: 'One\nTwo\nThree' });
  });

  it('is gone from whatever is cleaned of it', () => {
    const sign = fc.constantFrom(
      ...HIDDEN,
      'a',
      '가',
      'م',
      'क',
      '्',
      '👩',
      '🏽',
      '❤',
      '葛',
      '1',
      '\u20E3',
      'ᠠ',
      'ᄀ',
      'ᆨ',
      '🏴',
      '\u{E007F}',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = withoutUnseen(signs.join(''));
        expect(unseenIn(text)).toBeUndefined();
      }),
    );
  });
});

describe('what people write', () => {
  it('stays as it is: Korean of any age, scripts that join, emoji, figures', () => {
    for (const text of [
      '총괄 통제에 보고합니다.\n\t1. 수위 4m — “정오” 기준 ①②③ ㈜ ㎢ 第１次 ·・…',
      '한글'.normalize('NFD'),
      'ᄒᆞᆫ글 나랏말ᄊᆞ미 ᄀ\u1160ᆨ \u115Fᅡ \u115F\u1160ᆨ',
      'می\u200Cخواهم', // Persian
      'क्\u200Dष र्\u200Cय', // Hindi
      'ශ්\u200Dරී ලංකා', // Sinhala
      'ന്\u200D', // Malayalam of before 2008, at the end of a word
      'ᠮᠣᠩᠭ\u180Eᠣᠯ ᠠ\u180B',
      '؀١٢', // a number sign
      '葛\u{E0100}城 渡邉\u{E010E} 神\uFE00',
      '👨\u200D👩\u200D👧 👩🏽\u200D🚀 ❤\uFE0F\u200D🔥 👁\uFE0F\u200D🗨\uFE0F 🏳\uFE0F\u200D🌈 🧑\u200D🦰 🙂\u200D↔\uFE0F ☎\uFE0E',
      '1\uFE0F\u20E3 #\uFE0F\u20E3 ©\uFE0F 🇰🇷',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿',
      '\u{1FAFF}\u{1F8FF}', // room set aside for emoji
      'a\u00A0b\u3000c d',
    ]) {
      expect(unseenIn(text), text).toBeUndefined();
      expect(withoutUnseen(text)).toBe(text);
    }
  });
});

describe('the rule holds wherever a text comes in', () => {
  const sign = '\u00AD';
  const takes = (command: object) => commandSchema.safeParse(command).success;

  it('in every command: words, names, values', () => {
    expect([takes({ type: 'TakeSeat', name: 'Kim' }), takes({ type: 'TakeSeat', name: `Ki${sign}m` })]).toEqual([true, false]);
    expect([takes({ type: 'WriteNote', text: 'x y' }), takes({ type: 'WriteNote', text: `x${sign} y` })]).toEqual([true, false]);
    const set = (value: unknown) => takes({ type: 'SetVariable', variable: 'v', value });
    expect([set('calm'), set(2), set(`ca${sign}lm`)]).toEqual([true, true, false]);
  });

  it('in every text of a scenario, in any language, and in what stands beside: numbers, marks, values', () => {
    const seat = { id: 's', name: 'S' };
    const scenario = (change: object) => ({
      entente: 1,
      id: 'x',
      title: 'T',
      start: '2027-03-02T09:00:00+09:00',
      duration: 'PT1H',
      languages: ['en'],
      parties: [{ id: 'a', name: 'A', letter: 'A', cells: [{ id: 'c', name: 'C', seats: [seat] }] }],
      ...change,
    });
    const inject = { id: 'i', at: 'PT1M', to: ['everyone'], title: 't', text: 'x' };
    const good = scenarioSchema.safeParse(scenario({ injects: [{ ...inject, number: '1' }] }));
    expect(good.error?.issues).toBeUndefined();
    for (const change of [
      { title: `T${sign}` },
      { title: { en: 'T', ko: `제${sign}목` } },
      { parties: [{ id: 'a', name: 'A', letter: 'A', cells: [{ id: 'c', name: 'C', seats: [{ ...seat, name: `S${sign}` }] }] }] },
      { injects: [{ ...inject, text: `x${sign}` }] },
      { injects: [{ ...inject, number: `1${sign}` }] },
      { variables: [{ id: 'v', value: `ca${sign}lm` }] },
    ])
      expect(scenarioSchema.safeParse(scenario(change)).success, JSON.stringify(change)).toBe(false);
  });
});
