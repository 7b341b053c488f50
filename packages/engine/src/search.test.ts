import { describe, expect, it } from 'vitest';
import { search, searching } from './search.ts';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';

/** What lead control is shown of a note with this text. */
function excerpt(text: string, query: string): string | undefined {
  const table = new Table(smallScenario()).start();
  table.ok('control', { type: 'WriteNote', text });
  return search(table.exercise.world, query).find((hit) => hit.kind === 'note')?.excerpt;
}

describe('an excerpt shows the words found, at their place in the text as it was written', () => {
  const around = (before: string, found: string, after: string) => `${before.repeat(60)}${found}${after.repeat(60)}`;

  it('in plain words, forty characters on each side', () => {
    expect(excerpt(around('a', 'Needle', 'b'), 'needle')).toBe(`…${'a'.repeat(40)}Needle${'b'.repeat(40)}…`);
    expect(excerpt('The needle.', 'NEEDLE')).toBe('The needle.');
  });

  it('in Korean of single jamo, which folding makes shorter', () => {
    const text = around('가', '바늘', '각').normalize('NFD');
    expect(excerpt(text, '바늘')).toBe(`…${'가'.repeat(40)}바늘${'각'.repeat(40)}…`.normalize('NFD'));
    expect(excerpt(around('ㄱㅏ', '바늘', 'ㅎㅏ'), '바늘')).toContain('바늘');
  });

  it('behind ligatures, which folding makes longer', () => {
    expect(excerpt(around('ﷺ', 'needle', 'ﬃ'), 'needle')).toBe(`…${'ﷺ'.repeat(40)}needle${'ﬃ'.repeat(40)}…`);
    expect(excerpt(around('x', 'ﷺ', 'y'), 'عليه')).toBe(`…${'x'.repeat(40)}ﷺ${'y'.repeat(40)}…`);
  });

  it('and never begins or ends inside a character', () => {
    expect(excerpt(around('🌊', 'needle', '🌊'), 'needle')).toBe(`…${'🌊'.repeat(40)}needle${'🌊'.repeat(40)}…`);
    expect(excerpt(around('e\u0301', 'needle', 'e\u0301'), 'needle')).toBe(`…${'e\u0301'.repeat(40)}needle${'e\u0301'.repeat(40)}…`);
  });
});

it('a search stops after so many letters for others to have their turn, and finds what it finds at once', () => {
  const table = new Table(smallScenario()).start();
  for (let i = 0; i < 20; i++) table.ok('control', { type: 'WriteNote', text: `${i} ${'x'.repeat(10_000)} needle` });
  const stops = (query: string): number => {
    const steps = searching(table.exercise.world, query);
    for (let n = 0; ; n++) {
      const { done, value } = steps.next();
      if (!done) continue;
      expect(value).toEqual(search(table.exercise.world, query));
      return n;
    }
  };
  // Two hundred thousand letters, forty thousand at a time; each place found costs four times as much.
  expect(stops('haystack')).toBeGreaterThanOrEqual(4);
  expect(stops('needle')).toBeGreaterThanOrEqual(19);
});
