import type { Span } from '../run/columns.ts';
import type { Runs } from '../workers/pool.ts';

/** The rows of the first `count` runs, read by column. */
export class Rows {
  readonly count: number;
  readonly #values: Float64Array;
  readonly #width: number;

  constructor({ plan, values }: Pick<Runs, 'plan' | 'values'>, count = plan.asked.runs) {
    this.count = count;
    this.#values = values;
    this.#width = plan.columns.width;
  }

  /** Row 0 is run 1. */
  at(row: number, column: number): number {
    return this.#values[row * this.#width + column] as number;
  }

  column(column: number): Float64Array {
    const list = new Float64Array(this.count);
    for (let row = 0; row < this.count; row++) list[row] = this.at(row, column);
    return list;
  }

  of({ from }: Span, index: number): Float64Array {
    return this.column(from + index);
  }

  /** How many rows, and the first, of which this is true. */
  which(column: number, is: (value: number) => boolean): { count: number; first: number } {
    let [count, first] = [0, -1];
    for (let row = 0; row < this.count; row++) {
      if (!is(this.at(row, column))) continue;
      if (first < 0) first = row;
      count++;
    }
    return { count, first };
  }
}
