import { type ReactNode, useMemo } from 'react';
import { ExpectedTable, InjectTable } from '../../capabilities/injects/report/InjectTables.tsx';
import { AskedTable, MovesTable, StatementList } from '../../capabilities/messages/report/MessageTables.tsx';
import { KnownPicture } from '../../capabilities/sharing/report/KnownPicture.tsx';
import { KnownTable, RequestTable } from '../../capabilities/sharing/report/SharingTables.tsx';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { Marking } from '../../kit/Marking.tsx';
import type { EditionEvent } from '../../kit/review/edition.ts';
import type { Edition } from '../../kit/review/side.ts';
import { useSideName } from '../review/record/SeeAs.tsx';
import { Cover } from './Cover.tsx';
import { DayPicture } from './DayPicture.tsx';
import { EventTable } from './EventTable.tsx';
import { FigureList } from './FigureList.tsx';
import { type Report, reportOf } from './model.ts';
import { ObjectivesTable } from './ObjectivesTable.tsx';

/** The report on paper: one long table whose head and foot, the marking, stand on every page. */
export function Sheets({
  events,
  edition,
  listed,
}: {
  readonly events: readonly EditionEvent[];
  readonly edition: Edition;
  readonly listed: boolean;
}) {
  const t = useWords('report');
  const text = useText();
  const sideName = useSideName();
  const { title } = useDirectory();
  const report = useMemo(() => reportOf(events, edition), [events, edition]);
  const audience = t('for', { side: sideName(edition) });
  return (
    <article className="paper rp-paper">
      <table className="rp-sheet">
        <thead>
          <tr>
            <td>
              <Marking title={text(title)} />
            </td>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td>
              <Marking title={`${t('draft')} · ${audience}`} end="bottom" />
            </td>
          </tr>
        </tfoot>
        <tbody>
          <tr>
            <td>
              <Contents report={report} listed={listed} />
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}

/** Part by part; what an edition does not hold has no part. */
function Contents({ report, listed }: { readonly report: Report; readonly listed: boolean }) {
  const t = useWords('report');
  return (
    <>
      <Cover report={report} />
      <Part title={t('parts.figures')} note={t('parts.figuresNote')}>
        <FigureList report={report} />
      </Part>
      <Part title={t('parts.day')} fresh>
        <DayPicture report={report} />
      </Part>
      {report.objectives.length > 0 && (
        <Part title={t('parts.objectives')} fresh>
          <ObjectivesTable report={report} />
        </Part>
      )}
      {report.world.moves.began.length > 0 && (
        <Part title={t('parts.moves')}>
          <MovesTable report={report} />
        </Part>
      )}
      {report.injects.length > 0 && (
        <Part title={t('parts.injects')} fresh>
          <InjectTable report={report} />
        </Part>
      )}
      {report.expected.length > 0 && (
        <Part title={t('parts.expected')} fresh>
          <ExpectedTable report={report} />
        </Part>
      )}
      {report.known.length > 0 && (
        <Part title={t('parts.known')} note={report.edition === 'control' ? undefined : t('parts.knownNote')} fresh>
          <KnownPicture report={report} />
        </Part>
      )}
      {report.known.length > 0 && (
        <Part title={t('parts.knownTable')} fresh>
          <KnownTable report={report} />
        </Part>
      )}
      {report.requests.length > 0 && (
        <Part title={t('parts.requests')}>
          <RequestTable report={report} />
        </Part>
      )}
      {report.asked.length > 0 && (
        <Part title={t('parts.asked')} fresh>
          <AskedTable report={report} />
        </Part>
      )}
      {report.statements.length > 0 && (
        <Part title={t('parts.statements')} fresh>
          <StatementList report={report} />
        </Part>
      )}
      {listed && (
        <Part title={t('parts.events')} note={t('parts.eventsNote')} fresh>
          <EventTable report={report} />
        </Part>
      )}
    </>
  );
}

/** `fresh`: begins on a new page. */
function Part({
  title,
  note,
  fresh = false,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly fresh?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={fresh ? 'rp-part fresh' : 'rp-part'}>
      <h2 className="read">{title}</h2>
      {note && <p className="small dim rp-note">{note}</p>}
      {children}
    </section>
  );
}
