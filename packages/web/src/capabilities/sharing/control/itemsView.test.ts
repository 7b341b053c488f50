import { describe, expect, it } from 'vitest';
import { Bench, MINUTE } from '../../../kit/control/fixture.ts';
import { itemRows, itemsToCome } from './itemsView.ts';

const cells = (bench: Bench, viewer: string, title: string) =>
  Object.fromEntries(
    itemRows(bench.world(viewer))
      .find((r) => JSON.stringify(r.known.card.title).includes(title))
      ?.cells.map((c) => [c.party, c]) ?? [],
  );

describe('what each party knows now', () => {
  it('says who holds an item since when, and who lacks what it needs', () => {
    const own = cells(new Bench(), 'control', 'Gauge');
    expect(own.rok).toMatchObject({ marks: [{ kind: 'held', at: 0 }], lacks: undefined });
    expect(own.us).toMatchObject({ marks: [], lacks: 0 });
  });

  it('warns where an item went that should have been kept', () => {
    const bench = new Bench();
    bench.as('control', { type: 'ReleaseItem', item: bench.item('gauge'), to: ['party:c'] }, 6);
    expect(cells(bench, 'control', 'Gauge').c).toMatchObject({ marks: [{ kind: 'released', at: 6 * MINUTE }], overshared: true });
  });

  it('says of what was recalled and released anew only how it stands now', () => {
    const bench = new Bench();
    const item = bench.item('gauge');
    bench.as('control', { type: 'ReleaseItem', item, to: ['party:us'] }, 6);
    bench.as('control', { type: 'RecallItem', item, from: ['party:us'] }, 8);
    expect(cells(bench, 'control', 'Gauge').us?.marks.map((m) => m.kind)).toEqual(['released', 'recalled']);
    expect(cells(bench, 'control', 'Gauge').us?.lacks).toBe(8 * MINUTE);
    bench.as('control', { type: 'ReleaseItem', item, to: ['party:us'] }, 9);
    expect(cells(bench, 'control', 'Gauge').us).toMatchObject({ marks: [{ kind: 'released', at: 9 * MINUTE }], lacks: undefined });
  });

  it('tells lead control alone which items are to come', () => {
    expect(itemsToCome(new Bench().world('control'))).toHaveLength(1);
    expect(itemsToCome(new Bench().world('control:rok'))).toEqual([]);
  });

  it('shows a party’s controllers what their side holds', () =>
    expect(itemRows(new Bench().world('control:us')).map((r) => r.known.card.title)).toEqual([]));
});
