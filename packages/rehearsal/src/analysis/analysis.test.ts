import { describe, expect, it } from 'vitest';
import { Generator } from '../chance/generator.ts';
import { moversOf } from './choices.ts';
import { comesBack } from './discovery.ts';
import { type Box, binomialTail, front, type Inputs, prim, quasiP, within } from './prim.ts';
import { Samples } from './samples.ts';
import { pairedDifference, ruleOfThree, shareOf } from './shares.ts';

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
    // Always at least as good, better in 30 of 100: 0.3 ± 1.96 · √(0.21/100·100/99).
    const d = pairedDifference(a, b);
    expect(d.mean).toBeCloseTo(0.3, 9);
    expect(d.low).toBeCloseTo(0.3 - 1.96 * Math.sqrt(0.21 / 99), 3);
    expect(d.level).toBe(false);
  });

  it('add the tail of a binomial as by hand', () => {
    expect(binomialTail(2, 3, 0.5)).toBeCloseTo(0.5, 9);
    expect(binomialTail(0, 3, 0.5)).toBe(1);
    expect(binomialTail(3, 3, 0.1)).toBeCloseTo(0.001, 9);
  });
});
