import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('a cut tears no character apart', () => {
  const whole = {
    'a letter and its mark': 'e\u0301',
    'a syllable of single jamo': '한'.normalize('NFD'),
    'a family of emoji': '👨‍👩‍👧',
    'a hand and its colour': '👍🏽',
    'a flag': '🇰🇷',
    'a line break of two': '\r\n',
  };
  for (const [name, character] of Object.entries(whole)) {
    const text = `a${character}b`;
    const past = 1 + character.length;
    it(`${name} goes whole or stays whole`, () => {
      expect(redact(text, { text: [[1, past]] })).toBe('a[…]b');
      expect(redact(text, { text: [[past, past + 1]] })).toBe(`a${character}[…]`);
      for (let inside = 2; inside < past; inside++) {
        expect(redact(text, { text: [[1, inside]] })).toBeUndefined();
        expect(redact(text, { text: [[inside, past]] })).toBeUndefined();
      }
    });
  }

  it('in the longest text with the most cuts there may be, without delay', () => {
    const text = 'e\u0301'.repeat(10_000);
    const cuts = Array.from({ length: 200 }, (_, i): [number, number] => [i * 100, i * 100 + 2]);
    const began = performance.now();
    expect(redact(text, { text: cuts })).toMatch(/^\[…\]e\u0301/);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
