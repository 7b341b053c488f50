import { describe, expect, it } from 'vitest';
import { type Packable, pack } from './packing.ts';

const mark = (key: string, x: number, wide = 100, more: Partial<Packable> = {}): Packable => ({
  key,
  x,
  widths: [wide, wide / 2, 20],
  ...more,
});
const overlaps = (placed: ReturnType<typeof pack>['placed']): boolean =>
  placed.some((a) => placed.some((b) => a !== b && a.row === b.row && a.from < b.to && b.from < a.to));

const rowsOf = ({ placed }: ReturnType<typeof pack>): Record<string, number> => Object.fromEntries(placed.map((p) => [p.key, p.row]));

describe('packing marks on a lane', () => {
  it('keeps marks far apart on one row', () => expect(pack([mark('a', 0), mark('b', 300)], 1000, [6, 9]).rows).toBe(1));

  it('gives a row of its own to a mark under the label of another', () => {
    const { placed } = pack([mark('a', 0), mark('b', 50)], 1000, [6, 9]);
    expect(placed.map((p) => p.row)).toEqual([0, 1]);
  });

  it('never lets two labels of one row meet, however crowded', () => {
    const marks = Array.from({ length: 300 }, (_, i) =>
      mark(`m${i}`, (i * 37) % 2000, 60 + ((i * 53) % 180), i % 5 === 0 ? { until: ((i * 37) % 2000) + 150 } : {}),
    );
    expect(overlaps(pack(marks, 2000, [6, 9]).placed)).toBe(false);
  });

  it('shortens labels where it is crowded and leaves them whole where it is not', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => mark(`c${i}`, i * 2));
    const { placed } = pack([...crowd, mark('alone', 900)], 2000, [3, 5]);
    expect(placed.find((p) => p.key === 'alone')?.degree).toBe(0);
    expect(new Set(placed.map((p) => p.degree))).toEqual(new Set([0, 1, 2]));
  });

  it('keeps the whole label of what is selected in any crowd', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => mark(`c${i}`, i));
    expect(pack([...crowd, mark('mine', 31, 100, { keep: true })], 2000, [3, 5]).placed.find((p) => p.key === 'mine')?.degree).toBe(0);
  });

  it('turns a label to the left where the exercise ends', () => {
    const [placed] = pack([mark('last', 980)], 1000, [6, 9]).placed;
    expect(placed).toMatchObject({ leftward: true });
    expect(placed!.to).toBeLessThan(1000);
  });

  it('shortens a label that fits on neither side of its mark, so that none runs out of a narrow lane', () => {
    const [placed] = pack([mark('wide', 150, 240)], 270, [6, 9]).placed;
    expect(placed).toMatchObject({ degree: 1, leftward: true });
    expect(placed!.from).toBeGreaterThan(0);
  });

  it('keeps the row free until the time allowed has passed', () => {
    const { placed } = pack([mark('window', 0, 20, { until: 400 }), mark('next', 200, 20)], 1000, [6, 9]);
    expect(placed.map((p) => p.row)).toEqual([0, 1]);
  });

  it('leaves what stands where it stands when something is released or shortened, and when something new comes', () => {
    const [a, b, c] = [mark('a', 0), mark('b', 50), mark('c', 60)];
    expect(rowsOf(pack([a, b, c], 1000, [6, 9]))).toEqual({ a: 0, b: 1, c: 2 });
    // Without the first, a picture drawn anew would move both up.
    const left = [
      { ...b, row: 1 },
      { ...c, row: 2 },
    ];
    expect(rowsOf(pack(left, 1000, [6, 9]))).toEqual({ b: 1, c: 2 });
    expect(rowsOf(pack([mark('new', 40), ...left], 1000, [6, 9]))).toEqual({ b: 1, c: 2, new: 0 });
  });

  it('shortens a label that has grown rather than push the next mark away, unless not even its number has room', () => {
    const said = (...marks: Packable[]) => pack(marks, 1000, [6, 9]).placed.map(({ key, row, degree }) => `${key} ${row} ${degree}`);
    expect(said({ ...mark('a', 0), row: 0 }, { ...mark('b', 100), row: 0 })).toEqual(['a 0 1', 'b 0 0']);
    expect(said({ ...mark('a', 0), row: 0 }, { ...mark('b', 30), row: 0 })).toEqual(['a 0 0', 'b 1 0']);
  });
});
