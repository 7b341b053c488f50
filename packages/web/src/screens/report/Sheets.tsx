import { type ReactNode, useMemo, useRef } from 'react';
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
import type { Paged } from './paging.ts';
import { usePages } from './usePages.ts';

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
  const paper = useRef<HTMLElement>(null);
  const pages = usePages(paper, report, listed);
  return (
    <article ref={paper} className="paper rp-paper">
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
              <Contents report={report} listed={listed} pages={pages} />
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}

/** Part by part; what an edition does not hold has no part. */
function Contents({ report, listed, pages }: { readonly report: Report; readonly listed: boolean; readonly pages: Paged['pages'] }) {
  const t = useWords('report');
  const shown = ordered(useReportParts().flatMap((part) => part.sheets ?? [])).filter((sheet) => sheet.shows(report));
  return (
    <>
      <Cover report={report} />
      <ContentsList sheets={shown} listed={listed} pages={pages} />
      <Part name="figures" title={t('parts.figures')} note={t('parts.figuresNote')}>
        <FigureList report={report} />
      </Part>
      <Part name="day" title={t('parts.day')} fresh>
        <DayPicture report={report} />
      </Part>
      {shown.map(({ Sheet, ...sheet }) => (
        <GivenPart key={sheet.name} sheet={sheet} report={report}>
          <Sheet report={report} />
        </GivenPart>
      ))}
      {listed && (
        <Part name="events" title={t('parts.events')} note={t('parts.eventsNote')} fresh>
          <EventTable report={report} />
        </Part>
      )}
    </>
  );
}

interface ContentsListProps {
  readonly sheets: readonly SheetGiven[];
  readonly listed: boolean;
  readonly pages: Paged['pages'];
}

/** What the report holds, on its first page: on paper with the page on which it begins; on a screen and in a PDF each leads there. */
function ContentsList({ sheets, listed, pages }: ContentsListProps) {
  const t = useWords('report');
  const own = (name: string) => ({ name, words: 'report' });
  return (
    <nav className="rp-contents" aria-labelledby="rp-contents">
      <h2 id="rp-contents" className="read">
        {t('contents')}
      </h2>
      <ol>
        {[own('figures'), own('day'), ...sheets, ...(listed ? [own('events')] : [])].map(({ name, words = 'report' }) => (
          <li key={name}>
            <a href={`#part-${name}`}>
              <PartName name={name} words={words} />
              <span className="rp-page">{pages[name]}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PartName({ name, words }: { readonly name: string; readonly words: string }) {
  return useWords(words)(`parts.${name}`);
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
    <Part name={name} title={t(`parts.${name}`)} note={below && t(below)} fresh={fresh === true}>
      {children}
    </Part>
  );
}

/** `fresh`: begins on a new page. */
function Part({
  name,
  title,
  note,
  fresh = false,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly fresh?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section id={`part-${name}`} className={fresh ? 'rp-part fresh' : 'rp-part'}>
      <h2 className="read">{title}</h2>
      {note && <p className="small dim rp-note">{note}</p>}
      {children}
    </section>
  );
}
