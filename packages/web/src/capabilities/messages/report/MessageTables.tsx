import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { SaidInAll } from '../../../kit/report/SaidInAll.tsx';
import { Names, NONE, Table } from '../../../kit/report/Table.tsx';
import { useWording } from '../../../kit/review/useWording.ts';
import { reportAsked, statementsOf } from './statements.ts';

const EXCERPT = 320;

/** Messages, and after how long the questions among them were answered. */
export function AskedTable({ report }: { readonly report: Report }) {
  const { time } = useWording();
  const review = useWords('review');
  return (
    <Table heads={['event', 'sent', 'from', 'purpose', 'message', 'to', 'answered']}>
      {reportAsked(report).map((line) => (
        <tr key={line.key}>
          <td>
            <Cited numbers={line.numbers} bare most={3} />
          </td>
          <td>{time(line.at)}</td>
          <td>
            <AddressName address={line.from} />
          </td>
          <td>
            <Chip>{review(`purpose.${line.purpose}`)}</Chip>
          </td>
          <th scope="row">
            {line.subject && (
              <b className="rp-title">
                <SaidInAll text={line.subject} />
              </b>
            )}
            <span className={line.subject ? 'small dim rp-excerpt' : 'rp-excerpt'}>
              <SaidInAll text={line.text} most={EXCERPT} />
            </span>
          </th>
          <td>
            <Names of={line.to} />
          </td>
          <td>
            <Answered line={line} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Answered({ line }: { readonly line: ReturnType<typeof reportAsked>[number] }) {
  const review = useWords('review');
  const { span } = useWording();
  if (!line.answer) return line.question ? <span className="late">{review('cell.unanswered')}</span> : NONE;
  return (
    <span className="rp-times">
      <span>{review('cell.after', { span: span(line.after ?? 0) })}</span>
      <AddressName address={line.answer.from} />
    </span>
  );
}

/** What was said in public, in full and in order: news of the scenario and statements of the seats. */
export function StatementList({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const { time } = useWording();
  return (
    <Table heads={['event', 'said', 'speaker', 'statement']}>
      {statementsOf(report).map((s) => (
        <tr key={s.key}>
          <td>
            <Cited numbers={s.numbers} bare />
          </td>
          <td>{time(s.at)}</td>
          <td>
            <AddressName address={s.from} withParty />
            <span className="small dim rp-excerpt">{t(s.bySeat ? 'statement' : 'news')}</span>
          </td>
          <th scope="row">
            {s.title && (
              <b className="rp-title">
                <SaidInAll text={s.title} />
              </b>
            )}
            <span className="rp-whole">
              <SaidInAll text={s.text} />
            </span>
          </th>
        </tr>
      ))}
    </Table>
  );
}
