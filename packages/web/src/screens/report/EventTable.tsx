import type { Report } from '../../kit/report/model.ts';
import { happened } from '../../kit/report/numbers.ts';
import { Table } from '../../kit/report/Table.tsx';
import { eventSentence } from '../../kit/review/eventWords.ts';
import { useWording } from '../../kit/review/useWording.ts';

/** What the numbers refer to: the edition's events one by one. */
export function EventTable({ report }: { readonly report: Report }) {
  const wording = useWording();
  return (
    <Table heads={['event', 'time', 'what']}>
      {report.events.filter(happened).map((e) => (
        <tr key={e.id}>
          <td>{e.no}</td>
          <td>{wording.time(e.at)}</td>
          <td>{eventSentence(e, report.world, wording)}</td>
        </tr>
      ))}
    </Table>
  );
}
