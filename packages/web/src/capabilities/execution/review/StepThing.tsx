import { leadOf } from '@entente/engine/execution';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { rowsOfPlan } from '../../../kit/plan/rows.ts';
import { stateWords } from '../../../kit/plan/stateWords.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Said } from '../../../kit/Said.tsx';

/** One step as it went: who led it, its times, and how it stands at the end. */
export function StepThing({ id }: { readonly id: string }) {
  const { whole, end } = useReview();
  const t = useWords('review');
  const words = usePlanWords();
  const { time } = words;
  const task = whole.execution.tasks.get(id);
  if (!task) return null;
  const rows = rowsOfPlan(whole, task.plan, end);
  const row = rows.find((r) => r.task === id);
  if (!row) return null;
  const state = stateWords(row, undefined, words, (step) => String(rows.find((r) => r.id === step)?.number ?? ''));
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['planned', row.planned && `${time(row.planned.start)}–${time(row.planned.end)}`],
    ['done', row.done && `${time(row.done.start)}–${row.state === 'done' ? time(row.done.end) : ''}`],
    ['latest', row.latest === undefined ? undefined : time(row.latest)],
  ];
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <Chip tone={state.tone === '' ? 'plain' : state.tone}>{state.says}</Chip>
        {state.more && <Chip>{state.more}</Chip>}
      </div>
      <h3 className="read strong">
        {row.number} <Said text={row.text} />
      </h3>
      <div className="row wrap small">
        <AddressName address={leadOf(task)} withParty /> {task.terms.support.length > 0 && <PartyMarks parties={task.terms.support} />}
      </div>
      <dl className="px-times small">
        {lines.map(
          ([key, value]) =>
            value !== undefined && (
              <div key={key}>
                <dt className="dim">{t(`planned.cols.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}
