/** A row that is drawn, or those between two that are not. */
export interface Piece<Row> {
  readonly at: number;
  readonly row?: Row;
  readonly gap: readonly Row[];
}

/** The rows from `from` until before `to` and the one that is held, with what lies between them. */
export function piecesOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  from: number,
  to: number,
  held: string | undefined,
): readonly Piece<Row>[] {
  const pieces: Piece<Row>[] = [];
  let gap = 0;
  const close = (end: number) => {
    if (end > gap) pieces.push({ at: gap, gap: rows.slice(gap, end) });
  };
  rows.forEach((row, at) => {
    if ((at < from || at >= to) && row.id !== held) return;
    close(at);
    pieces.push({ at, row, gap: [] });
    gap = at + 1;
  });
  close(rows.length);
  return pieces;
}
