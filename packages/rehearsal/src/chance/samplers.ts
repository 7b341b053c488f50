import { Generator } from './generator.ts';

/**
 * Points in the unit cube, one row a sample: `points[sample * dimensions + dimension]`. Each dimension has a stream of its own, named
 * by what it is, so that an uncertainty that is added moves no other.
 */
export interface Points {
  readonly samples: number;
  readonly dimensions: number;
  readonly points: Float64Array;
}

/** Independent points. Sample `k` is the same however many samples there are. */
export function monteCarlo(seed: number, samples: number, names: readonly string[]): Points {
  const points = new Float64Array(samples * names.length);
  names.forEach((name, d) => {
    for (let k = 0; k < samples; k++) points[k * names.length + d] = Generator.of(seed, 'sample', name, k).unit();
  });
  return { samples, dimensions: names.length, points };
}

/** A quotient near one may be rounded to it, where a distribution may have no value. */
const BELOW_ONE = 1 - Number.EPSILON / 2;

/** A Latin hypercube: of each dimension’s equal shares, as many as samples, every one holds exactly one point (McKay and others 1979). */
export function latinHypercube(seed: number, samples: number, names: readonly string[]): Points {
  const points = new Float64Array(samples * names.length);
  names.forEach((name, d) => {
    const random = Generator.of(seed, 'latin', name);
    const order = random.shuffled(samples);
    for (let k = 0; k < samples; k++) points[k * names.length + d] = Math.min(BELOW_ONE, ((order[k] as number) + random.unit()) / samples);
  });
  return { samples, dimensions: names.length, points };
}

/** Every combination of options: the last lever turns fastest. */
export function fullFactorial(counts: readonly number[]): readonly (readonly number[])[] {
  return counts.reduce<readonly (readonly number[])[]>(
    (arms, count) => arms.flatMap((arm) => Array.from({ length: count }, (_, option) => [...arm, option])),
    [[]],
  );
}
