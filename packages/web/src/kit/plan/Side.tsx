import { type ReactNode, useMemo } from 'react';
import { AddressMark } from '../Names.tsx';
import { Gap } from './Gap.tsx';
import { piecesOf } from './pieces.ts';
import type { MatrixRow } from './rows.ts';
import type { InSight } from './useInSight.ts';

interface SideProps {
  readonly party: string;
  /** Its place among the parties: its colour. */
  readonly number: number | undefined;
  readonly rows: readonly MatrixRow[];
  /** The place of its first row among all. */
  readonly begins: number;
  readonly inSight: InSight;
  /** Columns after the picture. */
  readonly after: number;
  /** What is drawn over all rows; the first holds it. */
  readonly over: ReactNode;
  readonly row: (of: MatrixRow, place: number, party: ReactNode, over: ReactNode) => ReactNode;
}

/** The steps that one side leads: those in sight as rows, the others as gaps of their height. */
export function Side({ party, number, rows, begins, inSight, after, over, row }: SideProps) {
  const { from, to, held } = inSight;
  const pieces = useMemo(() => piecesOf(rows, Math.max(0, from - begins), Math.max(0, to - begins), held), [rows, from, to, begins, held]);
  const span = pieces.length;
  const head = useMemo(
    () => (
      <th scope="rowgroup" rowSpan={span} className="mx-party">
        <span className="mx-party-mark">{party !== '' && <AddressMark address={`party:${party}`} named />}</span>
      </th>
    ),
    [party, span],
  );
  return (
    <tbody data-party={number}>
      {pieces.map(({ row: of, gap, at }, i) => {
        const [first, above] = i === 0 ? [head, over] : [undefined, undefined];
        if (of) return row(of, begins + at, first, above);
        return (
          <Gap key={`gap ${at}`} rows={gap} party={first} after={after}>
            {above}
          </Gap>
        );
      })}
    </tbody>
  );
}
