import { expect, it } from 'vitest';
import { Rows } from '../findings/table.ts';
import { NEVER } from '../run/columns.ts';
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

it('tells who carries the lateness: what is done late by how much, and what is never done to the end', () => {
  const minutes = (n: number): number => n * 60_000;
  // One choice, two runs: A is 10 min late and then never does it (due at 60 of 100 min), B is 6 min late once.
  const values = [-minutes(10), minutes(5), minutes(60), minutes(60), NEVER, -minutes(6), minutes(60), minutes(60)];
  const plan = {
    arms: [{ title: 'one' }, { title: 'same' }],
    asked: { runs: 4, scenario: { duration: minutes(100), expects: [{ by: 'party:a' }, { by: 'party:b' }] } },
    roster: { partyOf: (address: string) => address.slice('party:'.length) },
    columns: { width: 4, slack: { from: 0, count: 2 }, due: { from: 2, count: 2 } },
  } as unknown as Plan;
  const twice = [values.slice(0, 4), values.slice(0, 4), values.slice(4), values.slice(4)].flat();
  const rows = new Rows({ plan, values: Float64Array.from(twice) } as unknown as Pick<Runs, 'plan' | 'values'>);
  const choices = choicesOf(plan, rows, Uint8Array.from([0, 0, 0, 0]), []);
  // A: (10 + 40) / 2; of all: (10 + 40 + 6) / 2.
  for (const row of choices?.rows ?? []) expect(row.carries).toEqual({ party: 'a', minutes: 25, of: 28 });
});
