import { useDirectory } from '../../../kit/Directory.tsx';
import { textWidth } from '../../../kit/textWidth.ts';
import type { SaidFlag } from './chart.ts';
import { BETWEEN, type Layout, type PlacedJoin, type PlacedLabel, type PlacedRepair } from './layout.ts';
import { Hatches, SaidShape, StanceBar } from './Shapes.tsx';
import { useScene } from './scene.ts';

/** The drawing itself: bars, marks, what joins statements that part, and what repairs them. */
export function Picture({ layout, width }: { readonly layout: Layout; readonly width: number }) {
  const { t, chart, marked, chosen } = useScene();
  const { scale, groups, height } = layout;
  const { parties } = useDirectory();
  const own = (of: string): string => {
    const order = parties.findIndex((p) => `party:${p.id}` === of);
    return order < 0 ? '' : `p${(order % 4) + 1}`;
  };
  const lanes = groups.flatMap((g) => g.lanes);
  const lowest = (said: string): number => Math.max(BETWEEN, ...layout.marks.filter((m) => m.mark.said === said).map((m) => m.y));
  return (
    <svg width={width} height={height} role="img" aria-label={t('review.picture')}>
      <Hatches />
      {groups.map((g) => (
        <path key={g.top} d={`M0 ${g.top}H${width}`} className="sd-rule" />
      ))}
      {scale.cuts.map((c) => (
        <g key={c.from}>
          <rect x={c.from} y={0} width={c.to - c.from} height={height} className="sd-cut" />
          <path d={`M${c.from} 0V${height}M${c.to} 0V${height}`} className="sd-cut-edge" />
        </g>
      ))}
      {chart.joints.map((j) => (
        <path key={j.said} d={`M${scale.x(j.at)} 12V${lowest(j.said)}`} className="sd-joint" />
      ))}
      {lanes.map(({ lane, y }) => (
        <g key={lane.key} className={own(lane.of)}>
          <path d={`M0 ${y}H${width}`} className="sd-base" />
          {lane.bars.map((b) => (
            <StanceBar key={`${b.kind} ${b.from}`} bar={b} from={scale.x(b.from)} to={scale.x(b.to)} y={y} />
          ))}
        </g>
      ))}
      {scale.cuts.map((c) => (
        <rect key={c.from} x={c.from + 3} y={BETWEEN + 1} width={c.to - c.from - 6} height={height} className="sd-cut" />
      ))}
      {layout.repairs.map((r) => (
        <Repair key={`${r.repair.by} ${r.repair.of}`} placed={r} labels={layout.labels} />
      ))}
      {layout.joins.map((j) => (
        <Join key={j.join.flag.key} placed={j} />
      ))}
      {layout.marks.map((m) => (
        <g key={`${m.lane.key} ${m.mark.said}`} transform={`translate(${m.x} ${m.y})`} className={own(m.lane.of)}>
          {(marked.has(m.mark.said) || `said:${m.mark.said}` === chosen) && (
            <rect x={-13} y={-13} width={26} height={26} rx={5} className="sd-chosen" />
          )}
          <SaidShape form={m.mark.form} stance={m.mark.stance} />
        </g>
      ))}
      {layout.labels.map((l) => (
        <text key={l.key} x={l.x} y={l.y} textAnchor={l.anchor} className={`sd-label ${l.tone}`}>
          {l.text}
        </text>
      ))}
      {layout.joins.map((j) => (
        <JoinLabel key={j.join.flag.key} placed={j} />
      ))}
      <Reading layout={layout} />
      <Between x={scale.x} />
    </svg>
  );
}

/** What the chosen report had read: drawn only then, or the picture would be all threads. */
function Reading({ layout: { marks } }: { readonly layout: Layout }) {
  const { look, chosen } = useScene();
  const report = look.things.find((x) => `said:${x.id}` === chosen);
  const own = marks.filter((m) => m.mark.said === report?.id)[0];
  if (!report || !own) return null;
  return report.reads.map((id) => {
    const read = marks.find((m) => m.mark.said === id);
    return read && <path key={id} d={`M${own.x - 8} ${own.y}L${read.x + 8} ${read.y}`} className="sd-read" />;
  });
}

function useOpenFlag(): (flag: SaidFlag) => void {
  const { open } = useScene();
  return (flag) => open?.(`pair:${flag.key}`);
}

/** Amber and dashed: ambiguous. Red, solid, with a dot: contradictory. A ring where the earlier one stood. */
function Join({ placed: { join, x, from, to } }: { readonly placed: PlacedJoin }) {
  const go = useOpenFlag();
  const { flag } = join.flag;
  const chosen = useScene().chosen === `pair:${join.flag.key}`;
  const down = to >= from ? 1 : -1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list and the marks open the same by keyboard; the picture is one image to screen readers
    <g className={`sd-join ${flag}${chosen ? ' chosen' : ''}`} onClick={() => go(join.flag)}>
      <path d={`M${x} ${from}V${to - 8 * down}`} className="sd-join-wide" />
      <path d={`M${x} ${from + (flag === 'ambiguous' ? 5 * down : 0)}V${to - 8 * down}`} />
      {flag === 'ambiguous' ? <circle cx={x} cy={from} r={5} className="sd-ring" /> : <circle cx={x} cy={from} r={4} className="sd-dot" />}
    </g>
  );
}

/** The word beside the line, where the line is long enough to carry it. */
function JoinLabel({ placed: { join, x, from, to } }: { readonly placed: PlacedJoin }) {
  const { join: named } = useScene().labels;
  const go = useOpenFlag();
  if (Math.abs(to - from) < 50) return null;
  const { text, tone } = named(join);
  const wide = textWidth(text) + 10;
  const left = Math.max(0, x - wide - 8);
  const y = (from + to) / 2;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as the join itself
    <g onClick={() => go(join.flag)} className={`sd-tag ${tone}`}>
      <rect x={left} y={y - 10} width={wide} height={20} rx={3} />
      <text x={left + wide / 2} y={y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

interface RepairProps {
  readonly placed: PlacedRepair;
  readonly labels: readonly PlacedLabel[];
}

/** Green, back to what it repairs; words stand in its way and are not struck through. A short way is an arc, seen beside its marks. */
function Repair({ placed: { from, to }, labels }: RepairProps) {
  const near = from.x - to.x < 90 && from.y === to.y;
  const y = to.y - 11;
  if (near)
    return (
      <g className="sd-repair">
        <path d={`M${from.x} ${from.y - 9}Q${(from.x + to.x) / 2} ${from.y - 22} ${to.x + 4} ${to.y - 11}`} />
        <path d={`M${to.x + 11} ${to.y - 10}L${to.x + 3} ${to.y - 10}L${to.x + 8} ${to.y - 17}`} />
      </g>
    );
  const start = from.y === to.y ? from.x - 9 : from.x;
  const end = to.x + 10;
  const words = labels
    .filter((l) => l.y === to.y - 7)
    .map(boxOf)
    .filter(([a, b]) => b > end && a < start)
    .sort(([a], [b]) => a - b);
  const pieces: string[] = [];
  let at = end;
  for (const [a, b] of [...words, [start, start] as const]) {
    if (a - at > 4) pieces.push(`M${at} ${y}H${a}`);
    at = Math.max(at, b);
  }
  // The head stands where the line can be seen to end in it.
  const tip = words[0] && words[0][0] - end < 12 ? words[0][1] : end;
  return (
    <g className="sd-repair">
      {from.y !== to.y && <path d={`M${from.x} ${from.y}V${y}`} />}
      <path d={pieces.join('')} />
      <path d={`M${tip + 8} ${y - 4}L${tip} ${y}L${tip + 8} ${y + 4}`} />
    </g>
  );
}

function boxOf({ x, text, anchor }: PlacedLabel): readonly [number, number] {
  // Free of the arrow that points past it.
  const wide = textWidth(text) + 12;
  const from = anchor === 'start' ? x - 2 : anchor === 'end' ? x - wide + 10 : x - wide / 2;
  return [from, from + wide];
}

const BAND = 16;
/** How the parties stood to each other over time: a green line while they said the same, bands where they parted. */
function Between({ x }: { readonly x: (at: number) => number }) {
  const { chart, labels } = useScene();
  const go = useOpenFlag();
  // What went wrong is written first; what was well is written where there is room left.
  const taken: [number, number][] = [];
  const free = (from: number, to: number): boolean => taken.every(([a, b]) => to < a || from > b);
  const rows = [...chart.between].sort((a, b) => Number(a.state === 'consistent') - Number(b.state === 'consistent'));
  return rows.map((s) => {
    const { state } = s;
    const from = x(s.from);
    const wide = Math.max(3, x(s.to) - from);
    const { text, tone } = labels.stretch(s);
    const long = textWidth(text) + 12;
    const y = state === 'contradictory' ? 26 : 5;
    // A cross stands before the words of a contradiction, which are light on red.
    const inside = long + (state === 'contradictory' ? 24 : 0) < wide;
    const cross = inside ? from + wide / 2 - long / 2 - 4 : from + wide / 2;
    const below = !inside && state === 'ambiguous';
    const leftward = !inside && from > long + 6 && from + wide + long > x(chart.to);
    const at = inside ? from + wide / 2 : below ? (leftward ? from + wide : from) : leftward ? from - 6 : from + wide + 6;
    if (!inside && state !== 'consistent') taken.push(leftward ? [at - long, from + wide] : [from, at + long]);
    if (state === 'consistent') {
      const start = Math.max(from + 2, ...taken.filter(([a, b]) => a <= from + long && b >= from).map(([, b]) => b + 4));
      const fits = start + long < from + wide && free(start, start + long);
      return (
        <g key={`${state} ${s.from}`}>
          <path d={`M${from} 13H${from + wide}`} className="sd-together" />
          {fits && (
            <text x={start} y={36} className={`sd-label ${tone}`}>
              {text}
            </text>
          )}
        </g>
      );
    }
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the list opens the same by keyboard
      <g key={`${state} ${s.from}`} className={`sd-band ${state}`} onClick={() => s.flags[0] && go(s.flags[0])}>
        <rect x={from} y={y} width={wide} height={BAND} />
        {state === 'contradictory' && <path d={`M${cross - 4} ${y + 4}l8 8m0 -8l-8 8`} className="sd-cross" />}
        <text
          x={at}
          y={below ? 36 : y + 12}
          textAnchor={inside ? 'middle' : leftward ? 'end' : 'start'}
          className={`sd-label ${inside && state === 'contradictory' ? 'on-late' : tone}`}
        >
          {text}
        </text>
      </g>
    );
  });
}
