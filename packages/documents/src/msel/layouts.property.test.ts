import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, xlsx } from '../fixture.ts';
import { type Reading, readMsel } from '../index.ts';
import { type Layout, layout } from './layouts.ts';

// The long run makes 2000 sheets.
const numRuns = Number(process.env.ENTENTE_RUNS ?? 20);
const seed = Number(process.env.ENTENTE_SEED);

/** A share of fewer says nothing. */
const ENOUGH_FOR_A_SHARE = 50;

/** A workbook, or where it is one sheet mostly a text, which is read in the same way and made faster. */
const fileOf = async ({ sheets }: Layout, book: boolean): Promise<Uint8Array> => {
  const [only, ...more] = Object.values(sheets);
  return book || more.length > 0 || !only ? await xlsx(sheets) : csv(only);
};

/** What came out, in the words of what went in. */
function eventsIn({ parties, rows }: Reading) {
  const cells = new Map<string, { name: string; side: string }>(
    parties.flatMap((p) => p.cells.map((c) => [`cell:${c.id}`, { name: c.name, side: p.name }] as const)),
  );
  return rows.flatMap(({ inject }) =>
    inject
      ? [
          {
            number: inject.number,
            at: (inject.at ?? Number.NaN) / 60_000,
            from: inject.from,
            to: inject.to.includes('everyone') ? ('everyone' as const) : inject.to.map((a) => cells.get(a)?.name ?? a).toSorted(),
            sides: [...new Set(inject.to.map((a) => cells.get(a)?.side))],
            title: inject.title,
            text: inject.text,
          },
        ]
      : [],
  );
}

/** “Navy & Police”, where it was taken for one name, is still those two. */
const apart = (names: readonly string[]): string[] => names.flatMap((name) => name.split(/ & |\//)).toSorted();

describe('a generated MSEL, in whatever layout', () => {
  it('comes out as what generated it, or the guess that may be wrong is asked; no row reaches a seat that its sheet does not name', async () => {
    const count = { plain: 0, asked: 0, rows: 0, sheets: 0 };
    await fc.assert(
      fc.asyncProperty(layout, async (made) => {
        const { reading, guesses, rows } = await readMsel(await fileOf(made, count.sheets++ % 20 === 0), 'x.csv');
        const open = guesses.some((g) => !g.settled);
        count.plain += made.plain ? 1 : 0;
        count.asked += made.plain && open ? 1 : 0;
        const got = eventsIn(reading);
        count.rows += got.length;
        // Whom a row reaches is never wrong, asked or not: it reaches those whom it names, or nobody.
        got.forEach((event, i) => {
          const meant = made.events[i];
          if (event.to === 'everyone') expect(meant?.to).toBe('everyone');
          else if (event.to.length > 0) expect(apart(event.to)).toEqual(meant?.to === 'everyone' ? [] : meant?.to.toSorted());
          if (meant?.side && event.to.length > 0) expect(event.sides).toEqual([meant.side]);
        });
        if (open) return;
        const meant = made.events.map(({ number, at, from, to, title, text }) => ({
          number,
          at,
          from,
          to: to === 'everyone' ? to : to.toSorted(),
          title,
          text,
        }));
        const waits = new Set(made.mayWait ? got.flatMap((event, i) => (event.to.length === 0 ? [i] : [])) : []);
        expect(rows.waiting).toHaveLength(waits.size);
        expect(got.map(({ sides: _, ...event }) => event)).toEqual(meant.map((event, i) => (waits.has(i) ? { ...event, to: [] } : event)));
      }),
      { numRuns, seed },
    );
    console.log(
      `MSEL layouts: ${count.sheets} sheets, ${count.rows} rows, ${count.asked} of ${count.plain} plain ones asked; seed ${seed}`,
    );
    expect(count.rows).toBeGreaterThan(numRuns);
    if (count.plain >= ENOUGH_FOR_A_SHARE) expect(count.asked).toBeLessThanOrEqual(count.plain * 0.1);
  });
});
