import { describe, expect, it } from 'vitest';
import { Generator } from '../chance/generator.ts';
import { moversOf } from './choices.ts';
import { comesBack } from './discovery.ts';
import { type Box, binomialTail, front, type Inputs, prim, quasiP, within } from './prim.ts';
import { Samples } from './samples.ts';
import { pairedDifference, ruleOfThree, shareOf, together } from './shares.ts';

/** Cases of which those within a known box are of interest, and nothing else is. */
function known(rows: number, inputs: number, noise = 0): Inputs {
  const columns = Array.from({ length: inputs }, (_, d) => {
    const random = Generator.of(11, 'column', d);
    return Float64Array.from({ length: rows }, () => random.unit());
  });
  const random = Generator.of(11, 'noise');
  const interest = Uint8Array.from({ length: rows }, (_, r) => {
    const inside = columns[0]![r]! > 0.6 && columns[2]![r]! < 0.5;
    return random.unit() < noise ? Number(!inside) : Number(inside);
  });
  return { rows, names: columns.map((_, d) => `x${d}`), columns, interest };
}

/** PRIM as it is told in a book, of values that all differ: tries every end of every input, and keeps what gains most a row. */
function plainCourse(columns: readonly Float64Array[], interest: Uint8Array): [inside: number, hits: number][] {
  const hitsOf = (rows: readonly number[]): number => rows.filter((r) => interest[r] === 1).length;
  let box = Array.from(interest, (_, r) => r);
  const course: [number, number][] = [[box.length, hitsOf(box)]];
  while (hitsOf(box) < box.length) {
    const off = Math.max(1, Math.floor(0.05 * box.length));
    if (box.length - off < 0.05 * interest.length) break;
    const density = hitsOf(box) / box.length;
    let best: { rows: number[]; gain: number } | undefined;
    for (const column of columns) {
      const order = [...box].sort((a, b) => column[a]! - column[b]!);
      for (const rows of [order.slice(off), order.slice(0, order.length - off)]) {
        const gain = (hitsOf(rows) / rows.length - density) / off;
        if (!best || gain > best.gain) best = { rows, gain };
      }
    }
    if (!best || hitsOf(best.rows) / best.rows.length < density) break;
    box = best.rows;
    course.push([box.length, hitsOf(box)]);
  }
  return course;
}

describe('PRIM', () => {
  it('recovers a known box: at least 0.9 of it, at least 0.9 dense', () => {
    const inputs = known(2_000, 6);
    const best = front(prim(inputs)).filter((b) => b.coverage >= 0.9);
    const box = best.at(-1)!;
    expect(box.density).toBeGreaterThanOrEqual(0.9);
    expect(box.limits.find((l) => l.input === 0)?.low).toBeCloseTo(0.6, 1);
    expect(box.limits.find((l) => l.input === 2)?.high).toBeCloseTo(0.5, 1);
  });

  it('says of a limit that means nothing that it could be chance, and of one that means something that it is not', () => {
    const inputs = known(1_000, 4);
    const limits = [
      { input: 0, low: 0.6 },
      { input: 2, high: 0.5 },
      { input: 3, low: 0.2 },
    ];
    const box = within(inputs, limits);
    expect(quasiP(inputs, box, 0)).toBeLessThan(0.001);
    expect(quasiP(inputs, box, 2)).toBeGreaterThan(0.05);
  });

  it('tells of each limit how many resamples have it too, in the box that covers nearest as much', () => {
    const box = (coverage: number, limits: object[]) => ({ coverage, density: 1, inside: 1, hits: 1, mass: 1, limits }) as Box;
    const shown = box(0.5, [
      { input: 0, low: 3 },
      { input: 1, low: 1, high: 2 },
    ]);
    const wide = box(0.9, [{ input: 0, low: 2 }]);
    expect(
      comesBack(shown, [
        [
          wide,
          box(0.55, [
            { input: 0, low: 2.9 },
            { input: 1, high: 2 },
          ]),
        ],
        [
          wide,
          box(0.4, [
            { input: 0, low: 3.2 },
            { input: 1, low: 0.9, high: 2.1 },
          ]),
        ],
        [wide],
        [box(0.6, [{ input: 0, high: 3 }])],
      ]),
    ).toEqual([3, 1]);
  });

  it('counts cases that share their chances once in what could be chance', () => {
    // Four runs of each of thirty samples are alike: that ten samples of ten fail is what thirty runs tell, and not a hundred and twenty.
    const inputs = (times: number): Inputs => {
      const rows = Array.from({ length: 30 * times }, (_, r) => Math.floor(r / times));
      return {
        rows: rows.length,
        names: ['a'],
        columns: [Float64Array.from(rows)],
        interest: Uint8Array.from(rows, (s) => Number(s < 10 ? s < 7 : s % 2 === 0)),
      };
    };
    const limits = [{ input: 0, high: 9 }];
    const [once, four] = [inputs(1), inputs(4)];
    const alone = quasiP(once, within(once, limits), 0);
    expect(quasiP(four, within(four, limits), 0)).toBeLessThan(alone / 3);
    const { effective } = new Samples(4).told(
      120,
      (row) => four.interest[row] === 1,
      (row) => row < 40,
    );
    expect(effective).toBeCloseTo(10, 9);
    expect(quasiP(four, within(four, limits), 0, effective)).toBeCloseTo(alone, 9);
  });
  it('peels as one would by hand: the whole course against a plain search through drawn tables', () => {
    for (let table = 0; table < 20; table++) {
      const random = Generator.of(table, 'plain');
      const rows = 60 + random.below(200);
      const columns = Array.from({ length: 3 }, () => Float64Array.from({ length: rows }, () => random.unit()));
      const interest = Uint8Array.from({ length: rows }, (_, r) => Number(random.unit() < (columns[1]![r]! > 0.5 ? 0.7 : 0.2)));
      const inputs: Inputs = { rows, names: ['a', 'b', 'c'], columns, interest };
      const course = prim(inputs);
      expect(course.map((b) => [b.inside, b.hits])).toEqual(plainCourse(columns, interest));
      for (const b of course) expect(within(inputs, b.limits)).toEqual(b);
    }
  });
  it('counts a box by hand', () => {
    const inputs: Inputs = {
      rows: 4,
      names: ['a'],
      columns: [Float64Array.from([1, 2, 3, 4])],
      interest: Uint8Array.from([0, 1, 1, 1]),
    };
    expect(within(inputs, [{ input: 0, low: 3 }])).toMatchObject({ inside: 2, hits: 2, coverage: 2 / 3, density: 1, mass: 0.5 });
  });

  it('peels values that are few by whole steps, and ends where nothing helps', () => {
    const column = Float64Array.from({ length: 200 }, (_, i) => i % 2);
    const course = prim({ rows: 200, names: ['yes'], columns: [column], interest: Uint8Array.from(column) });
    expect(course.at(-1)).toMatchObject({ limits: [{ input: 0, low: 1 }], density: 1, coverage: 1 });
    const same = prim({ rows: 50, names: ['one'], columns: [new Float64Array(50).fill(3)], interest: new Uint8Array(50).fill(1) });
    expect(same).toHaveLength(1);
  });
});

it('parts an assumption that has its highest value in most runs below that value', () => {
  const column = Float64Array.from({ length: 100 }, (_, r) => (r < 20 ? 1 : 2));
  const fails = Uint8Array.from({ length: 100 }, (_, r) => Number(r < 20));
  const assumption = { id: 'x', name: { en: 'x', ko: 'x' }, unit: 'number' as const, column };
  expect(moversOf([assumption], fails, new Samples(1))[0]?.difference.mean).toBe(-1);
});

describe('shares and differences', () => {
  it('give Wilson’s interval', () => {
    const { low, high } = shareOf(10, 100);
    expect(low).toBeCloseTo(0.0552, 3);
    expect(high).toBeCloseTo(0.1744, 3);
    expect(shareOf(0, 100)).toMatchObject({ low: 0 });
    expect(shareOf(100, 100)).toMatchObject({ high: 1 });
  });

  it('bound what never came by the rule of three', () => {
    expect(ruleOfThree(10_000)).toBeCloseTo(0.0003, 6);
  });

  it('call two choices level where the interval of their paired difference includes zero', () => {
    expect(pairedDifference([1, 1, 1, 0], [1, 0, 1, 1]).level).toBe(true);
    const a = Array.from({ length: 100 }, (_, i) => Number(i % 10 < 9));
    const b = Array.from({ length: 100 }, (_, i) => Number(i % 10 < 6));
    // Always at least as good, better in 30 of 100; with one more each way, 31 against 1 of 102.
    const d = pairedDifference(a, b);
    expect(d.mean).toBeCloseTo(0.3, 9);
    expect(d.low).toBeCloseTo(30 / 102 - 1.96 * Math.sqrt((32 / 102 - (30 / 102) ** 2) / 102), 3);
    expect(d.level).toBe(false);
  });
  it('prove nothing by few pairs that all agree, neither that nothing nor that everything differs', () => {
    const of = (n: number, value: number): number[] => new Array(n).fill(value);
    const none = pairedDifference(of(30, 1), of(30, 1));
    // About as the rule of three has it: 0.1 of 30.
    expect([none.mean, none.high > 0.05, none.high < 0.1, none.low]).toEqual([0, true, true, -none.high]);
    expect(pairedDifference(of(1, 1), of(1, 0)).level).toBe(true);
    expect(pairedDifference(of(2, 1), of(2, 0)).level).toBe(true);
    expect(pairedDifference(of(20, 1), of(20, 0))).toMatchObject({ mean: 1, high: 1, level: false });
    expect(pairedDifference([], []).level).toBe(true);
  });
  it('hold the true difference of pairs in 93 of 100 at least, summed over every outcome; the plain interval holds it in far fewer', () => {
    const n = 20;
    const wald = (b: number, c: number): { low: number; high: number } => {
      const mean = (b - c) / n;
      const half = 1.96 * Math.sqrt((b + c - n * mean * mean) / (n - 1) / n);
      return { low: mean - half, high: mean + half };
    };
    const own = (b: number, c: number) =>
      pairedDifference(
        Array.from({ length: n }, (_, i) => Number(i < b)),
        Array.from({ length: n }, (_, i) => Number(i >= b && i < b + c)),
      );
    const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
    const held = (of: typeof wald, better: number, worse: number): number => {
      let sum = 0;
      for (let b = 0; b <= n; b++)
        for (let c = 0; b + c <= n; c++) {
          const { low, high } = of(b, c);
          if (low > better - worse || high < better - worse) continue;
          const ways = factorial(n) / factorial(b) / factorial(c) / factorial(n - b - c);
          sum += ways * better ** b * worse ** c * (1 - better - worse) ** (n - b - c);
        }
      return sum;
    };
    for (const [better, worse] of [
      [0.05, 0],
      [0.1, 0.02],
      [0.3, 0.1],
      [0.9, 0.02],
    ] as const)
      expect(held(own, better, worse)).toBeGreaterThan(0.93);
    expect(held(wald, 0.05, 0)).toBeLessThan(0.7);
  });
  it('reach further where many are told at once, so that 95 of 100 times all of them hold', () => {
    expect(together(1)).toBeCloseTo(1.96, 3);
    // Two-sided 0.05/28 of the normal table: eight choices make twenty-eight pairs.
    expect(together(28)).toBeCloseTo(3.124, 2);
    const random = Generator.of(9, 'movers');
    let named = 0;
    const tries = 100;
    for (let t = 0; t < tries; t++) {
      const fails = Uint8Array.from({ length: 200 }, () => Number(random.unit() < 0.4));
      const idle = Array.from({ length: 20 }, (_, i) => ({
        ...{ id: `x${i}`, name: { en: 'x', ko: 'x' }, unit: 'number' as const },
        column: Float64Array.from({ length: 200 }, () => random.unit()),
      }));
      if (moversOf(idle, fails, new Samples(1)).some((m) => !m.difference.level)) named++;
    }
    // Without that, one of twenty would be named in two of three tries.
    expect(named).toBeLessThanOrEqual(11);
  });

  it('add the tail of a binomial as by hand', () => {
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 9);
    expect(binomialTail(0, 3, 0.5)).toBe(1);
    expect(binomialTail(3, 3, 0.1)).toBeCloseTo(0.001, 9);
  });
});
