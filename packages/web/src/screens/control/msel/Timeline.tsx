import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { Entry } from '../../../kit/control/entry.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { textWidth } from '../../../kit/textWidth.ts';
import { useFontArrivals } from '../../../kit/useFontArrivals.ts';
import { entryLabel } from './entryLabel.ts';
import { type Filter, filtered, lanesFor } from './msel.ts';
import { TimelineAxis } from './TimelineAxis.tsx';
import { TimelineLanes } from './TimelineLanes.tsx';
import { TimelineOverview } from './TimelineOverview.tsx';
import { type LanePlace, layoutLanes } from './timelineLayout.ts';
import { leftEdge, panned, revealing, type TimeWindow, zoomed } from './timeWindow.ts';
import { Zoom } from './Zoom.tsx';

export interface TimelineProps {
  readonly filter: Filter;
  readonly window: TimeWindow;
  readonly setWindow: (window: TimeWindow) => void;
  readonly hands: ReadonlySet<string>;
  readonly waitsFor: (entry: Entry) => string;
  /** Lanes that are folded, by their id. */
  readonly folded: ReadonlySet<string>;
  readonly fold: (lane: string) => void;
}

/** The MSEL as a picture: a lane per party, past left of the now-line, what will and may come right of it. */
export function Timeline({ filter, window, setWindow, hands, waitsFor, folded, fold }: TimelineProps) {
  const { now, duration } = useControl();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(measured, 200);
  const pxPerMs = width / window.span;
  const layout = useLayout({ filter, hands, waitsFor, folded, width, pxPerMs });
  useReveal(setWindow, window, now, duration);
  const body = useRef<HTMLDivElement>(null);
  useWheel(
    body,
    (step, share) => setWindow(zoomed(window, step, now, duration, leftEdge(window, now) + share * window.span)),
    (share) => setWindow(panned(window, share, now, duration)),
  );
  return (
    <div className="ct-timeline">
      <TimelineOverview window={window} setWindow={setWindow} />
      <div className="ct-timeline-head">
        <div className="ct-lane-name ct-zoom-cell">
          <Zoom window={window} setWindow={setWindow} className="ct-broad" />
        </div>
        <div ref={ref} className="ct-grow">
          <TimelineAxis window={window} width={width} />
        </div>
      </div>
      <div ref={body} className="ct-timeline-body">
        <TimelineLanes
          layout={layout}
          window={window}
          width={width}
          pxPerMs={pxPerMs}
          hands={hands}
          fold={fold}
          onPan={(share) => setWindow(panned(window, share, now, duration))}
        />
      </div>
    </div>
  );
}

interface LayoutLook extends Pick<TimelineProps, 'filter' | 'hands' | 'waitsFor' | 'folded'> {
  readonly width: number;
  readonly pxPerMs: number;
}

/** Where the marks stand. */
function useLayout({ filter, hands, waitsFor, folded, width, pxPerMs }: LayoutLook) {
  const { entries, names, viewer, now, duration, ended, selection, pick, say } = useControl();
  const parts = useControlParts();
  const { language } = usePreferences();
  const fonts = useFontArrivals();
  // Placing follows the clock in steps of a few px: nothing is laid out anew every second.
  const step = Math.max(1000, Math.round(8 / pxPerMs));
  const layoutNow = Math.floor(now / step) * step;
  const lanes = useMemo(
    () => lanesFor(names, viewer, entries, parts).filter((l) => !filter.party || l.id === filter.party),
    [names, viewer, entries, parts, filter.party],
  );
  const stood = useRef<{ at: string; lanes: readonly LanePlace[] }>({ at: '', lanes: [] });
  const layout = useMemo(() => {
    // Marks keep their rows until somebody asks for another picture, or letters have another width.
    const at = JSON.stringify([pxPerMs, width, filter, language, fonts]);
    const keep = new Set(hands);
    if (selection) keep.add(selection.id);
    // After ENDEX nothing comes any more “at any time”.
    const shown = filtered(entries, filter).filter((e) => !ended || e.at !== undefined);
    const placed = layoutLanes(shown, lanes, {
      folded,
      before: stood.current.at === at ? stood.current.lanes : undefined,
      pxPerMs,
      end: duration,
      now: layoutNow,
      keep,
      measure: textWidth,
      shelf: { width: width * 0.6 - 8, words: textWidth(say('timeline.anyTime')) + 8 },
      label: (e) => entryLabel(parts, e, waitsFor(e), layoutNow, pick, say),
    });
    stood.current = { at, lanes: placed.lanes };
    return placed;
  }, [
    parts,
    entries,
    filter,
    lanes,
    folded,
    pxPerMs,
    width,
    ended,
    duration,
    layoutNow,
    hands,
    selection,
    waitsFor,
    pick,
    say,
    fonts,
    language,
  ]);
  return layout;
}

/** What gets selected elsewhere comes into view; what is already in view does not move. */
function useReveal(setWindow: (w: TimeWindow) => void, window: TimeWindow, now: number, duration: number): void {
  const { selection, entries } = useControl();
  const latest = useRef({ window, now, entries });
  latest.current = { window, now, entries };
  useEffect(() => {
    if (!selection) return;
    // Its lane may be out of sight; the mark is drawn only once the window has come to it.
    const timer = setTimeout(() => {
      document.querySelector(`[data-mark="${CSS.escape(selection.id)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }, 80);
    const at = latest.current.entries.find((e) => e.id === selection.id)?.at;
    if (at !== undefined) {
      const next = revealing(latest.current.window, at, latest.current.now, duration);
      if (next !== latest.current.window) setWindow(next);
    }
    return () => clearTimeout(timer);
  }, [selection, duration, setWindow]);
}

/** Ctrl + wheel zooms about the pointer, shift + wheel or a sideways wheel pans. React listens passively, so not with onWheel. */
function useWheel(
  ref: React.RefObject<HTMLElement | null>,
  zoom: (step: -1 | 1, share: number) => void,
  pan: (share: number) => void,
): void {
  const handlers = useRef({ zoom, pan });
  handlers.current = { zoom, pan };
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let last = 0;
    const onWheel = (e: WheelEvent): void => {
      const sideways = e.shiftKey ? e.deltaY || e.deltaX : e.deltaX;
      if (!e.ctrlKey && !e.metaKey && Math.abs(sideways) <= Math.abs(e.shiftKey ? 0 : e.deltaY)) return;
      e.preventDefault();
      const plot = element.querySelector('svg')?.getBoundingClientRect();
      if (!plot) return;
      if (!e.ctrlKey && !e.metaKey) {
        handlers.current.pan(sideways / plot.width);
        return;
      }
      if (e.timeStamp - last < 120) return; // one step per notch, however fine the wheel
      last = e.timeStamp;
      handlers.current.zoom(e.deltaY < 0 ? -1 : 1, Math.max(0, Math.min(1, (e.clientX - plot.left) / plot.width)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [ref]);
}
