import { useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Figures } from '../../../kit/review/Figures.tsx';
import { PrintPart } from '../../../kit/review/PrintPart.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Scrolling } from '../../../kit/review/tables.tsx';
import { InjectTable } from './InjectTable.tsx';
import { type InjectLine, injectLines } from './injectLines.ts';
import { injectSentences } from './sentences.ts';

function useInjectLines(): InjectLine[] {
  const { world, edition, moment } = useReview();
  // The world is one object changed in place: `moment.count` says when to derive anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => injectLines(world, edition), [world, edition, moment.count]);
}

export function InjectFigures({ quiet }: { readonly quiet: boolean }) {
  const t = useWords('review');
  const lines = useInjectLines();
  const held = lines.some((l) => l.number !== undefined);
  return <Figures sentences={injectSentences(lines, held)} empty={t('sentence.nothingReleased')} quiet={quiet} />;
}

export function InjectsTab() {
  const t = useWords('review');
  const lines = useInjectLines();
  return (
    <>
      <InjectFigures quiet={false} />
      <Scrolling label={t('tabs.injects')}>{lines.length > 0 && <InjectTable lines={lines} />}</Scrolling>
    </>
  );
}

export function InjectsPrinted() {
  const t = useWords('review');
  const lines = useInjectLines();
  return lines.length === 0 ? null : (
    <PrintPart title={t('tabs.injects')}>
      <InjectTable lines={lines} />
    </PrintPart>
  );
}
