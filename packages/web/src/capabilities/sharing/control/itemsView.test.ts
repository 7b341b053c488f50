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

  it('tells lead control alone which items are to come', () => {
    expect(itemsToCome(new Bench().world('control'))).toHaveLength(1);
    expect(itemsToCome(new Bench().world('control:rok'))).toEqual([]);
  });

  it('shows a party’s controllers what their side holds', () =>
    expect(itemRows(new Bench().world('control:us')).map((r) => r.known.card.title)).toEqual([]));
});
