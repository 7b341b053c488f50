import { Fragment } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Figure, Sentence } from './figures.ts';
import { lengthWords } from './length.ts';
import { useReview } from './reviewContext.ts';

const HOLE = /⟦(\w+)⟧/;

/** Sentences whose figures open the events behind them. `quiet`: on paper, where nothing can be opened. */
export function Figures({
  sentences,
  empty,
  quiet = false,
}: {
  readonly sentences: readonly Sentence[];
  readonly empty: string;
  readonly quiet?: boolean;
}) {
  const t = useWords('review');
  return (
    <p className="rv-sentence">
      {sentences.length === 0 && <span className="dim">{empty}</span>}
      {sentences.map((sentence, i) => (
        <Fragment key={`${sentence.key} ${sentence.words?.number ?? i}`}>
          {i > 0 && t('sentence.join')}
          <OneSentence sentence={sentence} quiet={quiet} />
        </Fragment>
      ))}
      {sentences.length > 0 && t('sentence.stop')}
    </p>
  );
}

/** The sentence's text has a hole for each figure; every second piece of the split names one. */
function OneSentence({ sentence, quiet }: { readonly sentence: Sentence; readonly quiet: boolean }) {
  const t = useWords('review');
  const holes = Object.fromEntries(Object.keys(sentence.figures).map((name) => [name, `⟦${name}⟧`]));
  const pieces = t(`sentence.${sentence.key}`, { ...sentence.words, ...holes }).split(HOLE);
  return pieces.map((piece, i) => {
    const figure = i % 2 === 1 ? sentence.figures[piece] : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their places
    return <Fragment key={i}>{figure ? <FigureButton figure={figure} sentence={sentence} quiet={quiet} /> : piece}</Fragment>;
  });
}

function FigureButton({ figure, sentence, quiet }: { readonly figure: Figure; readonly sentence: Sentence; readonly quiet: boolean }) {
  const t = useWords('review');
  const kit = useWords('kit');
  const { open } = useReview();
  const value = (f: Figure | undefined): string => (f === undefined ? '' : f.unit === 'ms' ? lengthWords(kit, f.value) : String(f.value));
  if (quiet || figure.evidence.length === 0) return <b>{value(figure)}</b>;
  const figures = Object.fromEntries(Object.entries(sentence.figures).map(([name, f]) => [name, value(f)]));
  const title = t(`sentence.${sentence.key}`, { ...sentence.words, ...figures });
  return (
    <button type="button" className="rv-figure" title={t('sentence.open')} onClick={() => open({ title, evidence: figure.evidence })}>
      {value(figure)}
    </button>
  );
}
