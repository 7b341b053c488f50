import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { Marking } from '../../kit/Marking.tsx';
import { useReview } from '../../kit/review/reviewContext.ts';
import { AskedTable, ExpectedTable, InjectTable } from '../../kit/review/tables.tsx';
import { Figures } from './Figures.tsx';
import { askedSentences } from './figures.ts';
import { Timeline } from './happened/Timeline.tsx';
import { KINDS } from './happened/timeline.ts';
import { HappenedFigures, useAskedLines, useExpectedLines, useInjectLines } from './TableTabs.tsx';

/** Px of an A4 page on its side, without margins and the gutter of lane names. */
const PAPER = 850;

/** The review on paper: everything on one long table whose head and foot, the marking, repeat on every page. */
export function PrintSheet({ side }: { readonly side: string }) {
  const t = useWords('review');
  const text = useText();
  const { title } = useDirectory();
  const { wording, moment } = useReview();
  const injects = useInjectLines();
  const expected = useExpectedLines();
  const asked = useAskedLines('all');
  const name = text(title);
  return (
    <table className="rv-print">
      <thead>
        <tr>
          <td>
            <Marking title={name} />
          </td>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td>
            <Marking title={`${name} · ${side}`} />
          </td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td>
            <h1 className="title">
              {t('printed.page')}: {name}
            </h1>
            <p>
              {t('printed.side', { side })} · {t('printed.moment', { time: wording.time(moment.at) })}
            </p>
            <Part title={t('printed.figures')}>
              <HappenedFigures quiet />
              <Figures sentences={askedSentences(asked)} empty={t('sentence.nothingAsked')} quiet />
            </Part>
            <Part title={t('printed.timeline')}>
              <Timeline shows={new Set(KINDS)} zoom={1} width={PAPER} />
            </Part>
            {injects.length > 0 && (
              <Part title={t('tabs.injects')}>
                <InjectTable lines={injects} />
              </Part>
            )}
            {expected.length > 0 && (
              <Part title={t('tabs.expected')}>
                <ExpectedTable lines={expected} />
              </Part>
            )}
            {asked.length > 0 && (
              <Part title={t('tabs.asked')}>
                <AskedTable lines={asked} />
              </Part>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="read">{title}</h2>
      {children}
    </section>
  );
}
