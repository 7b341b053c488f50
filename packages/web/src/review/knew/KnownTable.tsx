import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { useReview } from '../reviewContext.ts';
import { Opener, Scrolling, useChosen } from '../tables.tsx';
import { Dues, PartyCells, Source, Title } from './KnownCells.tsx';
import { Says } from './KnownSays.tsx';
import type { KnownLine } from './known.ts';

/** The matrix as a table in words: the same rows, for whoever does not read pictures. */
export function KnownTable({ lines }: { readonly lines: readonly KnownLine[] }) {
  const { wording, edition } = useReview();
  const t = useWords('review');
  const { parties } = useDirectory();
  const text = useText();
  const chosen = useChosen();
  const dues = lines.some((l) => l.known.due.length > 0);
  return (
    <Scrolling label={t('tabs.knew')}>
      <table className="rv-table rv-k-table">
        <thead>
          <tr>
            <th scope="col">{t('knew.head')}</th>
            {parties.map((p) => (
              <th key={p.id} scope="col">
                {text(p.name)}
              </th>
            ))}
            {dues && <th scope="col">{t('cols.due')}</th>}
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
                <Source line={line} />
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
    </Scrolling>
  );
}
