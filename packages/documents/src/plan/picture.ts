import type { Ms } from '@entente/engine';
import { escaped } from './markup.ts';
import type { PlanPaper, PlanRow } from './paper.ts';
import { localAt } from './times.ts';
import { PLAN_WORDS } from './words.ts';

/** The matrix as a picture (SVG): hollow as planned, solid as it was, hatched as expected, a bracket at the latest end, a line at the moment. */

const [LEFT, WIDTH, ROW, STRIP] = [380, 1_280, 30, 16];
const MINUTE = 60_000;
/** Between the lines of the axis, in minutes: as many as fit. */
const GRIDS = [5, 10, 15, 30, 60, 120, 240, 480, 1_440];
const MOST_LINES = 12;
/** Night on a capital’s clock: as the matrix on the screen shades it. */
const isNight = (hour: number): boolean => hour >= 22 || hour < 6;

export function planPicture(paper: PlanPaper): string {
  const say = PLAN_WORDS[paper.language];
  const capitals = paper.capitals.length === 0 ? [{ name: 'UTC', zone: 'UTC' }] : paper.capitals;
  const { from, grid, lines } = axisOf(paper);
  const to = from + grid * lines;
  const x = (at: Ms): number => Math.round(LEFT + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * (WIDTH - LEFT - 20));
  const top = 40 + capitals.length * STRIP;
  const height = top + paper.rows.length * ROW + 40;
  const ticks = Array.from({ length: lines + 1 }, (_, i) => from + i * grid);
  const strips = capitals.map(({ name, zone }, i) => {
    const y = 34 + i * STRIP;
    const hours = nights(paper.start, from, to, zone);
    return [
      text(LEFT - 44, y + 11, name, 'end', 11),
      ...hours.map(([a, b]) => `<rect x="${x(a)}" y="${y}" width="${Math.max(0, x(b) - x(a))}" height="${STRIP}" fill="#D9DEE8"/>`),
      ...ticks.map((at, n) => text(x(at), y + 11, clockWith(paper, at, zone, n === 0 ? undefined : ticks[n - 1]), 'middle', 10)),
    ].join('');
  });
  const title = `${say.exercise} · ${paper.label} · ${paper.title} · ${say.version(paper.version)} · ${say[paper.state]}`;
  const isShown = paper.now >= from && paper.now <= to;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui,sans-serif" role="img" aria-label="${escaped(title)}">`,
    '<defs><pattern id="expected" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#334155"/></pattern></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    text(12, 20, title, 'start', 13, true),
    ...strips,
    ...ticks.map((at) => `<path d="M${x(at)} ${top - 4}V${height - 30}" stroke="#CBD5E1"/>`),
    ...paper.rows.map((row, i) => rowOf(row, top + i * ROW, x)),
    isShown
      ? `<path d="M${x(paper.now)} ${top - 6}V${height - 30}" stroke="#1D4ED8" stroke-width="2"/>${text(x(paper.now), height - 14, say.now, 'middle', 11)}`
      : '',
    text(12, height - 14, `${say.exercise} · ${paper.label}`, 'start', 11),
    '</svg>',
  ].join('\n');
}

function rowOf(row: PlanRow, y: number, x: (at: Ms) => number): string {
  const bar = (span: NonNullable<PlanRow['planned']>, at: number, look: string): string =>
    `<rect x="${x(span.start)}" y="${at}" width="${Math.max(3, x(span.end) - x(span.start))}" height="8" ${look}/>`;
  const begun = row.isOver || row.state === 'running' || row.state === 'blocked' || row.state === 'hindered';
  const planned = row.planned ? bar(row.planned, y + 4, `fill="#fff" stroke="#475569"${row.critical ? ' stroke-width="2.5"' : ''}`) : '';
  const real = row.real
    ? bar(row.real, y + 16, row.isOver ? 'fill="#0F766E"' : begun ? 'fill="url(#expected)" stroke="#0F766E"' : 'fill="url(#expected)"')
    : '';
  const latest =
    row.latest === undefined ? '' : `<path d="M${x(row.latest) - 4} ${y + 3}h4v20h-4" fill="none" stroke="#92400E" stroke-width="2"/>`;
  const [number, words] = [`${row.number} ${row.letter}`.trim(), row.text.length > 52 ? `${row.text.slice(0, 51)}…` : row.text];
  return [
    `<g>${text(12, y + 18, number, 'start', 12, true)}${text(58, y + 18, words, 'start', 12)}`,
    `<path d="M0 ${y + ROW}H${WIDTH}" stroke="#E2E8F0"/>${planned}${real}${latest}</g>`,
  ].join('');
}

/** From the first to the last time of the plan, on whole lines. */
function axisOf({ rows, now }: PlanPaper): { readonly from: Ms; readonly grid: Ms; readonly lines: number } {
  const times = rows
    .flatMap((r) => [r.planned?.start, r.planned?.end, r.real?.start, r.real?.end, r.latest])
    .filter((t) => t !== undefined);
  const [first, last] = times.length === 0 ? [now, now] : [Math.min(...times), Math.max(...times)];
  const minutes = Math.max(1, (last - first) / MINUTE);
  const grid = (GRIDS.find((g) => minutes / g <= MOST_LINES - 2) ?? Math.ceil(minutes / MOST_LINES / 1_440) * 1_440) * MINUTE;
  const from = Math.floor(first / grid) * grid;
  return { from, grid, lines: Math.max(1, Math.ceil((last - from) / grid + 0.01)) };
}

/** The stretches between two moments in which it is night in a zone, by quarters of an hour. */
function nights(start: string, from: Ms, to: Ms, zone: string): (readonly [Ms, Ms])[] {
  const step = Math.max(15 * MINUTE, Math.ceil((to - from) / 500 / MINUTE) * MINUTE);
  const found: [Ms, Ms][] = [];
  for (let at = from; at < to; at += step) {
    if (!isNight(localAt(start, at, zone).hour)) continue;
    const last = found.at(-1);
    if (last?.[1] === at) last[1] = Math.min(to, at + step);
    else found.push([at, Math.min(to, at + step)]);
  }
  return found;
}

/** The time on a clock, and the day wherever it is another one than before. */
function clockWith({ start }: PlanPaper, at: Ms, zone: string, before: Ms | undefined): string {
  const local = localAt(start, at, zone);
  return before === undefined || localAt(start, before, zone).date !== local.date ? `${local.date.slice(5)} ${local.time}` : local.time;
}

const text = (x: number, y: number, words: string, anchor: string, size: number, bold = false): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="#0F172A">${escaped(words)}</text>`;
