import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import { Names, NONE, Opener, Short, Table, Time, useChosen } from '../../../kit/review/tables.tsx';
import { NotYet } from '../../../kit/Said.tsx';
import type { AskedLine } from './askedLines.ts';

/** Table of messages: who asked whom what, and after how long it was answered. */
export function AskedTable({ lines }: { readonly lines: readonly AskedLine[] }) {
  const chosen = useChosen();
  const text = useText();
  const t = useWords('review');
  return (
    <Table heads={['asked', 'from', 'purpose', 'message', 'to', 'acknowledged', 'answer']}>
      {lines.map((line) => (
        <tr key={line.key} className={line.key === chosen ? 'chosen' : ''}>
          <td>
            <Time at={line.at} />
          </td>
          <td>
            <AddressName address={line.from} />
          </td>
          <td>
            <Chip>{t(`purpose.${line.purpose}`)}</Chip>
          </td>
          <th scope="row">
            <Opener id={line.key}>
              <Short text={text(line.subject ?? line.text)} most={110} />
            </Opener>{' '}
            <NotYet of={[line.subject, line.text]} />
          </th>
          <td>
            <Names of={line.to} />
          </td>
          <td>{line.acknowledged === 0 ? NONE : line.acknowledged}</td>
          <td>
            <AnswerCell line={line} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function AnswerCell({ line }: { readonly line: AskedLine }) {
  const t = useWords('review');
  const kit = useWords('kit');
  if (!line.answer) return line.question ? <span className="late">{t('cell.unanswered')}</span> : NONE;
  return (
    <>
      <span className="rv-nowrap">{t('cell.after', { span: lengthWords(kit, line.after ?? 0) })}</span>
      <span className="small rv-under">
        <AddressName address={line.answer.from} />
      </span>
    </>
  );
}
