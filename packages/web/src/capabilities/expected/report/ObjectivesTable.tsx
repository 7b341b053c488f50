import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { NONE, Table } from '../../../kit/report/Table.tsx';
import { useWording } from '../../../kit/review/useWording.ts';
import { type ObjectiveLine, objectivesOf } from './objectives.ts';

/** Objectives × evidence. Ratings are for people to give; this shows on what they can rest, and where there is nothing. */
export function ObjectivesTable({ report }: { readonly report: Report }) {
  const lines = objectivesOf(report);
  return (
    <Table heads={['objective', 'target', 'expectedOf', 'injectsOf', 'evidence']} className="rp-objectives">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and objectives have no ids here
        <Line key={i} line={line} bare={line.task === undefined && lines[i + 1]?.task !== undefined} />
      ))}
    </Table>
  );
}

/** `bare`: an objective whose tasks follow; evidence may stand with them. */
function Line({ line, bare }: { readonly line: ObjectiveLine; readonly bare: boolean }) {
  const t = useWords('report');
  const text = useText();
  const { span } = useWording();
  const nothing = line.numbers.length === 0 && line.injects.length === 0 && !bare;
  return (
    <tr className={line.task === undefined ? 'rp-objective' : ''}>
      <th scope="row">{line.task === undefined ? <b>{text(line.objective)}</b> : <span className="rp-task">{text(line.task)}</span>}</th>
      <td>{line.target === undefined ? NONE : t('within', { span: span(line.target) })}</td>
      <td>
        {line.expected.length === 0 && NONE}
        <span className="rp-results">
          {line.expected.map((e) => (
            <span key={e.key} className="row">
              {e.number}
              <StatusChip state={e.status} {...(e.lateBy === undefined ? {} : { detail: `+${span(e.lateBy)}` })} />
            </span>
          ))}
        </span>
      </td>
      <td>{line.injects.join(', ') || NONE}</td>
      <td>{nothing ? <span className="late">{t('noEvidence')}</span> : <Cited numbers={line.numbers} bare most={6} />}</td>
    </tr>
  );
}
