import { describe, expect, it } from 'vitest';
import { importMsel } from '../index.ts';
import { mayBeSlipFor } from './slips.ts';

const rows = (...to: string[]): Uint8Array =>
  new TextEncoder().encode(
    ['No,Time,From,To,Title,Text', ...to.map((who, i) => `${i + 1},09:${10 + i},Control,${who},Row ${i + 1},Words of row ${i + 1}`)].join(
      '\n',
    ),
  );

describe('a recipient that is mistyped once', () => {
  it('is nobody until somebody says who is meant, and is among those that “all except” leaves none', async () => {
    const { reading, guesses, rows: told } = await importMsel(rows('Navy', 'Navy', 'Army', 'Nvay', 'All except Navy'), 'msel.csv');
    expect(reading.rows.map((r) => r.inject?.to)).toEqual([
      ['cell:navy-cell'],
      ['cell:navy-cell'],
      ['cell:army-cell'],
      [],
      ['cell:army-cell'],
    ]);
    expect(told.waiting.map((w) => w.row)).toEqual([5]);
    expect(guesses.filter((g) => !g.settled && g.confidence < 0.8).map((g) => g.what.en)).toContainEqual(expect.stringContaining('“Nvay”'));
  });

  it('is whoever the planner says it is', async () => {
    const map = { entente: 'msel-map/1', recipients: { Nvay: ['Navy'] } } as const;
    const { reading } = await importMsel(rows('Navy', 'Navy', 'Nvay'), 'msel.csv', { map });
    expect(reading.rows.map((r) => r.inject?.to)).toEqual([['cell:navy-cell'], ['cell:navy-cell'], ['cell:navy-cell']]);
  });
});

it('is told from names that are meant', () => {
  for (const [a, b] of [
    ['Nvay', 'Navy'],
    ['Opertions', 'Operations'],
    ['Policce', 'Police'],
    ['Coast Gaurd', 'Coast Guard'],
  ] as const)
    expect([a, mayBeSlipFor(a, b), mayBeSlipFor(b, a)]).toEqual([a, true, true]);
  for (const [a, b] of [
    ['East', 'West'],
    ['USFK', 'USKF'],
    ['J2', 'J3'],
    ['Team A', 'Team B'],
    ['Operation', 'Operations'],
    ['Army', 'Army'],
    ['해군', '육군'],
    ['Cell 1', 'Cell 11'],
    ['Group A', 'Group'],
    ['Eastland', 'Westland'],
  ] as const)
    expect([a, mayBeSlipFor(a, b)]).toEqual([a, false]);
});
