import { useMemo, useState } from 'react';
import { expectedLines } from '../../capabilities/expected/review/expectedLines.ts';
import { injectLines } from '../../capabilities/injects/review/injectLines.ts';
import { type AskedFilter, askedLines } from '../../capabilities/messages/review/askedLines.ts';
import { requestSentences } from '../../capabilities/sharing/review/knownSentences.ts';
import { RequestTable } from '../../capabilities/sharing/review/RequestTable.tsx';
import { requestLines } from '../../capabilities/sharing/review/requestLines.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { useReview } from '../../kit/review/reviewContext.ts';
import { AskedTable, ExpectedTable, InjectTable, Scrolling } from '../../kit/review/tables.tsx';
import { Figures } from './Figures.tsx';
import { askedSentences, expectedSentences, injectSentences } from './figures.ts';

// The world is one object changed in place: `moment.count` says when to derive anew.

export function useInjectLines() {
  const { world, edition, moment } = useReview();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => injectLines(world, edition), [world, edition, moment.count]);
}

export function useExpectedLines() {
  const { world, edition, moment } = useReview();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => expectedLines(world, edition), [world, edition, moment.count]);
}

export function useAskedLines(filter: AskedFilter) {
  const { world, moment } = useReview();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => askedLines(world, filter), [world, filter, moment.count]);
}

/** What the figures above the timeline say: expected actions where the edition has them, else what was received. */
export function HappenedFigures({ quiet = false }: { readonly quiet?: boolean }) {
  const t = useWords('review');
  const injects = useInjectLines();
  const expected = useExpectedLines();
  return (
    <>
      {expected.length > 0 && <Figures sentences={expectedSentences(expected)} empty="" quiet={quiet} />}
      <Figures
        sentences={injectSentences(
          injects,
          injects.some((l) => l.number !== undefined),
        )}
        empty={t('sentence.nothingReleased')}
        quiet={quiet}
      />
    </>
  );
}

export function InjectsTab() {
  const t = useWords('review');
  const lines = useInjectLines();
  return (
    <>
      <Figures
        sentences={injectSentences(
          lines,
          lines.some((l) => l.number !== undefined),
        )}
        empty={t('sentence.nothingReleased')}
      />
      <Scrolling label={t('tabs.injects')}>{lines.length > 0 && <InjectTable lines={lines} />}</Scrolling>
    </>
  );
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

const FILTERS = ['questions', 'decisions', 'all', 'requests'] as const;

export function AskedTab() {
  const t = useWords('review');
  const { world, whole, moment } = useReview();
  const [filter, setFilter] = useState<AskedFilter | 'requests'>('questions');
  const all = useAskedLines('all');
  const lines = useAskedLines(filter === 'requests' ? 'all' : filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const requests = useMemo(() => requestLines(world), [world, moment.count]);
  return (
    <>
      <Figures sentences={[...askedSentences(all), ...requestSentences(world)]} empty={t('sentence.nothingAsked')} />
      <fieldset className="rv-set rv-tools" aria-label={t('askedFilter.label')}>
        {FILTERS.filter((f) => f !== 'requests' || whole.sharing.requests.size > 0).map((f) => (
          <Button key={f} size="small" pressed={f === filter} onClick={() => setFilter(f)}>
            {t(`askedFilter.${f}`)}
          </Button>
        ))}
      </fieldset>
      <Scrolling label={t('tabs.asked')}>
        {filter === 'requests' && requests.length > 0 ? (
          <RequestTable lines={requests} />
        ) : filter !== 'requests' && lines.length > 0 ? (
          <AskedTable lines={lines} />
        ) : (
          <p className="rv-nothing dim">{t('timeline.none')}</p>
        )}
      </Scrolling>
    </>
  );
}
