import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { useDirectory } from '../kit/Directory.tsx';
import { LabelChip } from '../kit/Labels.tsx';
import { AddressName } from '../kit/Names.tsx';
import { MadeOf, Says } from './KnownSays.tsx';
import { type KnownLine, lacks } from './known.ts';
import { dueWords, laneWords } from './knownWords.ts';
import { useReview } from './reviewContext.ts';
import { NONE, Opener, Scrolling } from './tables.tsx';

/** The matrix as a table in words: the same rows, for whoever does not read pictures. */
export function KnownTable({ lines }: { readonly lines: readonly KnownLine[] }) {
  const t = useWords('review');
  const { parties } = useDirectory();
  const text = useText();
  return (
    <Scrolling label={t('tabs.knew')}>
      <table className="rv-table rv-k-table">
        <thead>
          <tr>
            <th scope="col">{t('cols.item')}</th>
            <th scope="col">{t('cols.originator')}</th>
            {parties.map((p) => (
              <th key={p.id} scope="col">
                {text(p.name)}
              </th>
            ))}
            {lines.some((l) => l.known.due.length > 0) && <th scope="col">{t('cols.due')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.key} line={line} dues={lines.some((l) => l.known.due.length > 0)} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function Row({ line, dues }: { readonly line: KnownLine; readonly dues: boolean }) {
  const { opened, wording, edition } = useReview();
  const text = useText();
  const chosen = opened !== undefined && 'key' in opened && opened.key === line.key;
  return (
    <tr className={chosen ? 'chosen' : ''}>
      <th scope="row" style={{ paddingLeft: 16 + Math.min(line.depth, 3) * 16 }}>
        <Opener id={line.key}>
          <span>{text(line.title)}</span>
        </Opener>
        <MadeOf line={line} />
        <span className="rv-k-under">
          <LabelChip label={line.label} />
          <Says says={line.says} whole={edition === 'control'} />
        </span>
      </th>
      <td>
        <AddressName address={line.originator} />
      </td>
      {line.known.parties.map((k) => (
        <td key={k.party} className={k.overshared || lacks(k) ? 'late' : ''}>
          {k.marks.length === 0 && !k.withheld && !k.originator ? NONE : laneWords(k, wording, false)}
        </td>
      ))}
      {dues && (
        <td>
          {line.known.due.map((d) => (
            <span key={`${d.expected} ${d.at}`} className={d.held ? 'rv-under' : 'rv-under late'}>
              {dueWords(d, wording)}
            </span>
          ))}
        </td>
      )}
    </tr>
  );
}
