import { useWords } from '../../../i18n/words.ts';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Numbered, Report } from '../../../kit/report/model.ts';
import { SaidInAll } from '../../../kit/report/SaidInAll.tsx';
import { Table } from '../../../kit/report/Table.tsx';
import { useWording } from '../../../kit/review/useWording.ts';
import { Dues, Heads, PartyCells, Source, Title } from '../review/KnownCells.tsx';
import type { KnownLine } from '../review/known.ts';
import { About, Between, Decided, ForWhom, SaidWithIt } from '../review/RequestCells.tsx';
import { reportKnown, reportRequests } from './lines.ts';

const EXCERPT = 320;

/** Items of information, and since when each party held them. Another side’s column is as far as this edition was told. */
export function KnownTable({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const known = reportKnown(report);
  const dues = known.some((l) => l.known.due.length > 0);
  return (
    <table className="rp-table rp-known">
      <thead>
        <tr>
          <th scope="col" data-col="event">
            {t('cols.event')}
          </th>
          <th scope="col">{t('cols.item')}</th>
          <Heads dues={dues} />
        </tr>
      </thead>
      <tbody>
        {known.map((line) => (
          <KnownRow key={line.key} line={line} dues={dues} />
        ))}
      </tbody>
    </table>
  );
}

function KnownRow({ line, dues }: { readonly line: Numbered<KnownLine>; readonly dues: boolean }) {
  const wording = useWording();
  return (
    <tr>
      <td>
        <Cited numbers={line.numbers} bare most={3} />
      </td>
      <th scope="row">
        <b>
          <Title line={line} />
        </b>
        <Source line={line} wording={wording} />
      </th>
      <PartyCells line={line} wording={wording} />
      {dues && (
        <td>
          <Dues line={line} wording={wording} />
        </td>
      )}
    </tr>
  );
}

/** Requests for release: who asked whom for what and for whom, by when, and what was decided after how long. */
export function RequestTable({ report }: { readonly report: Report }) {
  const { time } = useWording();
  return (
    <Table heads={['event', 'sent', 'fromTo', 'message', 'forWhom', 'dueBy', 'result']}>
      {reportRequests(report).map((line) => (
        <tr key={line.key}>
          <td>
            <Cited numbers={line.numbers} bare most={3} />
          </td>
          <td>{time(line.at)}</td>
          <td>
            <Between line={line} />
          </td>
          <th scope="row">
            <span className="rp-excerpt">
              <SaidInAll text={line.text} most={EXCERPT} />
            </span>
            <About line={line} world={report.world} />
            <SaidWithIt line={line} />
          </th>
          <td>
            <ForWhom line={line} />
          </td>
          <td>{time(line.due)}</td>
          <td>
            <Decided line={line} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
