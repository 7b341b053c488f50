import { useText } from '../../../i18n/text.ts';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { NONE, Table } from '../../../kit/report/Table.tsx';
import { useWording } from '../../../kit/review/useWording.ts';

/** The moves that began, and what was said at the start of each. */
export function MovesTable({ report }: { readonly report: Report }) {
  const text = useText();
  const { time } = useWording();
  return (
    <Table heads={['event', 'move', 'began', 'until', 'brief']}>
      {report.world.moves.began.map((move) => (
        <tr key={move.src}>
          <td>
            <Cited numbers={report.numbersOf([move.src])} bare />
          </td>
          <th scope="row">
            <b>
              {move.number}. {text(move.name)}
            </b>
          </th>
          <td>{time(move.at)}</td>
          <td>{time(move.until)}</td>
          <td>{text(move.brief) || NONE}</td>
        </tr>
      ))}
    </Table>
  );
}
