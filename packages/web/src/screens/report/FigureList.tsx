import { rosterOfWorld } from '@entente/engine';
import { Fragment, useMemo } from 'react';
import { dueSentences, knownSentences } from '../../capabilities/sharing/review/knownSentences.ts';
import { useWords } from '../../i18n/words.ts';
import { spanWords } from '../../kit/relative.ts';
import { askedSentences, expectedSentences, type Figure, injectSentences, type Sentence } from '../review/figures.ts';
import { Cited } from './Cited.tsx';
import type { Report } from './model.ts';
import { useWording } from './wording.ts';

/** Figures in sentences, each with the numbers of the events behind it. */
export function FigureList({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const review = useWords('review');
  const held = report.injects.some((l) => l.number !== undefined);
  const wording = useWording();
  const roster = useMemo(() => rosterOfWorld(report.world), [report.world]);
  const groups = [
    expectedSentences(report.expected),
    injectSentences(report.injects, held),
    askedSentences(report.asked),
    roster ? dueSentences(report.known, report.until, roster, wording) : [],
    knownSentences(report.world, report.known, report.until),
  ].filter((sentences) => sentences.length > 0);
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
  const value = (f: Figure): string => (f.unit === 'ms' ? spanWords(kit, f.value) : String(f.value));
  const own = figures.n ?? figures.met ?? Object.values(figures)[0];
  return (
    <>
      <b>{review(`sentence.${key}`, { ...words, ...Object.fromEntries(Object.entries(figures).map(([name, f]) => [name, value(f)])) })}</b>{' '}
      <Cited numbers={numbersOf(own?.evidence ?? [])} />
    </>
  );
}
