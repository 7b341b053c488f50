import { type Reason, RULES, rosterOfWorld, why } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { Bench, MINUTE, sayIn } from './fixture.ts';
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

describe('why a seat can or cannot see an item', () => {
  it('has words in both languages for every reason that the engine gives', () => {
    const bench = new Bench();
    bench.as('seat:us-nsa', { type: 'RequestItem', to: 'party:rok', text: 'How high?', due: 9 * MINUTE }, 3);
    bench.as('control', { type: 'ReleaseItem', item: bench.item('gauge'), to: ['seat:rok-desk'] }, 4);
    const world = bench.world('control');
    const roster = rosterOfWorld(world)!;
    const reasons: Reason[] = ['seat:us-nsa', 'seat:rok-nsa', 'seat:c-min'].flatMap(
      (seat) => why(world, roster, 5 * MINUTE, bench.item('gauge'), seat) ?? [],
    );
    expect(new Set(reasons.map((r) => r.rule))).toEqual(new Set(['given', ...RULES]));
    for (const r of reasons)
      for (const language of ['en', 'ko'] as const) expect(sayIn(language)(`why.reason.${r.rule}.${r.because}`)).not.toBe('');
  });
});
