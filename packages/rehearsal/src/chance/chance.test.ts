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
