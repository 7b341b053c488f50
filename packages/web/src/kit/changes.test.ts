import { expect, it } from 'vitest';
import { changesBetween } from './changes.ts';

const shown = (before: string, after: string): string =>
  changesBetween(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

it('shows the words that went and those that came, and leaves the rest', () => {
  expect(shown('Two events were seen.', 'One event was seen.')).toBe('[-Two events were-]{+One event was+} seen.');
  expect(shown('관측된 사건 2건', '관측된 사건 1건')).toBe('관측된 사건[- 2건-]{+ 1건+}');
  expect(shown('The same.', 'The same.')).toBe('The same.');
  expect(shown('', 'New.')).toBe('{+New.+}');
});

it('gives both texts back, whatever their blanks and lines', () => {
  const before = 'A first line,\n\n  and  a second one. ';
  const after = 'A line,\n\nand a second, and a third.\n';
  const changes = changesBetween(before, after);
  const without = (kind: string) =>
    changes
      .filter((c) => c.kind !== kind)
      .map((c) => c.text)
      .join('');
  expect(without('new')).toBe(before);
  expect(without('gone')).toBe(after);
});

it('does not compare what is too long to compare', () => {
  const long = 'word '.repeat(5_000);
  expect(changesBetween(long, `${long}more`).map((c) => c.kind)).toEqual(['gone', 'new']);
});
