import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import { MarkIcon } from '../../../kit/review/MarkShape.tsx';
import { NONE, Opener, Table, Time, useChosen } from '../../../kit/review/tables.tsx';
import { BY_RECORD, type ExpectedLine } from './expectedLines.ts';

/** Table of expected actions. */
export function ExpectedTable({ lines }: { readonly lines: readonly ExpectedLine[] }) {
  const chosen = useChosen();
  const text = useText();
  const t = useWords('review');
  const kit = useWords('kit');
  return (
    <Table heads={['number', 'text', 'by', 'opened', 'deadline', 'result', 'done', 'how', 'judge']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td className="dim rv-nowrap">{line.number}</td>
          <th scope="row">
            <Opener id={line.key}>
              <MarkIcon mark={{ kind: 'expected', form: 'expected', status: line.status }} />
              <span>{text(line.text)}</span>
            </Opener>
          </th>
          <td>
            <AddressName address={line.by} />
          </td>
          <td>
            <Time at={line.opened} />
          </td>
          <td>
            <Time at={line.deadline} />
          </td>
          <td>
            <StatusChip state={line.status} />
          </td>
          <td>
            <Time at={line.done} />
          </td>
          <td className="rv-nowrap">{line.lateBy === undefined ? NONE : <span className="soon">{lengthWords(kit, line.lateBy)}</span>}</td>
          <td>
            {line.judge === undefined ? NONE : BY_RECORD.has(line.judge) ? t(`cell.${line.judge}`) : <AddressName address={line.judge} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}
