import { describe, expect, it } from 'vitest';
import { Generator } from '../chance/generator.ts';
import { Samples } from './samples.ts';
import { shareOf } from './shares.ts';

describe('the interval of a share over runs of which some share their chances', () => {
  it('is that of the samples alone where the runs of each agree', () => {
    // Forty samples of three: ten fail, whatever is chosen.
    const fails = (row: number): boolean => Math.floor(row / 3) < 10;
    const share = new Samples(3).share(120, fails);
    const alone = shareOf(10, 40);
    expect([share.share, share.count, share.of]).toEqual([0.25, 30, 120]);
    expect(share.low).toBeCloseTo(alone.low, 9);
    expect(share.high).toBeCloseTo(alone.high, 9);
  });

  it('is that of all runs where each is of its own', () => {
    expect(new Samples(1).share(100, (row) => row < 10)).toEqual(shareOf(10, 100));
  });

  it('is that of the samples where nothing failed, too', () => {
    expect(new Samples(4).share(40, () => false).high).toBeCloseTo(shareOf(0, 10).high, 9);
  });

  it('holds the true share in about 95 of 100 tries, where counting each run alone holds it in far fewer', () => {
    const random = Generator.of(4, 'tries');
    let [held, alone] = [0, 0];
    const tries = 400;
    for (let t = 0; t < tries; t++) {
      // Half of the failures are the sample’s, half the run’s own: 0.2 + 0.8 · 0.25 = 0.4 of all.
      const bad = Array.from({ length: 60 }, () => random.unit() < 0.2);
      const fails = Array.from({ length: 240 }, (_, r) => bad[Math.floor(r / 4)] === true || random.unit() < 0.25);
      const holds = ({ low, high }: { low: number; high: number }): number => Number(low <= 0.4 && high >= 0.4);
      held += holds(new Samples(4).share(240, (r) => fails[r] === true));
      alone += holds(shareOf(fails.filter((f) => f).length, 240));
    }
    expect(held / tries).toBeGreaterThan(0.92);
    expect(alone / tries).toBeLessThan(0.9);
  });
});

describe('the difference between two sides', () => {
  it('is paired where each sample has runs of both', () => {
    // Fifty samples of two: the second choice fails one time in ten more, and the samples differ much.
    const fails = (row: number): boolean => {
      const sample = Math.floor(row / 2);
      return sample < 20 || (row % 2 === 1 && sample >= 44);
    };
    const d = new Samples(2).difference(100, fails, (row) => row % 2 === 1);
    expect(d.mean).toBeCloseTo(0.12, 9);
    // Six of fifty differ, and one more each way: by hand. Five would be level: the sign test gives them one chance in sixteen.
    expect(d.high).toBeCloseTo(6 / 52 + 1.96 * Math.sqrt((8 / 52 - (6 / 52) ** 2) / 52), 3);
    expect(d.level).toBe(false);
  });

  it('is paired where the last sample was cut short, too', () => {
    const fails = (row: number): boolean => Math.floor(row / 3) < 20 || row % 3 === 1;
    const side = (row: number): boolean => row % 3 === 1;
    const whole = new Samples(3).difference(99, fails, side);
    expect(new Samples(3).difference(100, fails, side)).toEqual(whole);
  });

  it('leaves out runs that are on neither side', () => {
    const d = new Samples(1).difference(
      90,
      (row) => row < 30,
      (row) => (row < 60 ? row < 30 : undefined),
    );
    expect(d.mean).toBe(1);
  });
});
