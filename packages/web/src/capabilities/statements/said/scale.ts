import type { Ms } from '@entente/engine';

/** Scenario time on a line of so many px, with long silences cut short, so that what was said in one hour can be read. */
export interface Scale {
  readonly x: (at: Ms) => number;
  /** Silences that are cut short: from where to where, in px. */
  readonly cuts: readonly { readonly from: number; readonly to: number; readonly at: Ms }[];
  /** What lies between them, scenario ms. */
  readonly parts: readonly { readonly from: Ms; readonly to: Ms }[];
}

const HOUR = 3_600_000;
/** The width of a silence that is cut short, px. */
const CUT = 14;

/** `times`: when something was said. A silence is cut if it is longer than two hours and than a fifth of the rest. */
export function scaleOf(times: readonly Ms[], from: Ms, to: Ms, width: number): Scale {
  const all = [...new Set([from, ...times.filter((t) => t > from && t < to), Math.max(to, from + 1)])].sort((a, b) => a - b);
  const silences = all.flatMap((t, i) => (i > 0 ? [{ from: all[i - 1] as Ms, to: t, long: t - (all[i - 1] as Ms) }] : []));
  const cut = new Set<(typeof silences)[number]>();
  for (const s of [...silences].sort((a, b) => b.long - a.long)) {
    const rest = silences.filter((o) => o !== s && !cut.has(o)).reduce((sum, o) => sum + o.long, 0);
    if (s.long > 2 * HOUR && s.long > rest / 5) cut.add(s);
  }
  // A margin of its two ends is kept, so that a mark does not stand on the edge of the cut.
  const rest = silences.reduce((sum, s) => sum + (cut.has(s) ? 0 : s.long), 0);
  const margin = Math.max(5 * 60_000, rest / 9);
  const parts: { from: Ms; to: Ms }[] = [{ from, to: from }];
  for (const s of silences) {
    const last = parts.at(-1) as { from: Ms; to: Ms };
    if (cut.has(s) && s.long > 3 * margin) {
      last.to = s.from + margin;
      // Nothing follows the last silence: the line ends with what was open then.
      parts.push({ from: s.to - margin, to: s.to });
    } else last.to = s.to;
  }
  const time = parts.reduce((sum, p) => sum + (p.to - p.from), 0) || 1;
  const room = Math.max(1, width - CUT * (parts.length - 1));
  const starts: number[] = [];
  let at = 0;
  for (const p of parts) {
    starts.push(at);
    at += ((p.to - p.from) / time) * room + CUT;
  }
  const x = (t: Ms): number => {
    for (const [i, p] of parts.entries()) {
      const start = starts[i] as number;
      if (t < p.from) return start - CUT / 2;
      if (t <= p.to) return start + ((t - p.from) / time) * room;
    }
    return width;
  };
  const cuts = parts.slice(1).map((p, i) => ({ from: (starts[i + 1] as number) - CUT, to: starts[i + 1] as number, at: p.from }));
  return { x, cuts, parts };
}
