import { expect, it } from 'vitest';
import type { MatrixRow } from '../../../kit/plan/rows.ts';
import { lateStep, leastSlack } from './answers.ts';

const MINUTE = 60_000;
const row = (id: string, more: Partial<MatrixRow> = {}): MatrixRow => ({
  ...{ id, party: 'us', number: 1, text: id, lead: undefined, state: 'planned', blocked: [], critical: false, late: 0 },
  terms: { support: [], tells: [], after: [], duration: MINUTE },
  ...more,
});
const at = (start: number, end: number) => ({ start: start * MINUTE, end: end * MINUTE });

it('names the step at which the delay arose, and not one that is only moved', () => {
  const rows = [
    row('a', { state: 'running', planned: at(0, 5), done: at(0, 8), expected: at(8, 12), late: 7 * MINUTE, slack: 4 * MINUTE }),
    row('b', { planned: at(5, 9), expected: at(12, 16), late: 7 * MINUTE, movedBy: 'a', slack: 4 * MINUTE }),
  ];
  const found = lateStep(rows, 8 * MINUTE);
  expect([found?.row.id, found?.by, found?.moved.map((r) => r.id), found?.slack]).toEqual(['a', 7 * MINUTE, ['b'], 4 * MINUTE]);
});

it('names nobody while all goes as planned, and a step that ended late for as long as it still moves others', () => {
  const done = row('a', { state: 'done', planned: at(0, 5), done: at(0, 9), late: 4 * MINUTE });
  expect(lateStep([row('a', { planned: at(10, 15), expected: at(10, 15) })], 0)).toBeUndefined();
  expect(lateStep([done, row('b', { movedBy: 'a', late: 4 * MINUTE })], 9 * MINUTE)?.row.id).toBe('a');
  expect(lateStep([done, row('b', { state: 'done', movedBy: 'a', late: 4 * MINUTE })], 9 * MINUTE)).toBeUndefined();
});

it('counts the slack of what is still open alone', () => {
  expect(leastSlack([row('a', { state: 'done', slack: -MINUTE }), row('b', { slack: 3 * MINUTE }), row('c')])).toBe(3 * MINUTE);
});
