import { eventSentence } from '../../kit/review/eventWords.ts';
import type { Report } from './model.ts';
import { happened } from './numbers.ts';
import { Table } from './Table.tsx';
import { useWording } from './wording.ts';

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
