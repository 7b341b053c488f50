import { expect, it } from 'vitest';
import { type Piece, paged } from './paging.ts';

/** Pieces below each other, of these heights. */
function stacked(...heights: readonly (number | (Omit<Piece, 'top' | 'bottom'> & { readonly height: number }))[]): Piece[] {
  let top = 0;
  return heights.map((given) => {
    const { height, ...more } = typeof given === 'number' ? { height: given } : given;
    const piece = { top, bottom: top + height, ...more };
    top += height;
    return piece;
  });
}

it('begins a page where the next piece would not surely fit, and tells on which page a part begins', () => {
  const pieces = stacked({ height: 300, part: 'a' }, 300, 300, { height: 300, part: 'b' }, 300);
  expect(paged(pieces, 1000)).toEqual({ pages: { a: 1, b: 2 }, breaks: [3] });
  // 960 of 1,000 px might not fit on paper.
  expect(paged(stacked(600, { height: 360, part: 'b' }), 1000)).toEqual({ pages: { b: 2 }, breaks: [1] });
});

it('begins a page with what is fresh, and says so of nothing that begins one anyhow', () => {
  expect(paged(stacked(100, { height: 100, fresh: true, part: 'b' }), 1000)).toEqual({ pages: { b: 2 }, breaks: [] });
});

it('leaves room for the heads that repeat above a table that goes on', () => {
  const row = { height: 300, heads: 200 };
  expect(paged(stacked(300, 300, 300, row, row, row), 1000)).toEqual({ pages: {}, breaks: [3, 5] });
});

it('gives a piece that is higher than a page as many as it takes, and begins a new one after it', () => {
  const pieces = stacked(100, { height: 2500, part: 'a' }, { height: 100, part: 'b' });
  expect(paged(pieces, 1000)).toEqual({ pages: { a: 2, b: 5 }, breaks: [1, 2] });
});

it('tells no page after a piece that might just take one more: a wrong number is worse than none', () => {
  expect(paged(stacked({ height: 1980, part: 'a' }, { height: 100, part: 'b' }), 1000).pages).toEqual({});
});
