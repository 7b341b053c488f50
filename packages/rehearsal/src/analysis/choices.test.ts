import { expect, it } from 'vitest';
import { Rows } from '../findings/table.ts';
import type { Plan } from '../run/plan.ts';
import type { Runs } from '../workers/pool.ts';
import { choicesOf } from './choices.ts';
import type { Assumption } from './discovery.ts';

/** Three choices in three circumstances, of which those that two recorded courses of three make: as courses “b” and “c” cannot be at once. */
const CHOICES = ['one', 'two', 'three'];
/** Of ten samples each, in how many each choice holds: by choice, in neither course, in “b”, in “c”. */
const HELD = [
  [9, 2, 8],
  [7, 6, 8],
  [3, 7, 10],
] as const;

function table() {
  const samples = 30;
  const course = (row: number): number => Math.floor(Math.floor(row / 3) / 10);
  const column = (of: number) => Float64Array.from({ length: samples * 3 }, (_, row) => Number(course(row) === of));
  const assumption = (id: string, of: number): Assumption => ({ id, name: { en: id, ko: id }, unit: 'yes-no', column: column(of) });
  const holds = Uint8Array.from({ length: samples * 3 }, (_, row) => Number(Math.floor(row / 3) % 10 < HELD[row % 3]![course(row)]!));
  const plan = {
    arms: CHOICES.map((title) => ({ title })),
    asked: { runs: samples * 3, scenario: { expects: [] } },
    columns: { width: 0 },
  } as unknown as Plan;
  const rows = new Rows({ plan, values: new Float64Array() } as unknown as Pick<Runs, 'plan' | 'values'>);
  return choicesOf(plan, rows, holds, [assumption('b', 1), assumption('c', 2)]);
}

it('tells regret, how many circumstances satisfy and the choice of least regret as they are worked out by hand', () => {
  const choices = table();
  expect(choices?.circumstances.map((c) => c.en)).toEqual(['not b, not c', 'b, not c', 'not b, c']);
  const shares = choices?.rows.map((row) => row.cells.map((c) => Math.round(c.share.share * 10)));
  expect(shares).toEqual(HELD);
  // Against the best of each column (9, 7, 10): one loses 5 at worst, two 2, three 6.
  expect(choices?.rows.map((row) => Math.round(row.regret * 10))).toEqual([5, 2, 6]);
  // 80 % or more.
  expect(choices?.rows.map((row) => row.satisfied)).toEqual([2, 1, 1]);
  expect(choices?.least).toBe(1);
  // The first of each column has nothing before it.
  expect(choices?.rows.map((row) => row.cells.map((c) => c.behind === undefined))).toEqual([
    [true, false, false],
    [false, false, false],
    [false, true, true],
  ]);
  // Six of ten samples lost are more than chance, two of ten are not.
  expect(choices?.rows.map((row) => row.cells[0]?.behind?.level)).toEqual([undefined, true, false]);
});
