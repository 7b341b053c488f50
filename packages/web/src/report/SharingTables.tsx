import { standingCard } from '@entente/engine';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { useDirectory } from '../kit/Directory.tsx';
import { LabelChip } from '../kit/Labels.tsx';
import { AddressName } from '../kit/Names.tsx';
import { shortened } from '../review/eventWords.ts';
import { RequestChip } from '../review/ItemThing.tsx';
import { MadeOf } from '../review/KnownSays.tsx';
import { type KnownLine, lacks } from '../review/known.ts';
import { dueWords, laneWords } from '../review/knownWords.ts';
import { Cited } from './Cited.tsx';
import type { Numbered, Report } from './model.ts';
import { Names, NONE, Table } from './Table.tsx';
import { useWording } from './wording.ts';

const EXCERPT = 320;

/** Items of information, and since when each party held them. Another side’s column is as far as this edition was told. */
export function KnownTable({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const text = useText();
  const { parties } = useDirectory();
  const dues = report.known.some((l) => l.known.due.length > 0);
  return (
    <table className="rp-table rp-known">
      <thead>
        <tr>
          <th scope="col" data-col="event">
            {t('cols.event')}
          </th>
          <th scope="col">{t('cols.item')}</th>
          {parties.map((p) => (
            <th key={p.id} scope="col">
              {text(p.name)}
            </th>
          ))}
          {dues && <th scope="col">{t('cols.due')}</th>}
        </tr>
      </thead>
      <tbody>
        {report.known.map((line) => (
          <KnownRow key={line.key} line={line} dues={dues} />
        ))}
      </tbody>
    </table>
  );
}

function KnownRow({ line, dues }: { readonly line: Numbered<KnownLine>; readonly dues: boolean }) {
  const text = useText();
  const wording = useWording();
  const { known } = line;
  return (
    <tr>
      <td>
        <Cited numbers={line.numbers} bare most={3} />
      </td>
      <th scope="row">
        <b className="rp-title">
          {line.of && '↳ '}
          {text(line.title)}
        </b>
        <MadeOf line={line} />
        <span className="rp-label">
          <LabelChip label={line.label} /> <AddressName address={line.originator} />
        </span>
      </th>
      {known.parties.map((k) => {
        const bad = k.overshared || lacks(k);
        return (
          <td key={k.party} className={bad ? 'late' : ''}>
            {k.marks.length === 0 && !k.withheld && !k.originator ? NONE : laneWords(k, wording, false)}
          </td>
        );
      })}
      {dues && (
        <td>
          {known.due.map((d) => (
            <span key={`${d.expected} ${d.at}`} className={d.held ? 'rp-excerpt' : 'late rp-excerpt'}>
              {dueWords(d, wording)}
            </span>
          ))}
        </td>
      )}
    </tr>
  );
}

/** Requests for release: who asked whom for what, and what was decided after how long. */
export function RequestTable({ report }: { readonly report: Report }) {
  const text = useText();
  const review = useWords('review');
  const { time, span } = useWording();
  const titleOf = (id: string): string => {
    const item = report.world.sharing.items.get(id);
    return text(item && standingCard(item)?.title);
  };
  return (
    <Table heads={['event', 'sent', 'from', 'message', 'to', 'about', 'result', 'answered']}>
      {report.requests.map((line) => (
        <tr key={line.key}>
          <td>
            <Cited numbers={line.numbers} bare most={3} />
          </td>
          <td>{time(line.at)}</td>
          <td>
            <AddressName address={line.from} />
          </td>
          <th scope="row">
            <span className="rp-excerpt">{shortened(line.text, EXCERPT)}</span>
            {[line.conditions, line.reason].filter(Boolean).map((words) => (
              <span key={words} className="small dim rp-excerpt">
                {words}
              </span>
            ))}
          </th>
          <td>
            <Names of={[line.of]} />
          </td>
          <td>{line.items.length === 0 ? NONE : [...new Set(line.items.map(titleOf))].join(', ')}</td>
          <td>
            <RequestChip status={line.status} />
          </td>
          <td>
            {line.decided ? (
              <span className="rp-times">
                <span>{review('cell.after', { span: span(line.decided.at - line.at) })}</span>
                <AddressName address={line.decided.by} />
              </span>
            ) : (
              <span className={line.status === 'overdue' ? 'late' : ''}>{review('item.unanswered')}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
