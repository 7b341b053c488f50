import { useWords } from '../../../i18n/words.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Opener, Saved, Scrolling, useChosen } from '../../../kit/review/tables.tsx';
import { Dues, Heads, PartyCells, Source, Title } from './KnownCells.tsx';
import { Says } from './KnownSays.tsx';
import type { KnownLine } from './known.ts';

/** The matrix as a table in words: the same rows, for whoever does not read pictures. */
export function KnownTable({ lines }: { readonly lines: readonly KnownLine[] }) {
  const { wording, edition } = useReview();
  const t = useWords('review');
  const chosen = useChosen();
  const dues = lines.some((l) => l.known.due.length > 0);
  return (
    <Scrolling label={t('tabs.knew')}>
      <Saved>
        <table className="rv-table rv-k-table">
          <thead>
            <tr>
              <th scope="col">{t('knew.head')}</th>
              <Heads dues={dues} />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
                <th scope="row" style={{ paddingLeft: 16 + Math.min(line.depth, 3) * 16 }}>
                  <Opener id={line.key}>
                    <span>
                      <Title line={line} />
                    </span>
                  </Opener>
                  <Source line={line} wording={wording} />
                  <Says says={line.says} whole={edition === 'control'} />
                </th>
                <PartyCells line={line} wording={wording} />
                {dues && (
                  <td>
                    <Dues line={line} wording={wording} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Saved>
    </Scrolling>
  );
}
