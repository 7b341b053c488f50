import { describe, expect, it } from 'vitest';
import { meanOf, quantileOf, standardNormal } from './distributions.ts';
import { Generator } from './generator.ts';
import { fullFactorial, latinHypercube, monteCarlo } from './samplers.ts';

describe('the generator', () => {
  it('gives the sequence that its authors published', () => {
    const random = Generator.from([1, 2, 3, 4]);
    expect([random.next(), random.next(), random.next(), random.next()]).toEqual([11520, 0, 5927040, 70819200]);
  });

  it('gives each name a stream of its own, and the same name the same', () => {
    const of = (...words: (string | number)[]) => Generator.of(7, ...words).next();
    expect(of('delay', 3)).toBe(of('delay', 3));
    expect(new Set([of('delay', 3), of('delay', 4), of('chance', 3), of('delay3'), Generator.of(8, 'delay', 3).next()]).size).toBe(5);
  });

  it('spreads evenly: chi-squared over 100 classes stays where 999 of 1000 do', () => {
    const counts = new Array<number>(100).fill(0);
    const random = Generator.of(1, 'even');
    for (let i = 0; i < 100_000; i++) counts[Math.floor(random.unit() * 100)]!++;
    const chi = counts.reduce((sum, n) => sum + (n - 1_000) ** 2 / 1_000, 0);
    expect(chi).toBeLessThan(148.2);
    expect(chi).toBeGreaterThan(59);
  });
});

describe('distributions', () => {
  it('meet their means over the whole of chance', () => {
    const all = [
      { uniform: [2, 6] },
      { triangular: [5, 15, 60] },
      { normal: [10, 3] },
      { lognormal: [3, 2] },
      { exponential: 4 },
      { oneOf: [1, 2, 6] },
    ] as const;
    const n = 20_000;
    for (const of of all) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += quantileOf(of as never, (i + 0.5) / n);
      expect(sum / n / meanOf(of as never)).toBeCloseTo(1, 2);
    }
  });

  it('give the value below which the share lies, by what each distribution is, at the ends and with extreme parameters too', () => {
    // Written from the definitions: the share that lies below a value.
    const below = {
      uniform: (x: number, [low, high]: readonly number[]) => (x - low!) / (high! - low!),
      triangular: (x: number, [low, mode, high]: readonly number[]) =>
        x <= mode! ? (x - low!) ** 2 / (high! - low!) / (mode! - low!) : 1 - (high! - x) ** 2 / (high! - low!) / (high! - mode!),
      exponential: (x: number, [mean]: readonly number[]) => 1 - Math.exp(-x / mean!),
    };
    const all = [
      ...[
        [0, 1],
        [-1e12, 1e12],
        [3, 3 + 1e-9],
      ].map((of) => ['uniform', of] as const),
      ...[
        [0, 0, 1],
        [0, 1, 1],
        [5, 15, 60],
        [-1e12, 0, 1e12],
        [0, 1e-6, 1e12],
      ].map((of) => ['triangular', of] as const),
      ...[[1e-12], [4], [1e12]].map((of) => ['exponential', of] as const),
    ] as const;
    for (const [kind, of] of all)
      for (const u of [1e-9, 0.001, 0.25, 0.5, 0.999, 1 - 1e-9]) {
        const value = quantileOf({ [kind]: kind === 'exponential' ? of[0] : of } as never, u);
        expect(Number.isFinite(value)).toBe(true);
        expect(Math.abs(below[kind](value, of) - u), `${kind} ${of} at ${u}`).toBeLessThan(1e-4);
      }
    for (const u of [0, 1e-15, 0.5, 1 - 2 ** -53])
      for (const of of [
        { lognormal: [1e12, 1_000] },
        { lognormal: [3, 1] },
        { normal: [-1e12, 1e12] },
        { exponential: 1e12 },
        { oneOf: [7] },
      ])
        expect(Number.isFinite(quantileOf(of as never, u))).toBe(true);
    const drawn = Array.from({ length: 999 }, (_, i) => quantileOf({ oneOf: [1, 2, 4] }, (i + 0.5) / 999));
    expect([1, 2, 4].map((v) => drawn.filter((x) => x === v).length)).toEqual([333, 333, 333]);
  });
  it('know the normal distribution by its table', () => {
    expect(standardNormal(0.975)).toBeCloseTo(1.959964, 5);
    expect(standardNormal(0.5)).toBeCloseTo(0, 9);
    expect(standardNormal(0.001)).toBeCloseTo(-3.090232, 5);
    expect(quantileOf({ lognormal: [3, 2] }, 0.5)).toBeCloseTo(3, 9);
    // One factor above the median lie 15.87 %.
    expect(quantileOf({ lognormal: [3, 2] }, 0.841345)).toBeCloseTo(6, 3);
  });

  it('never fall outside their bounds', () => {
    for (const u of [0, 1e-15, 0.3, 1 - 1e-15]) {
      expect(quantileOf({ triangular: [5, 5, 5] }, u)).toBe(5);
      const t = quantileOf({ triangular: [5, 15, 60] }, u);
      expect(t >= 5 && t <= 60).toBe(true);
      expect(Number.isFinite(quantileOf({ normal: [0, 1] }, u))).toBe(true);
    }
  });
});

describe('samplers', () => {
  it('a Latin hypercube has exactly one point in each equal share of each dimension', () => {
    const { points, dimensions } = latinHypercube(5, 50, ['a', 'b', 'c']);
    for (let d = 0; d < 3; d++) {
      const shares = Array.from({ length: 50 }, (_, k) => Math.floor((points[k * dimensions + d] as number) * 50));
      expect(shares.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    }
  });

  it('estimates the mean of a sum with far less spread than Monte Carlo', () => {
    const spread = (sampler: typeof monteCarlo): number => {
      const means = Array.from({ length: 40 }, (_, seed) => {
        const { points } = sampler(seed, 30, ['a', 'b']);
        return points.reduce((s, x) => s + x, 0) / 30;
      });
      const mean = means.reduce((a, b) => a + b) / means.length;
      return means.reduce((s, m) => s + (m - mean) ** 2, 0) / (means.length - 1);
    };
    // Var of the mean of two uniform sums: 2/12/30 against about 1/30² of it.
    expect(spread(monteCarlo)).toBeGreaterThan(2 / 12 / 30 / 2.5);
    expect(spread(latinHypercube)).toBeLessThan(spread(monteCarlo) / 50);
  });

  it('a Monte Carlo sample is the same however many there are, and moves with no other uncertainty', () => {
    const few = monteCarlo(3, 5, ['a']);
    const many = monteCarlo(3, 500, ['z', 'a']);
    expect([...few.points]).toEqual(Array.from({ length: 5 }, (_, k) => many.points[2 * k + 1]));
  });

  it('a full factorial is every combination once', () => {
    expect(fullFactorial([2, 3])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(fullFactorial([])).toEqual([[]]);
  });
});
