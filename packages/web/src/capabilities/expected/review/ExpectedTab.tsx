import { useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Figures } from '../../../kit/review/Figures.tsx';
import { PrintPart } from '../../../kit/review/PrintPart.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Scrolling } from '../../../kit/review/tables.tsx';
import { ExpectedTable } from './ExpectedTable.tsx';
import { type ExpectedLine, expectedLines } from './expectedLines.ts';
import { expectedSentences } from './sentences.ts';

function useExpectedLines(): ExpectedLine[] {
  const { world, edition, moment } = useReview();
  // The world is one object changed in place: `moment.count` says when to derive anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => expectedLines(world, edition), [world, edition, moment.count]);
}

/** Where the edition has expected actions. */
export function ExpectedFigures({ quiet }: { readonly quiet: boolean }) {
  const lines = useExpectedLines();
  return lines.length === 0 ? null : <Figures sentences={expectedSentences(lines)} empty="" quiet={quiet} />;
}

export function ExpectedTab() {
  const t = useWords('review');
  const lines = useExpectedLines();
  return (
    <>
      <Figures sentences={expectedSentences(lines)} empty={t('timeline.none')} />
      <Scrolling label={t('tabs.expected')}>{lines.length > 0 && <ExpectedTable lines={lines} />}</Scrolling>
    </>
  );
}

export function ExpectedPrinted() {
  const t = useWords('review');
  const lines = useExpectedLines();
  return lines.length === 0 ? null : (
    <PrintPart title={t('tabs.expected')}>
      <ExpectedTable lines={lines} />
    </PrintPart>
  );
}
