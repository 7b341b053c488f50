import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { AddressName } from '../../../kit/Names.tsx';
import type { MatrixRow } from '../../../kit/plan/rows.ts';
import { stateWords } from '../../../kit/plan/stateWords.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { NONE, Opener } from '../../../kit/review/tables.tsx';
import { Said } from '../../../kit/Said.tsx';

const HEADS = ['step', 'lead', 'planned', 'done', 'latest', 'state', 'lost'] as const;

/** The steps of a plan as a list: planned against done. */
export function PlanList({ rows, lost }: { readonly rows: readonly MatrixRow[]; readonly lost: ReadonlyMap<string, ReactNode> }) {
  const t = useWords('review');
  const words = usePlanWords();
  const { time } = words;
  const numberOf = (id: string): string => String(rows.find((r) => r.id === id)?.number ?? '');
  return (
    <table className="rv-table">
      <thead>
        <tr>
          {HEADS.map((h) => (
            <th key={h} scope="col">
              {t(`planned.cols.${h}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const state = stateWords(row, undefined, words, numberOf);
          const title = (
            <>
              {row.number} <Said text={row.text} />
            </>
          );
          return (
            <tr key={row.id}>
              <th scope="row">{row.task ? <Opener id={`step:${row.task}`}>{title}</Opener> : title}</th>
              <td>{row.lead ? <AddressName address={row.lead} /> : NONE}</td>
              <td>{row.planned ? `${time(row.planned.start)}–${time(row.planned.end)}` : NONE}</td>
              <td>{row.done ? `${time(row.done.start)}–${row.state === 'done' ? time(row.done.end) : ''}` : NONE}</td>
              <td>{row.latest === undefined ? NONE : time(row.latest)}</td>
              <td className={state.tone}>
                {state.says}
                {state.more && `, ${state.more}`}
              </td>
              <td>{lost.get(row.id) ?? NONE}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
