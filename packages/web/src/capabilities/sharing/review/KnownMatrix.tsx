import type { Roster } from '@entente/engine';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { Axis, useTicks } from '../../../kit/review/Axis.tsx';
import { scaleOf } from '../../../kit/review/laneLayout.ts';
import { movesOf } from '../../../kit/review/moves.ts';
import { type Review, useReview } from '../../../kit/review/reviewContext.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { Hatching, Lanes, Letters } from './KnownLanes.tsx';
import { MadeOf, Says } from './KnownSays.tsx';
import type { KnownLine } from './known.ts';
import { useKnownFrame } from './knownFrame.ts';
import { type KnownFrame, layKnown } from './knownLayout.ts';
import { spokenRow } from './knownWords.ts';

/** Items × parties over scenario time. Up and down go from row to row, Enter opens; what came after the moment lies under a veil. */
export function KnownMatrix({ lines, roster }: { readonly lines: readonly KnownLine[]; readonly roster: Roster }) {
  const { ref, width: measured } = useElementSize();
  const { end, events, moment, wording, opened, open, edition } = useReview();
  const chosen = opened && 'key' in opened ? opened.key : undefined;
  const t = useWords('review');
  const width = Math.max(measured, 0);
  const frame = useKnownFrame({ width, end, until: events.at(-1)?.at ?? 0 }, edition, roster);
  const rows = useRows(lines);
  const now = scaleOf(width, end)(moment.at);
  return (
    <div className="rv-k-frame">
      {/* The scale is taken beside the scrolling part: its bar lies over the air at the end, so that the scrubber fits. */}
      <div className="rv-lane-row rv-measure" aria-hidden="true">
        <div className="rv-gutter" />
        <div ref={ref} />
      </div>
      <div className="rv-k-scroll">
        {width > 0 && (
          <div className="rv-k-body" style={{ width: `calc(var(--rv-gutter) + ${width}px)` }}>
            <Grid width={width} />
            <Hatching />
            <div className="rv-k-head">
              <span className="rv-k-headwords small dim">{t('knew.head')}</span>
              <Axis width={width} />
            </div>
            <ol className="rv-k-rows" onKeyDown={rows.keys} ref={rows.list}>
              {lines.map((line, i) => (
                <KnownRowView
                  key={line.key}
                  line={line}
                  width={width}
                  frame={frame}
                  reachable={i === rows.at}
                  moved={rows.moved(lines, i)}
                  chosen={line.key === chosen}
                  whole={edition === 'control'}
                  {...{ wording, open }}
                />
              ))}
            </ol>
            <div className="rv-k-veil" style={{ left: `calc(var(--rv-gutter) + ${now}px)` }} />
          </div>
        )}
      </div>
    </div>
  );
}

/** The hours, behind all rows. */
function Grid({ width }: { readonly width: number }) {
  const { end } = useReview();
  const scale = scaleOf(width, end);
  return (
    <svg className="rv-k-grid" width={width} aria-hidden="true">
      {useTicks(width).map((at) => (
        <line key={at} x1={scale(at)} x2={scale(at)} y1={0} y2="100%" />
      ))}
    </svg>
  );
}

/** One row at a time is in the order of tabs; arrows go on from it. */
function useRows(lines: readonly KnownLine[]) {
  const { whole, opened } = useReview();
  const list = useRef<HTMLOListElement>(null);
  const chosen = lines.findIndex((l) => opened && 'key' in opened && l.key === opened.key);
  const [last, setLast] = useState(0);
  const at = chosen >= 0 ? chosen : Math.min(last, lines.length - 1);
  const moves = useMemo(() => movesOf(whole), [whole]);
  const moveAt = (ms: number): number => moves.findLastIndex((m) => m.from <= ms);
  const keys = (e: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('.rv-k-open') ?? [])];
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to =
      e.key === 'ArrowDown' || e.key === 'j'
        ? from + 1
        : e.key === 'ArrowUp' || e.key === 'k'
          ? from - 1
          : e.key === 'Home'
            ? 0
            : e.key === 'End'
              ? buttons.length - 1
              : undefined;
    const next = to === undefined ? undefined : buttons[to];
    if (!next || from < 0) return;
    e.preventDefault();
    setLast(to as number);
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  /** True where a new move began since the item before: a stronger line. */
  const moved = (all: readonly KnownLine[], i: number): boolean => {
    const line = all[i] as KnownLine;
    const before = all.slice(0, i).findLast((l) => l.depth === 0);
    return before !== undefined && line.depth === 0 && moveAt(before.known.since) !== moveAt(line.known.since);
  };
  return { list, at, keys, moved };
}

interface RowProps {
  readonly line: KnownLine;
  readonly width: number;
  readonly frame: KnownFrame;
  readonly reachable: boolean;
  readonly moved: boolean;
  readonly chosen: boolean;
  /** True in lead control’s own record. */
  readonly whole: boolean;
  readonly wording: Wording;
  readonly open: Review['open'];
}

/** Memoised, and it asks nothing of the review: scrubbing moves the veil, and no row is made anew. */
const KnownRowView = memo(function KnownRowView({ line, width, frame, reachable, moved, chosen, whole, wording, open }: RowProps) {
  const text = useText();
  const row = useMemo(() => layKnown(line.known, frame), [line, frame]);
  const openAt = useCallback((event?: string) => open({ key: line.key, event }), [open, line.key]);
  const class_ = ['rv-k-row', chosen && 'chosen', moved && 'moved', line.depth > 0 && 'derived'].filter(Boolean).join(' ');
  return (
    <li className={class_}>
      <button type="button" className="rv-k-open" tabIndex={reachable ? 0 : -1} aria-pressed={chosen} onClick={() => openAt()}>
        <span className="unseen">{spokenRow(line, wording)}</span>
        <span className="rv-k-title" aria-hidden="true" style={{ paddingLeft: Math.min(line.depth, 3) * 16 }}>
          <AddressMark address={line.originator} />
          <span className="rv-k-words">
            <span className="strong rv-k-name" title={text(line.title)}>
              {line.of && <span className="dim">↳ </span>}
              {text(line.title)}
            </span>
            <MadeOf line={line} />
            <span className="rv-k-under">
              <LabelChip label={line.label} />
              <Says says={line.says} whole={whole} />
            </span>
          </span>
        </span>
      </button>
      <Letters lanes={row.lanes} height={row.height} />
      <svg width={width} height={row.height} className="rv-k-lanes" aria-hidden="true" onClick={() => openAt()}>
        <Lanes lanes={row.lanes} width={width} openAt={openAt} wording={wording} />
      </svg>
    </li>
  );
});
