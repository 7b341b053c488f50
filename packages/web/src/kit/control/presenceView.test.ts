import { expect, it } from 'vitest';
import { Bench } from './fixture.ts';
import { presenceView, seatedCount } from './presenceView.ts';

it('counts the seats that people play, as the lobby does: a party that control plays sits nowhere', () => {
  const bench = new Bench();
  const names = bench.names();
  const view = presenceView(bench.world('control'), names, [{ seat: 'seat:rok-nsa', here: 'present' }], ['rok', 'us', 'c']);
  expect(view.flatMap((p) => p.cells.flatMap((c) => c.seats))).toHaveLength(4);
  expect(seatedCount(view, names)).toEqual({ seated: 1, of: 3 });
});
