import { memo, type ReactNode } from 'react';
import { Said } from '../Said.tsx';
import { HEIGHTS } from './layout.ts';
import type { MatrixRow } from './rows.ts';

interface GapProps {
  readonly rows: readonly MatrixRow[];
  /** What the party’s cell is, if the gap is the first of its side. */
  readonly party: ReactNode;
  readonly after: number;
  /** What is drawn over all rows. */
  readonly children?: ReactNode;
}

/** Steps that are out of sight: the room that they take, and their words for the browser’s own search, which comes to them by these. */
export const Gap = memo(function Gap({ rows, party, after, children }: GapProps) {
  return (
    <tr className="mx-gap" style={{ height: rows.length * HEIGHTS.row }}>
      {party}
      <td>
        {chunksOf(rows).map((some, i, { length }) => (
          <div key={some[0]?.id} ref={toBeFound} style={{ height: some.length * HEIGHTS.row - (i === length - 1 ? BORDERS : 0) }}>
            {some.map((row) => (
              <p key={row.id} className="cut" style={{ height: HEIGHTS.row }}>
                {row.number} <Said text={row.text} />
              </p>
            ))}
          </div>
        ))}
      </td>
      <td />
      <td className="mx-chart">{children}</td>
      <td colSpan={after} />
    </tr>
  );
});

/** So many are hidden together: a search finds them all the same, and each that is hidden alone would cost as much. */
const TOGETHER = 10;
const chunksOf = (rows: readonly MatrixRow[]): (readonly MatrixRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) => rows.slice(i * TOGETHER, (i + 1) * TOGETHER));

/** Of its cells, px: with them it has its rows’ height and no more. */
const BORDERS = 2;

/** React knows no such value yet. Where a browser does not either, it hides them and finds what is in sight. */
const toBeFound = (words: HTMLElement | null): void => words?.setAttribute('hidden', 'until-found');
