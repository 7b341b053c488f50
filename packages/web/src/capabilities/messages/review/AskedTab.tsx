import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Figures } from '../../../kit/review/Figures.tsx';
import { PrintPart } from '../../../kit/review/PrintPart.tsx';
import { ordered, useReviewParts } from '../../../kit/review/part.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Scrolling } from '../../../kit/review/tables.tsx';
import { AskedTable } from './AskedTable.tsx';
import { type AskedFilter, type AskedLine, askedLines } from './askedLines.ts';
import { askedSentences } from './sentences.ts';

function useAskedLines(filter: AskedFilter): AskedLine[] {
  const { world, moment } = useReview();
  // The world is one object changed in place: `moment.count` says when to derive anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => askedLines(world, filter), [world, filter, moment.count]);
}

const FILTERS = ['questions', 'decisions', 'all'] as const;

/** Messages; and what other capabilities ask and answer in ways of their own. */
export function AskedTab() {
  const t = useWords('review');
  const { world, whole } = useReview();
  const within = ordered(useReviewParts().flatMap((part) => part.within?.asked ?? [])).filter((w) => w.count(whole) > 0);
  const [filter, setFilter] = useState<string>('questions');
  const all = useAskedLines('all');
  const lines = useAskedLines(FILTERS.find((f) => f === filter) ?? 'all');
  const other = within.find((w) => w.name === filter);
  return (
    <>
      <Figures sentences={[...askedSentences(all), ...within.flatMap((w) => w.sentences(world))]} empty={t('sentence.nothingAsked')} />
      <fieldset className="rv-set rv-tools" aria-label={t('askedFilter.label')}>
        {[...FILTERS, ...within.map((w) => w.name)].map((f) => (
          <Button key={f} size="small" pressed={f === filter} onClick={() => setFilter(f)}>
            {t(`askedFilter.${f}`)}
          </Button>
        ))}
      </fieldset>
      <Scrolling label={t('tabs.asked')}>
        {other && other.count(world) > 0 ? (
          <other.Table />
        ) : !other && lines.length > 0 ? (
          <AskedTable lines={lines} />
        ) : (
          <p className="rv-nothing dim">{t('timeline.none')}</p>
        )}
      </Scrolling>
    </>
  );
}

export function AskedFigures({ quiet }: { readonly quiet: boolean }) {
  const t = useWords('review');
  return <Figures sentences={askedSentences(useAskedLines('all'))} empty={t('sentence.nothingAsked')} quiet={quiet} />;
}

export function AskedPrinted() {
  const t = useWords('review');
  const lines = useAskedLines('all');
  return lines.length === 0 ? null : (
    <PrintPart title={t('tabs.asked')}>
      <AskedTable lines={lines} />
    </PrintPart>
  );
}
