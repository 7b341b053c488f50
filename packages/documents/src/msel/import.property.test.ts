import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csv, imported, type Written, xlsx } from '../fixture.ts';
import { ImportError } from '../index.ts';

const numRuns = Number(process.env.ENTENTE_RUNS ?? 12);
const seed = Number(process.env.ENTENTE_SEED);
const run = { numRuns, seed };
console.log(`MSEL import: ${numRuns} runs, seed ${seed} (ENTENTE_SEED repeats it)`);

const HEADERS = [
  'No',
  'Time',
  'Date',
  'Type',
  'Inject Mode',
  'From',
  'To',
  'Group',
  'Title',
  'Message',
  'Expected Actions',
  'Objective',
  'Status',
  'Notes',
  'Colour',
];
const oddText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '',
      'x',
      'Red',
      'Blue',
      'Red, Blue',
      'ALL',
      'EXCON',
      '국방부',
      'A-1',
      'A-2',
      'B and Red',
      '-',
      'n/a',
      'STARTEX',
      'ENDEX',
      'Total',
      'Deferred',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '09:00',
      '23:59',
      'T+1',
      'M-5',
      'D+2 H+3',
      '0905',
      '5',
      '45000.5',
      '0.5',
      '3/2/2027',
      '2027-03-02T08:00Z',
      'Monday 9:30 AM',
      '1일차 09:00',
      'Contingency',
      'Expected Action',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'null',
      '~',
      '- a',
      'a: b',
      '# x',
      '"',
      "'",
      '{}',
      '|\n  x',
      '\ttab',
      'x\u0007y',
      '\ud800',
      '<&>',
      '__proto__',
      'constructor',
      'y'.repeat(90),
      'z'.repeat(20_001),
    ),
  },
);
const sheet = fc
  .uniqueArray(fc.constantFrom(...HEADERS), { minLength: 3 })
  .filter((h) => h.includes('Title') || h.includes('Message'))
  .chain((header) =>
    fc
      .record({
        above: fc.array(fc.array(oddText, { maxLength: 3 }), { maxLength: 2 }),
        rows: fc.array(fc.array(oddText, { minLength: header.length, maxLength: header.length }), { maxLength: 25 }),
      })
      .map(({ above, rows }) => ({ header, grid: [...above, header, ...rows] })),
  );

/** Nothing but the importer's own error; undefined then. */
async function tried(bytes: Uint8Array, options = {}) {
  try {
    return await imported(bytes, options, 'x');
  } catch (error) {
    if (error instanceof ImportError) return undefined;
    throw error;
  }
}

describe('whatever a sheet holds', () => {
  it('every row is accounted for, and what comes out passes the check', async () => {
    let sheets = 0;
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(
        sheet,
        fc.constantFrom({}, { unit: 'min' }, { unit: 'h' }, { startex: '14:00' }, { startex: '2027-03-02T09:00+09:00' }),
        async ({ grid }, options) => {
          const result = await tried(csv(grid), options);
          if (!result) return;
          sheets++;
          rows += result.rows.total;
          expect(result.errors).toEqual([]);
          expect(result.rows.imported + result.rows.named.length).toBe(result.rows.total);
          expect(new Set(result.rows.named.map((n) => n.row)).size).toBe(result.rows.named.length);
          const own = result.scenario.expects?.filter((e: { number?: string }) => e.number !== undefined).length ?? 0;
          expect(result.scenario.injects.length + own).toBe(result.rows.imported);
          expect(result.scenario.parties.length).toBeGreaterThanOrEqual(2);
        },
      ),
      run,
    );
    expect(sheets).toBeGreaterThan(numRuns / 3);
    console.log(`MSEL import: ${sheets} sheets, ${rows} rows accounted for`);
  });

  it('no row reaches anybody whom it does not name, and everyone only where it says so', async () => {
    const NAMES = ['Navy', 'Police', 'Press office', 'J-2', '상황실'];
    const SIDES = ['Blue', 'Red'];
    const spelling = fc.constantFrom<(s: string) => string>(
      (s) => s,
      (s) => s.toUpperCase(),
      (s) => ` ${s}  `,
      (s) => [...s].join('\u200b'),
      (s) => `• ${s}`,
      (s) => `Cc: ${s}`,
    );
    const junk = fc.constantFrom(
      '???',
      'TBD',
      'others',
      'All naval units',
      'and',
      'Navy or Police',
      '관련 기관',
      'Every site',
      '(',
      '-',
      '=1',
      'Navy/all',
      '등',
    );
    const cell = fc.record({
      names: fc.subarray(NAMES),
      spell: fc.array(spelling, { minLength: 5, maxLength: 5 }),
      joint: fc.constantFrom(', ', '; ', '\n', ' & ', ' and ', '/', ' + ', '|', ' 및 ', ' '),
      junk: fc.option(junk, { freq: 3 }),
      all: fc.boolean().chain((yes) => (yes ? fc.constantFrom('', '', '', 'All', '전체') : fc.constant(''))),
      side: fc.constantFrom('', ...SIDES),
    });
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.boolean(), async (cells, sided) => {
        const written = cells.map((c) =>
          [...c.names.map((n, i) => (c.spell[i] as (s: string) => string)(n)), ...(c.junk ? [c.junk] : []), ...(c.all ? [c.all] : [])].join(
            c.joint,
          ),
        );
        const grid = [
          ['Time', 'Side', 'To', 'Title', 'Text'],
          ...cells.map((c, i) => ['09:00', sided ? c.side : '', written[i], `t${i}`, `x${i}`]),
        ];
        const result = await tried(csv(grid));
        for (const inject of result?.scenario.injects ?? []) {
          const i = Number(inject.text.slice(1));
          const { names, all, side, junk: noise } = cells[i] as (typeof cells)[number];
          for (const address of inject.to) {
            reached++;
            if (address === 'everyone') expect(all).not.toBe('');
            else {
              const party = result?.scenario.parties.find((p: Written) => p.cells.some((c: Written) => `cell:${c.id}` === address));
              const name: string = party.cells.find((c: Written) => `cell:${c.id}` === address).name;
              // What nobody has been seen to split may stand as it is written: a recipient of its own.
              const bare = (t: string): string => t.toLowerCase().replace(/[^a-z0-9가-힣]/g, '');
              const one = NAMES.find((n) => bare(n) === bare(name));
              if (one) expect(names).toContain(one);
              else expect([...NAMES, noise ?? ''].filter((n) => bare(n) !== '' && bare(name).includes(bare(n))).length).toBeGreaterThan(1);
              if (sided && side !== '' && SIDES.includes(party.name)) expect(party.name).toBe(side);
            }
          }
        }
      }),
      run,
    );
    expect(reached).toBeGreaterThan(0);
  });

  it('the same sheet as a workbook gives the same rows', async () => {
    const plain = fc.constantFrom('x', 'Red', 'Blue', '09:00', 'T+5', 'ALL', '국방부', 'a & b', '<i>');
    const header = ['No', 'Time', 'To', 'Title', 'Message'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(plain, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }), async (rows) => {
        const [a, b] = [await tried(csv([header, ...rows])), await tried(await xlsx({ x: [header, ...rows] }))];
        expect(b?.files).toEqual(a?.files);
      }),
      { ...run, numRuns: Math.ceil(numRuns / 6) },
    );
  });

  it('mutated bytes give a scenario or an import error, never anything else', async () => {
    const grid = [
      ['No', 'Time', 'To', 'Title', 'Message'],
      ['1', '09:00', 'Red', 'a', 'b'],
      ['2', 'T+5', 'Blue', 'c', 'd'],
    ];
    const book = await xlsx({ MSEL: grid });
    // Stored, not packed, so that a changed byte reaches the XML.
    const originals = [book, zipSync(unzipSync(book), { level: 0 }), csv(grid)];
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { maxLength: 12 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async (original, changes, keep) => {
          const bytes = original.slice(0, Math.ceil(original.length * (keep > 0.6 ? 1 : keep)));
          for (const { at, byte } of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          const result = await tried(bytes);
          if (result) expect(result.rows.imported + result.rows.named.length).toBe(result.rows.total);
        },
      ),
      { ...run, numRuns: numRuns * 4 },
    );
  });
});
