import '../../../kit/review/Timeline.css';
import { useElementSize } from '@mantine/hooks';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { Axis } from '../../../kit/review/Axis.tsx';
import { type Lane, type LaneWords, layLane, type PlacedMark, ROW, scaleOf } from '../../../kit/review/laneLayout.ts';
import { useReviewParts } from '../../../kit/review/part.ts';
import { type Review, useReview } from '../../../kit/review/reviewContext.ts';
import { fitted } from '../../../kit/textWidth.ts';
import { useFontArrivals } from '../../../kit/useFontArrivals.ts';
import { LabelledMark, troubleOf } from './LabelledMark.tsx';
import { evidenceOfKey, lanesOf, marksOf } from './timeline.ts';

export interface TimelineProps {
  readonly shows: ReadonlySet<string>;
  readonly zoom: number;
  /** On paper the width is given; on screen it is measured. */
  readonly width?: number | undefined;
}

/** What happened, a lane per party, up to the chosen moment; what came after lies under a veil. */
export function Timeline({ shows, zoom, width: given }: TimelineProps) {
  const { ref, width: measured } = useElementSize();
  const { whole, edition, events, end, moment } = useReview();
  const t = useWords('review');
  const parts = useReviewParts();
  const all = useMemo(() => marksOf(parts, { world: whole, edition, events, end }), [parts, whole, edition, events, end]);
  const marks = useMemo(() => all.filter((m) => shows.has(m.kind)), [all, shows]);
  const ids = useMemo(() => lanesOf(whole, marks), [whole, marks]);
  const words = useLaneWords(zoom > 1);
  const width = (given ?? measured) * zoom;
  const lanes = useMemo(
    () =>
      width > 0
        ? ids.map((id) =>
            layLane(
              id,
              marks.filter((m) => m.lane === id),
              width,
              end,
              words,
            ),
          )
        : [],
    [ids, marks, width, end, words],
  );
  const now = scaleOf(width, end)(moment.at);
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming nearer keeps the chosen moment in sight; scrubbing does not scroll
  useLayoutEffect(() => {
    const box = frame.current?.closest('.rv-scroll');
    if (box && zoom > 1) box.scrollLeft = now - measured / 2;
  }, [zoom, measured]);
  return (
    <div ref={frame} className="rv-timeline">
      <div className="rv-lane-row rv-measure" aria-hidden="true">
        <div className="rv-gutter" />
        <div ref={ref} />
      </div>
      <div className="rv-lanes">
        {ids.length === 0 && <p className="rv-nothing dim">{t('timeline.none')}</p>}
        {ids.length > 0 && <Axis width={width} />}
        {lanes.map((lane) => (
          <LaneRow key={lane.id} lane={lane} width={width} now={now} />
        ))}
      </div>
    </div>
  );
}

/** Messages have no label while the whole exercise is on the screen: their number says enough, and injects need the room. */
function useLaneWords(near: boolean): LaneWords {
  const t = useWords('review');
  const kit = useWords('kit');
  const text = useText();
  const arrivals = useFontArrivals();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arrivals of fonts say when to measure anew
  return useMemo(
    () => ({
      title: (mark) => (mark.says ? t(mark.says) : mark.wordless === 'far' && !near ? '' : text(mark.title)),
      suffix: (mark) => troubleOf(mark, kit),
      together: (count, burst) => (burst ? String(count) : t('people', { count })),
      fitted: (words, most) => fitted(words.replace(/\s+/g, ' '), most),
    }),
    [t, kit, text, near, arrivals],
  );
}

function LaneRow({ lane, width, now }: { readonly lane: Lane; readonly width: number; readonly now: number }) {
  const { open, opened, whole, wording } = useReview();
  const chosen = opened && 'key' in opened ? opened.key : undefined;
  return (
    <div className="rv-lane-row">
      <div className="rv-gutter">
        <LaneName id={lane.id} />
      </div>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: every mark in it has its own words */}
      <svg width={width} height={lane.height} className="rv-lane">
        <Marks lane={lane} chosen={chosen} open={open} whole={whole} wording={wording} />
        <rect x={now} y={0} width={Math.max(0, width - now)} height={lane.height} className="rv-veil" />
        <path d={`M${now} 0V${lane.height}`} className="rv-now" />
      </svg>
    </div>
  );
}

function LaneName({ id }: { readonly id: string }) {
  const t = useWords('review');
  const text = useText();
  const { parties } = useDirectory();
  const party = parties.find((p) => p.id === id);
  return (
    <span className="row rv-lane-name">
      <AddressMark address={party ? `party:${id}` : id === 'all' ? 'public' : 'entity:'} />
      <span className="strong small">{party ? text(party.name) : t(id === 'all' ? 'allLane' : 'simulated')}</span>
    </span>
  );
}

/** Memoised: scrubbing moves the veil, not the marks. */
const Marks = memo(function Marks({ lane, chosen, ...given }: MarkGiven & { readonly lane: Lane; readonly chosen: string | undefined }) {
  return lane.placed.map((placed) => (
    <OneMark
      key={`${placed.mark.key} ${placed.mark.form} ${placed.mark.at}`}
      placed={placed}
      chosen={placed.mark.key === chosen}
      {...given}
    />
  ));
});

type MarkGiven = Pick<Review, 'open' | 'whole' | 'wording'>;

function OneMark({ placed, chosen, open, whole, wording }: MarkGiven & { readonly placed: PlacedMark; readonly chosen: boolean }) {
  const t = useWords('review');
  const kit = useWords('kit');
  const parts = useReviewParts();
  const { mark, more, x, y, label } = placed;
  const act = (): void =>
    more.length > 0
      ? open({
          title: t(mark.together ? 'people' : 'burst', { count: more.length + 1 }),
          evidence: [mark, ...more].flatMap((m) => evidenceOfKey(parts, whole, m.key)),
        })
      : open({ key: mark.key });
  const status = mark.status ? kit(`state.${mark.status}`) : '';
  const spoken = [
    t(`kindOne.${mark.kind}`),
    mark.number,
    more.length > 0 && !mark.together ? t('burst', { count: more.length + 1 }) : wording.pick(mark.title) || label.title,
    wording.time(mark.at),
    status,
    label.suffix,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button inside SVG cannot be an HTML button
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      className={chosen ? 'rv-mark chosen' : 'rv-mark'}
      onClick={act}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' && e.key !== ' ') return;
        e.preventDefault();
        act();
      }}
    >
      <title>{spoken}</title>
      <rect x={x - 9} y={y - ROW / 2 + 1} width={18} height={ROW - 2} rx={4} className="rv-hit" />
      <LabelledMark placed={placed} />
    </g>
  );
}
