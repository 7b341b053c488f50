import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelWords, type MarkLabel, type Placed, placed } from './knownPlaces.ts';

interface Drawn {
  readonly at: number;
  readonly label?: MarkLabel | undefined;
}
type Piece = Placed<{ readonly at: number }>;
const labels: LabelWords<{ readonly at: number; readonly words?: MarkLabel | undefined }> = {
  of: ({ words }) => words,
  width: (t) => t.length * 7,
  fitted: (t, most) => t.slice(0, Math.floor(most / 7)),
};
const scale = (ms: number): number => 12 + ms / 10;
const lay = (drawn: readonly Drawn[], right = 900): Piece[] =>
  placed(
    drawn.map(({ at, label }) => ({ at, words: label })),
    { labels, scale, right },
  );
const rowsOf = (pieces: readonly Piece[]): number[] => pieces.map((p) => p.above);

/** From where to where a mark with its words lies. */
function extent({ x, label }: Piece): [number, number] {
  if (!label) return [x - 6, x + 6];
  const words = 9 + labels.width(label.text);
  return label.leftward ? [x - words, x + 6] : [x - 6, x + words];
}

describe('the marks of a lane', () => {
  test('stand on it where there is room, else above each other, the earliest lowest', () => {
    expect(rowsOf(lay([{ at: 0 }, { at: 50 }, { at: 90 }, { at: 300 }]))).toEqual([0, 1, 2, 0]);
    expect(rowsOf(lay([{ at: 0 }, { at: 60 }, { at: 130 }]))).toEqual([0, 1, 0]);
  });
  test('stand above it if they have words, which are written out where there is room', () => {
    const [first, second] = lay([
      { at: 1000, label: { short: 'E05', more: 'Reports' } },
      { at: 1100, label: { short: 'E06', more: 'Answers' } },
    ]);
    expect(first).toMatchObject({ above: 1, label: { text: 'E05 Reports', leftward: false } });
    expect(second).toMatchObject({ above: 2, label: { text: 'E06 Answers', leftward: false } });
  });
  test('have their words before them where the picture ends', () => {
    const [mark] = lay([{ at: 8500, label: { short: 'E24', more: 'Answers' } }]);
    expect(mark?.label).toEqual({ text: 'E24 Answers', leftward: true, late: false });
  });
  test('keep the short form of their words where there is little room', () => {
    const [mark] = lay([{ at: 200, label: { short: 'E05', more: 'Reports to the President', late: true } }], 70);
    expect(mark?.label).toEqual({ text: 'E05', leftward: false, late: true });
  });
  test('have even their short form cut where no row has room for it', () => {
    const [mark] = lay([{ at: 500, label: { short: 'to pass to R, answer 1 h 12 min late' } }], 150);
    expect(mark).toMatchObject({ above: 1, label: { text: 'to pass to', leftward: false } });
  });

  const drawn = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 8760 }),
      label: fc.option(
        fc.record({ short: fc.string({ minLength: 1, maxLength: 60 }), more: fc.option(fc.string({ maxLength: 60 }), { nil: undefined }) }),
        { nil: undefined, freq: 3 },
      ),
    }),
    { maxLength: 40 },
  );
  test('stand at their true time; none covers another, nor its words, until the rows are full', () =>
    fc.assert(
      fc.property(drawn, fc.constantFrom(320, 640, 900), (unsorted, right) => {
        const marks = unsorted.filter((m) => scale(m.at) <= right).sort((a, b) => a.at - b.at);
        const pieces = lay(marks, right);
        expect(pieces.map((p) => p.x)).toEqual(marks.map((m) => scale(m.at)));
        pieces.forEach((a, i) => {
          const [from, to] = extent(a);
          if (a.label) expect(from >= 0 && to <= right + 6).toBe(true);
          for (const b of pieces.slice(i + 1)) {
            if (a.above !== b.above || a.above === 8) continue;
            const [other, end] = extent(b);
            expect(to <= other || from >= end, `${from}–${to} and ${other}–${end} in row ${a.above}`).toBe(true);
          }
        });
      }),
    ));
});
