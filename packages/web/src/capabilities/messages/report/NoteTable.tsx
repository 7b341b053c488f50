import { AddressName } from '../../../kit/Names.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import { type Numbered, numbered, type Report } from '../../../kit/report/model.ts';
import { NONE, Table } from '../../../kit/report/Table.tsx';
import { titleOfThing } from '../../../kit/review/eventWords.ts';
import { useWording } from '../../../kit/review/useWording.ts';
import { isObservation, type NoteLine, noteLines } from '../review/noteLines.ts';

/** What evaluators and controllers noted, as far as the edition holds it. Players' notes are their own. */
export function observationsOf(report: Report): Numbered<NoteLine>[] {
  return noteLines(report.world)
    .filter(isObservation)
    .map((line) => numbered(report, line));
}

export function NoteTable({ report }: { readonly report: Report }) {
  const wording = useWording();
  return (
    <Table heads={['event', 'said', 'observer', 'observation', 'about']}>
      {observationsOf(report).map((line) => (
        <tr key={line.key}>
          <td>
            <Cited numbers={line.numbers} bare />
          </td>
          <td>{wording.time(line.at)}</td>
          <td>
            <AddressName address={line.seat} withParty />
          </td>
          <th scope="row">
            <span className="rp-whole">{line.text}</span>
          </th>
          <td>{wording.pick(titleOfThing(line.about, report.world, wording)) || NONE}</td>
        </tr>
      ))}
    </Table>
  );
}
