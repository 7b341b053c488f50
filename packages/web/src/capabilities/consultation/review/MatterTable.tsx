import { useReview } from '../../../kit/review/reviewContext.ts';
import { Opener, Time, useChosen } from '../../../kit/review/tables.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { kindOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { CourseRow } from './course.ts';
import { counts, Outcome } from './MatterCells.tsx';
import { useLaneWords } from './useLaneWords.ts';

const HEADS = ['asked', 'matter', 'forum', 'procedure', 'of', 'answered', 'late', 'outcome', 'said'] as const;

/** Matters as a table: the same as the chart, for those who rather read, sort by eye or listen. */
export function MatterTable({ rows }: { readonly rows: readonly CourseRow[] }) {
  const { t, forum, version } = useMatterWords();
  const chosen = useChosen();
  const { world } = useReview();
  const say = useLaneWords(world);
  return (
    <table className="rv-table rv-c-list">
      <thead>
        <tr>
          {HEADS.map((h) => (
            <th key={h} scope="col">
              {t(`cols.${h}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { asked, answered, late } = counts(row);
          return (
            <tr key={row.key} className={row.key === chosen ? 'chosen' : ''}>
              <td data-col="asked">
                <Time at={row.matter.at} />
              </td>
              <th scope="row">
                <Opener id={row.key}>
                  <span>
                    <Said text={row.matter.card.title} />
                    {version(row.version)}
                  </span>
                </Opener>{' '}
                <NotYet of={[row.matter.card.title]} />
              </th>
              <td data-col="forum">{forum(row.forum.card)}</td>
              <td data-col="procedure">{t(`kind.${kindOf(row.matter)}`)}</td>
              <td data-col="count">{asked}</td>
              <td data-col="answered">
                <span className="rv-c-count">{answered}</span>
                {row.lanes.map((lane) => (
                  <span key={lane.party} className={say(row, lane).late ? 'small rv-under late' : 'small rv-under'}>
                    {say(row, lane).text}
                  </span>
                ))}
              </td>
              <td data-col="count" className={late > 0 ? 'late' : ''}>
                {late}
              </td>
              <td data-col="outcome">
                <Outcome row={row} took />
              </td>
              <td data-col="count">{row.said}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
