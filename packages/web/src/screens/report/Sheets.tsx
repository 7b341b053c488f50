import { type ReactNode, useMemo } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { Marking } from '../../kit/Marking.tsx';
import { type Report, reportOf } from '../../kit/report/model.ts';
import { type SheetGiven, useReportParts } from '../../kit/report/part.ts';
import type { EditionEvent } from '../../kit/review/edition.ts';
import { ordered } from '../../kit/review/part.ts';
import type { Edition } from '../../kit/review/side.ts';
import { useSideName } from '../review/record/SeeAs.tsx';
import { Cover } from './Cover.tsx';
import { DayPicture } from './DayPicture.tsx';
import { EventTable } from './EventTable.tsx';
import { FigureList } from './FigureList.tsx';

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
  const sheets = ordered(useReportParts().flatMap((part) => part.sheets ?? []));
  return (
    <>
      <Cover report={report} />
      <Part title={t('parts.figures')} note={t('parts.figuresNote')}>
        <FigureList report={report} />
      </Part>
      <Part title={t('parts.day')} fresh>
        <DayPicture report={report} />
      </Part>
      {sheets
        .filter((sheet) => sheet.shows(report))
        .map(({ Sheet, ...sheet }) => (
          <GivenPart key={sheet.name} sheet={sheet} report={report}>
            <Sheet report={report} />
          </GivenPart>
        ))}
      {listed && (
        <Part title={t('parts.events')} note={t('parts.eventsNote')} fresh>
          <EventTable report={report} />
        </Part>
      )}
    </>
  );
}

/** A part in the words of whoever gave it. */
function GivenPart({
  sheet: { name, words = 'report', note, fresh },
  report,
  children,
}: {
  readonly sheet: Omit<SheetGiven, 'Sheet'>;
  readonly report: Report;
  readonly children: ReactNode;
}) {
  const t = useWords(words);
  const below = note?.(report);
  return (
    <Part title={t(`parts.${name}`)} note={below && t(below)} fresh={fresh === true}>
      {children}
    </Part>
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
