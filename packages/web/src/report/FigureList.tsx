import { useWords } from '../i18n/words.ts';
import { spanWords } from '../kit/relative.ts';
import { askedSentences, expectedSentences, type Figure, injectSentences, type Sentence } from '../review/figures.ts';
import { Cited } from './Cited.tsx';
import type { Report } from './model.ts';

/** Figures in sentences, each with the numbers of the events behind it. */
export function FigureList({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const review = useWords('review');
  const kit = useWords('kit');
  const held = report.injects.some((l) => l.number !== undefined);
  const sentences: Sentence[] = [
    ...expectedSentences(report.expected),
    ...injectSentences(report.injects, held),
    ...askedSentences(report.asked),
  ];
  const value = (f: Figure): string => (f.unit === 'ms' ? spanWords(kit, f.value) : String(f.value));
  if (sentences.length === 0) return <p className="dim">{t('noFigures')}</p>;
  return (
    <ul className="rp-figures">
      {sentences.map(({ key, figures }) => (
        <li key={key}>
          {review(`sentence.${key}`, Object.fromEntries(Object.entries(figures).map(([name, f]) => [name, value(f)])))}
          {review('sentence.stop')}{' '}
          <Cited numbers={report.numbersOf((figures.n ?? figures.met ?? Object.values(figures)[0])?.evidence ?? [])} />
        </li>
      ))}
    </ul>
  );
}
