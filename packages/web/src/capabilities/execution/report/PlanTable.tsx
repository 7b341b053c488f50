import '../../../kit/plan/plan.css';
import { lostAt, type RunningPlan } from '@entente/engine/execution';
import { useWords } from '../../../i18n/words.ts';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { Legend } from '../../../kit/plan/Legend.tsx';
import { Matrix } from '../../../kit/plan/Matrix.tsx';
import { rowsOfPlan } from '../../../kit/plan/rows.ts';
import { stateWords } from '../../../kit/plan/stateWords.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { SaidInAll } from '../../../kit/report/SaidInAll.tsx';
import { NONE } from '../../../kit/report/Table.tsx';
import { evidenceOfStep } from '../review/evidence.ts';

const HEADS = ['event', 'step', 'lead', 'planned', 'done', 'latest', 'state', 'lost'] as const;

/** Plans against what happened: the picture, and the same step by step. */
export function PlanTable({ report }: { readonly report: Report }) {
  return [...report.world.execution.plans.values()].map((plan) => <OnePlan key={plan.id} report={report} plan={plan} />);
}

function OnePlan({ report, plan }: { readonly report: Report; readonly plan: RunningPlan }) {
  const t = useWords('review');
  const words = usePlanWords();
  const { time, span } = words;
  const { world, until } = report;
  const rows = rowsOfPlan(world, plan.id, until);
  const lost = new Map(lostAt(world, plan.id, until).map((l) => [l.step, l]));
  const numberOf = (id: string): string => String(rows.find((r) => r.id === id)?.number ?? '');
  return (
    <>
      <figure className="rp-picture px-plan">
        <Matrix rows={rows} />
        <Legend own={rows.some((r) => r.own)} />
      </figure>
      <table className="rp-table rp-plan">
        <caption>
          <SaidInAll text={world.consultation.texts.get(plan.of)?.card.title ?? ''} />
        </caption>
        <thead>
          <tr>
            {HEADS.map((h) => (
              <th key={h} scope="col" data-col={h}>
                {t(`planned.cols.${h}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const state = stateWords(row, undefined, words, numberOf);
            const waited = lost.get(row.id);
            return (
              <tr key={row.id}>
                <td>{row.task && <Cited numbers={report.numbersOf(evidenceOfStep(world, row.task))} bare most={3} />}</td>
                <th scope="row">
                  {row.number} <SaidInAll text={row.text} />
                </th>
                <td>{row.lead ? <AddressName address={row.lead} /> : NONE}</td>
                <td>{row.planned ? `${time(row.planned.start)}–${time(row.planned.end)}` : NONE}</td>
                <td>{row.done ? `${time(row.done.start)}–${row.state === 'done' ? time(row.done.end) : ''}` : NONE}</td>
                <td>{row.latest === undefined ? NONE : time(row.latest)}</td>
                <td>
                  {state.says}
                  {state.more && `, ${state.more}`}
                </td>
                <td>
                  {waited ? (
                    <>
                      <AddressMark address={`party:${waited.party}`} named /> {span(waited.ms)}
                    </>
                  ) : (
                    NONE
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
