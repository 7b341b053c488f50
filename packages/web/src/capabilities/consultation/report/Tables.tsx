import '../review/course.css';
import { consulted, takenAt } from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { AddressName } from '../../../kit/Names.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { SaidInAll } from '../../../kit/report/SaidInAll.tsx';
import { NONE } from '../../../kit/report/Table.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import { kindOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { CourseLane, CourseRow } from '../review/course.ts';
import { evidenceOfDecision } from '../review/course.ts';
import { counts, Outcome } from '../review/MatterCells.tsx';
import { useLaneWords } from '../review/useLaneWords.ts';
import { reportDecisions, reportMatters } from './lines.ts';

const MATTER = ['event', 'asked', 'matter', 'forum', 'procedure', 'of', 'answered', 'late', 'outcome', 'said'] as const;
const DECISION = ['event', 'taken', 'decision', 'by', 'authority', 'consulted'] as const;

function Heads({ of }: { readonly of: readonly string[] }) {
  const { t } = useMatterWords();
  return (
    <thead>
      <tr>
        {of.map((h) => (
          <th key={h} scope="col" data-col={h}>
            {t(`cols.${h}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Matters: who was asked in which forum, who answered and how late, how it ended, with which reservations. */
export function MattersTable({ report }: { readonly report: Report }) {
  const { t, forum, time, version } = useMatterWords();
  const say = useLaneWords(report.world);
  return (
    <table className="rp-table rp-matters">
      <Heads of={MATTER} />
      <tbody>
        {reportMatters(report).map((row) => {
          const { asked, answered, late } = counts(row);
          return (
            <tr key={row.key}>
              <td>
                <Cited numbers={report.numbersOf(row.evidence)} bare most={3} />
              </td>
              <td>{time(row.matter.at)}</td>
              <th scope="row">
                <SaidInAll text={row.matter.card.title} />
              </th>
              <td>{forum(row.forum.card)}</td>
              <td>
                {t(`kind.${kindOf(row.matter)}`)}
                {version(row.version)}
              </td>
              <td>{asked}</td>
              <td>
                {answered}
                {row.lanes.map((lane) => (
                  <span key={lane.party} className="rv-under small">
                    {say(row, lane).text}
                  </span>
                ))}
              </td>
              <td>{late}</td>
              <td>
                <Outcome row={row} took />
              </td>
              <td>
                <Reservations row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What was attached, whose, in its words. */
function Reservations({ row }: { readonly row: CourseRow }) {
  const { t, letters } = useMatterWords();
  if (row.said === 0) return NONE;
  return row.lanes.flatMap((lane: CourseLane) =>
    (lane.standing?.said ?? []).map((a) => (
      <span key={a.id} className="rv-under">
        {letters([lane.party])} {t(`did.${a.type}`)}: <SaidInAll text={a.text} most={240} />
      </span>
    )),
  );
}

/** Decisions, and whether those who were to be asked first were. */
export function DecisionsTable({ report }: { readonly report: Report }) {
  const { t, time } = useMatterWords();
  const kit = useWords('kit');
  return (
    <table className="rp-table">
      <Heads of={DECISION} />
      <tbody>
        {reportDecisions(report).map((decision) => {
          const due = consulted(report.world, decision);
          const key = due === undefined ? 'notDue' : { before: 'asked', after: 'after', never: 'neverAsked' }[due.state];
          return (
            <tr key={decision.id}>
              <td>
                <Cited numbers={report.numbersOf(evidenceOfDecision(report.world, decision.id))} bare most={3} />
              </td>
              <td>{time(takenAt(decision))}</td>
              <th scope="row">
                <SaidInAll text={decision.card.title} />
              </th>
              <td>
                <AddressName address={decision.card.by} withParty />
              </td>
              <td>{decision.card.authority ? <SaidInAll text={decision.card.authority} /> : NONE}</td>
              <td className={due === undefined || due.state === 'before' ? '' : 'late'}>
                {t(`review.${key}`, { span: lengthWords(kit, due?.by ?? 0) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
