import { expect, it } from 'vitest';
import { Bench } from './fixture.ts';
import { presenceView, reach } from './presenceView.ts';

it('says of the seats of a party that control plays that it plays them, and counts them nowhere', () => {
  const bench = new Bench();
  const names = bench.names();
  const view = presenceView(bench.world('control'), names, [{ seat: 'seat:rok-nsa', here: 'present' }], ['rok', 'us', 'c']);
  const seats = view.flatMap((p) => p.cells.flatMap((c) => c.seats));
  expect(seats.map((s) => s.here).toSorted()).toEqual(['empty', 'empty', 'played', 'present']);
  expect(reach(['everyone'], names, view)).toMatchObject({ empty: 2, count: 3 });
});
