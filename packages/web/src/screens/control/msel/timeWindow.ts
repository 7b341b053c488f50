/** The stretch of scenario time that the timeline shows. All times in ms from STARTEX. */
export interface TimeWindow {
  readonly span: number;
  /** Left edge; absent: follows now. */
  readonly from?: number;
}

const MINUTE = 60_000;
/** Spans that the zoom buttons step through. */
export const SPANS: readonly number[] = [15, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320].map((m) => m * MINUTE);
/** Now stands here, so that the future has room for its labels. */
export const NOW_AT = 0.4;

/** Before STARTEX there is nothing to see: the picture begins this share of its span earlier, for air. */
const LEAD = 0.04;

export function leftEdge(window: TimeWindow, now: number): number {
  return window.from ?? Math.max(-LEAD * window.span, now - NOW_AT * window.span);
}

/** The next nearer (−1) or wider (+1) span. Zooming about `anchor` keeps that moment where it is on the screen. */
export function zoomed(window: TimeWindow, step: -1 | 1, now: number, duration: number, anchor?: number): TimeWindow {
  const widest = SPANS.find((s) => s >= duration * 1.2) ?? (SPANS.at(-1) as number);
  const next = step < 0 ? SPANS.findLast((s) => s < window.span) : SPANS.find((s) => s > window.span);
  const span = Math.min(next ?? window.span, widest);
  if (window.from === undefined && anchor === undefined) return { span };
  const at = anchor ?? window.from! + window.span / 2;
  const share = (at - leftEdge(window, now)) / window.span;
  return bounded({ span, from: at - share * span }, duration);
}

/** Moved by a share of the span: 0.25 is a quarter to the right. It no longer follows now. */
export function panned(window: TimeWindow, share: number, now: number, duration: number): TimeWindow {
  return bounded({ span: window.span, from: leftEdge(window, now) + share * window.span }, duration);
}

/** The window around a moment, not moved if the moment is already in it with some air. */
export function revealing(window: TimeWindow, at: number, now: number, duration: number): TimeWindow {
  const from = leftEdge(window, now);
  if (at >= from + 0.03 * window.span && at <= from + 0.85 * window.span) return window;
  return bounded({ span: window.span, from: at - NOW_AT * window.span }, duration);
}

/** Never so far that nothing of the exercise is left to see. */
function bounded(window: { span: number; from: number }, duration: number): TimeWindow {
  const least = -LEAD * window.span;
  const most = duration - 0.1 * window.span;
  return { span: window.span, from: Math.round(Math.max(least, Math.min(most, window.from))) };
}

/** Round times for the axis, at least `apart` px from one another; `offset` ms shifts them to whole hours of the clock on the wall. */
export function axisTimes(from: number, span: number, width: number, apart: number, offset: number): number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((m) => m * MINUTE);
  const step = steps.find((s) => (s / span) * width >= apart) ?? (steps.at(-1) as number);
  const times: number[] = [];
  for (let t = Math.ceil((from + offset) / step) * step - offset; t <= from + span; t += step) times.push(t);
  return times;
}
