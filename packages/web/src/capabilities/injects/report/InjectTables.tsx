import { useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { SaidInAll } from '../../../kit/report/SaidInAll.tsx';
import { Names, NONE, Table } from '../../../kit/report/Table.tsx';
import { MarkIcon } from '../../../kit/review/MarkShape.tsx';
import { useWording } from '../../../kit/review/useWording.ts';
import { type ReportInject, reportInjects, type SeatTime } from './reportInjects.ts';

/** Letters of an inject's text that stand under its title. */
const EXCERPT = 200;

/** Injects with the times at which they were delivered, read and acknowledged. A side without an MSEL has no plans and states. */
export function InjectTable({ report }: { readonly report: Report }) {
  const injects = useMemo(() => reportInjects(report).filter(isReleased), [report]);
  const msel = injects.some((l) => l.number !== undefined);
  const answered = injects.some((l) => l.readBy.length + l.acknowledgedBy.length > 0);
  const heads = [
    'event',
    ...(msel ? ['number'] : []),
    'inject',
    // All of them were released: that needs no column.
    ...(msel ? ['planned'] : []),
    'delivered',
    'fromTo',
    ...(answered ? ['read', 'acknowledged'] : []),
  ];
  return (
    <Table heads={heads} className="rp-injects">
      {injects.map((line) => (
        <InjectRow key={line.key} line={line} msel={msel} answered={answered} />
      ))}
    </Table>
  );
}

/** True if somebody was given it. */
export const isReleased = (line: ReportInject): boolean => line.released !== undefined || line.delivered.length > 0;

/** What nobody was given, a line each: its text was read by nobody and would fill pages. */
export function UnreleasedTable({ report }: { readonly report: Report }) {
  const { time } = useWording();
  const injects = useMemo(() => reportInjects(report).filter((line) => !isReleased(line)), [report]);
  return (
    <Table heads={['number', 'inject', 'state', 'planned']} className="rp-unreleased">
      {injects.map((line) => (
        <tr key={line.key}>
          <td>{line.number ?? NONE}</td>
          <th scope="row">
            <SaidInAll text={line.title} />
          </th>
          <td>
            <StatusChip state={line.status} />
          </td>
          <td>{line.planned === undefined ? NONE : time(line.planned)}</td>
        </tr>
      ))}
    </Table>
  );
}

function InjectRow({ line, msel, answered }: { readonly line: ReportInject; readonly msel: boolean; readonly answered: boolean }) {
  const text = useText();
  const t = useWords('report');
  const { time } = useWording();
  const changes = [
    ...line.corrections.map((c) => [t('corrected', { time: time(c.at) }), text(c.reason)].filter(Boolean).join(': ')),
    ...(line.withdrawal
      ? [[t('withdrawn', { time: time(line.withdrawal.at) }), text(line.withdrawal.reason)].filter(Boolean).join(': ')]
      : []),
  ];
  return (
    <tr>
      <td>
        <Cited numbers={line.numbers} bare most={3} />
      </td>
      {msel && <td>{line.number ?? NONE}</td>}
      <th scope="row">
        <span className="rp-title">
          <MarkIcon mark={{ kind: 'inject', form: line.kind ?? 'contextual', status: line.status }} />
          <b>
            <SaidInAll text={line.title} />
          </b>
        </span>
        <span className="small dim rp-excerpt">
          <SaidInAll text={line.text} most={EXCERPT} />
        </span>
        {changes.length > 0 && <span className="small soon rp-excerpt">{changes.join(' · ')}</span>}
      </th>
      {msel && <td>{line.planned === undefined ? NONE : time(line.planned)}</td>}
      <td>{line.released === undefined ? NONE : time(line.released)}</td>
      <td>
        <AddressName address={line.from} />
        <span className="rp-to">
          <span className="dim">→</span>
          <Names of={line.to} />
        </span>
      </td>
      {answered && (
        <td>
          <SeatTimes of={line.readBy} />
        </td>
      )}
      {answered && (
        <td>
          <SeatTimes of={line.acknowledgedBy} />
        </td>
      )}
    </tr>
  );
}

function SeatTimes({ of }: { readonly of: readonly SeatTime[] }) {
  const { time, who } = useWording();
  const t = useWords('report');
  if (of.length === 0) return NONE;
  return (
    <span className="rp-times">
      {of.map(({ seat, at, before }) => (
        <span key={seat}>
          {time(at)} {who(seat)}
          {before && <span className="soon"> {t('before')}</span>}
        </span>
      ))}
    </span>
  );
}
