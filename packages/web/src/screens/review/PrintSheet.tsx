import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { Marking } from '../../kit/Marking.tsx';
import { PrintPart } from '../../kit/review/PrintPart.tsx';
import { ordered, useReviewParts } from '../../kit/review/part.ts';
import { useReview } from '../../kit/review/reviewContext.ts';
import { HappenedFigures } from './HappenedFigures.tsx';
import { Timeline } from './happened/Timeline.tsx';
import { kindsOf } from './happened/timeline.ts';

/** Px of an A4 page on its side, without margins and the gutter of lane names. */
const PAPER = 850;

/** The review on paper: everything on one long table whose head and foot, the marking, repeat on every page. */
export function PrintSheet({ side }: { readonly side: string }) {
  const t = useWords('review');
  const text = useText();
  const { title } = useDirectory();
  const { wording, moment } = useReview();
  const parts = useReviewParts();
  const tabs = ordered(parts.flatMap((part) => part.tabs ?? []));
  const printed = ordered(tabs.flatMap(({ printed: given, name }) => (given ? [{ ...given, name }] : [])));
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
            <PrintPart title={t('printed.figures')}>
              <HappenedFigures quiet />
              {tabs.map(({ Figures, name }) => Figures && <Figures key={name} quiet />)}
            </PrintPart>
            <PrintPart title={t('printed.timeline')}>
              <Timeline shows={new Set(kindsOf(parts).map((k) => k.name))} zoom={1} width={PAPER} />
            </PrintPart>
            {printed.map(({ Part: Given, name }) => (
              <Given key={name} />
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
