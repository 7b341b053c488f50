import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { NONE, Table } from '../../../kit/report/Table.tsx';
import { useWording } from '../../../kit/review/useWording.ts';
import { BY_RECORD } from '../review/expectedLines.ts';
import { reportExpected } from './objectives.ts';

/** Expected actions with their results; only editions of control and evaluators hold them. */
export function ExpectedTable({ report }: { readonly report: Report }) {
  const text = useText();
  const t = useWords('report');
  const { time, span } = useWording();
  const at = (ms: number | undefined): string => (ms === undefined ? NONE : time(ms));
  return (
    <Table heads={['event', 'number', 'expected', 'by', 'opened', 'deadline', 'result', 'done', 'late', 'judge']}>
      {reportExpected(report).map((line) => (
        <tr key={line.key}>
          <td>
            <Cited numbers={line.numbers} bare most={4} />
          </td>
          <td>{line.number}</td>
          <th scope="row">{text(line.text)}</th>
          <td>
            <AddressName address={line.by} />
          </td>
          <td>{at(line.opened)}</td>
          <td>{at(line.deadline)}</td>
          <td>
            <StatusChip state={line.status} />
          </td>
          <td>{at(line.done)}</td>
          <td>{line.lateBy === undefined ? NONE : span(line.lateBy)}</td>
          <td>
            {line.judge === undefined ? NONE : BY_RECORD.has(line.judge) ? t(`by.${line.judge}`) : <AddressName address={line.judge} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}
