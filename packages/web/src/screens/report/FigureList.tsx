import { Fragment, useMemo } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Cited } from '../../kit/report/Cited.tsx';
import type { Report } from '../../kit/report/model.ts';
import { useReportParts } from '../../kit/report/part.ts';
import type { Figure, Sentence } from '../../kit/review/figures.ts';
import { lengthWords } from '../../kit/review/length.ts';
import { ordered } from '../../kit/review/part.ts';
import { useWording } from '../../kit/review/useWording.ts';

/** Figures in sentences, each with the numbers of the events behind it. */
export function FigureList({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const review = useWords('review');
  const wording = useWording();
  const parts = useReportParts();
  const groups = useMemo(
    () =>
      ordered(parts.flatMap((part) => part.figures ?? []))
        .map((figures) => figures.sentences(report, wording))
        .filter((sentences) => sentences.length > 0),
    [parts, report, wording],
  );
  if (groups.length === 0) return <p className="dim">{t('noFigures')}</p>;
  return (
    <ul className="rp-figures">
      {groups.map((sentences) => (
        <li key={sentences[0]?.key}>
          {sentences.map((sentence, i) => (
            <Fragment key={`${sentence.key} ${sentence.words?.number ?? i}`}>
              {i > 0 && review('sentence.join')}
              <OneSentence sentence={sentence} numbersOf={report.numbersOf} />
            </Fragment>
          ))}
          {review('sentence.stop')}
        </li>
      ))}
    </ul>
  );
}

/** The events cited are those behind the sentence's own figure, not behind the whole that it is a part of. */
function OneSentence({
  sentence: { key, figures, words },
  numbersOf,
}: {
  readonly sentence: Sentence;
  readonly numbersOf: Report['numbersOf'];
}) {
  const review = useWords('review');
  const kit = useWords('kit');
  const value = (f: Figure): string => (f.unit === 'ms' ? lengthWords(kit, f.value) : String(f.value));
  const own = figures.n ?? figures.met ?? Object.values(figures)[0];
  return (
    <>
      <b>{review(`sentence.${key}`, { ...words, ...Object.fromEntries(Object.entries(figures).map(([name, f]) => [name, value(f)])) })}</b>{' '}
      <Cited numbers={numbersOf(own?.evidence ?? [])} />
    </>
  );
}
