import './Knew.css';
import { type Roster, rosterOfWorld, type World } from '@entente/engine';
import { useMemo, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { SearchField } from '../../../kit/form/SearchField.tsx';
import { Figures } from '../../../kit/review/Figures.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { KnownLegend } from './KnownLegend.tsx';
import { KnownMatrix } from './KnownMatrix.tsx';
import { KnownTable } from './KnownTable.tsx';
import { families, filtered, type KnownFilter, type KnownLine, knownLines } from './known.ts';
import { dueSentences, knownSentences } from './knownSentences.ts';

const FILTERS: readonly KnownFilter[] = ['all', 'bears', 'problems'];

/** The matrix is taken from the whole edition and veiled; the sentences say how it stood at the chosen moment. */
export function KnewTab() {
  const { whole, world, events, moment, wording, edition } = useReview();
  const t = useWords('review');
  const text = useText();
  const roster = useMemo(() => rosterOfWorld(whole), [whole]);
  const lines = useMemo(() => (roster ? knownLines(whole, roster) : []), [whole, roster]);
  const now = useLinesAt(world, roster, moment.count);
  const [filter, setFilter] = useState<KnownFilter>('all');
  const [expected, setExpected] = useState<string>();
  const [query, setQuery] = useState('');
  const [view, setView] = useState<'matrix' | 'list'>('matrix');
  const shown = useMemo(() => {
    const words = (line: KnownLine): string =>
      [line.title, ...line.known.card.portions.map((p) => p.text)].map(text).concat(line.label, wording.who(line.originator)).join('\n');
    return filtered(lines, { filter, expected, query }, words);
  }, [lines, filter, expected, query, text, wording]);
  const action = filter === 'bears' ? expected : undefined;
  const first = useMemo(
    () => (roster ? dueSentences(now, moment.at, roster, wording, action) : []),
    [now, moment, roster, wording, action],
  );
  const rest = useMemo(() => knownSentences(world, now, moment.at), [world, now, moment]);
  if (!roster) return null;
  const count = families(shown);
  return (
    <div className="rv-happened rv-knew">
      {first.length > 0 && <Figures sentences={first} empty="" />}
      <Figures sentences={rest} empty={t('sentence.nothingKnown')} />
      <div className="rv-tools">
        <Filters {...{ lines, filter, setFilter, expected, setExpected }} />
        <SearchField title={t('knew.search')} value={query} change={setQuery} />
        <span role="status">
          <Chip>{t(count < shown.length ? 'knew.shownRows' : 'knew.shown', { n: count, all: families(lines), rows: shown.length })}</Chip>
        </span>
        <span className="grow" />
        <fieldset className="rv-set row" aria-label={t('knew.view')}>
          {(['matrix', 'list'] as const).map((v) => (
            <Button key={v} size="small" pressed={view === v} onClick={() => setView(v)}>
              {t(`knew.${v}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      {view === 'matrix' && <KnownLegend lines={lines} edition={edition} until={events.at(-1)?.at ?? 0} />}
      {shown.length === 0 ? (
        <p className="rv-nothing dim">{t(lines.length === 0 ? 'sentence.nothingKnown' : 'knew.none')}</p>
      ) : view === 'matrix' ? (
        <KnownMatrix lines={shown} roster={roster} />
      ) : (
        <KnownTable lines={shown} />
      )}
    </div>
  );
}

/** The lines as they stood at the moment under review. */
function useLinesAt(world: World, roster: Roster | undefined, count: number): KnownLine[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object changed in place; the count says when
  return useMemo(() => (roster ? knownLines(world, roster) : []), [world, roster, count]);
}

interface FiltersProps {
  readonly lines: readonly KnownLine[];
  readonly filter: KnownFilter;
  readonly setFilter: (filter: KnownFilter) => void;
  readonly expected: string | undefined;
  readonly setExpected: (expected: string | undefined) => void;
}

/** A side that was told of no expected actions has no filter for them. */
function Filters({ lines, filter, setFilter, expected, setExpected }: FiltersProps) {
  const t = useWords('review');
  const text = useText();
  const dues = new Map(lines.flatMap((l) => l.known.due.map((d) => [d.expected, d] as const)));
  return (
    <fieldset className="rv-set row wrap" aria-label={t('knew.filter.label')}>
      {FILTERS.filter((f) => f !== 'bears' || dues.size > 0).map((f) => (
        <Button key={f} size="small" pressed={f === filter} onClick={() => setFilter(f)}>
          {t(`knew.filter.${f}`)}
        </Button>
      ))}
      {filter === 'bears' && (
        <Choose
          bare
          title={t('knew.action')}
          data={[
            { value: '', label: t('knew.anyAction') },
            ...[...dues.values()]
              .sort((a, b) => a.at - b.at)
              .map((d) => ({ value: d.expected, label: t('knew.actionOption', { number: d.number, text: text(d.text) }) })),
          ]}
          value={expected ?? ''}
          change={(id) => setExpected(id || undefined)}
        />
      )}
    </fieldset>
  );
}
