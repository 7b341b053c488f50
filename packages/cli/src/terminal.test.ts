import { expect, test } from 'vitest';
import { languageOf, textsIn } from './language.ts';
import { Terminal } from './terminal.ts';

/** A stream that remembers, and a clock that is moved by hand. */
function bench(isTTY: boolean) {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text), isTTY };
  let ms = 0;
  const terminal = new Terminal({ write: () => {} }, stream, 'en', textsIn('en'), false);
  const progress = terminal.progress('Playing', () => ms);
  return {
    written,
    progress,
    at: (time: number, done: number, of?: number) => {
      ms = time;
      progress.step(done, of);
    },
  };
}

test('work of less than a second is not spoken of', () => {
  const { written, progress, at } = bench(true);
  at(500, 1, 2);
  at(999, 2, 2);
  progress.end();
  expect(written).toEqual([]);
});

test('longer work draws a bar on a terminal, and clears it at the end', () => {
  const { written, progress, at } = bench(true);
  at(1_000, 1, 4);
  at(1_050, 2, 4);
  at(1_200, 3, 4);
  progress.end();
  expect(written).toEqual([
    '\r\u001b[KPlaying ██████░░░░░░░░░░░░░░░░░░ 25 %',
    '\r\u001b[KPlaying ██████████████████░░░░░░ 75 %',
    '\r\u001b[K',
  ]);
});

test('where there is no terminal, a line now and then says how far it is', () => {
  const { written, progress, at } = bench(false);
  at(1_500, 1, 4);
  at(3_000, 2, 4);
  at(6_500, 3, 4);
  at(20_000, 1234);
  progress.end();
  expect(written).toEqual(['Playing 25 %\n', 'Playing 75 %\n', 'Playing 1,234\n']);
});

test('the language is the one asked for, else that of the environment, else English', () => {
  expect(languageOf(['check', '--lang', 'ko'], { LANG: 'en_GB.UTF-8' })).toBe('ko');
  expect(languageOf(['--lang=en', 'check'], { LANG: 'ko_KR.UTF-8' })).toBe('en');
  expect(languageOf(['check'], { LANG: 'ko_KR.UTF-8' })).toBe('ko');
  expect(languageOf(['check'], { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' })).toBe('en');
  expect(languageOf(['check', '--', '--lang', 'ko'], {})).toBe('en');
  expect(languageOf(['check', '--lang', 'fr'], {})).toBe('en');
});
