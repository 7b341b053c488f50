import type { ChartBar, ChartMark } from './chart.ts';

/**
 * The shapes of what is said, drawn around 0,0 within 9 px: a bubble by a party, a sheet by an outlet; inside, what it says of
 * the topic. Never circles or squares: those are parties.
 */

const INSIDE = { affirmed: 'M-3 -1H3M0 -4V2', denied: 'M-3 -1H3', open: 'M-3.4 -1h.1M0 -1h.1M3.3 -1h.1', uncoded: '' } as const;

export function SaidShape({ form, stance }: Pick<ChartMark, 'form' | 'stance'>) {
  const body =
    form === 'bubble'
      ? 'M-6.5 -7.5H6.5Q8.5 -7.5 8.5 -5.5V3Q8.5 5 6.5 5H-1.5L-5 8.4V5H-6.5Q-8.5 5 -8.5 3V-5.5Q-8.5 -7.5 -6.5 -7.5Z'
      : 'M-6 -8.5H2.5L6.5 -4.5V8H-6Z';
  const down = form === 'sheet' ? 1.6 : 0;
  return (
    <g className={`sd-shape ${form} ${stance}`}>
      <path d={body} className="sd-body" />
      {form === 'sheet' && <path d="M2.5 -8.5V-4.5H6.5" className="sd-fold" />}
      {stance === 'uncoded' ? (
        <text y={3 + down} textAnchor="middle" className="sd-unknown">
          ?
        </text>
      ) : (
        <path
          d={INSIDE[stance]}
          transform={down ? `translate(0 ${down})` : undefined}
          className={stance === 'open' ? 'sd-sign dots' : 'sd-sign'}
        />
      )}
    </g>
  );
}

/** The stance that stands after a mark: solid, hollow, dotted; thin where it is only agreed; hatched where it was never said so. */
export function StanceBar({
  bar: { stance, kind },
  from,
  to,
  y,
}: {
  readonly bar: ChartBar;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}) {
  const width = Math.max(0, to - from);
  if (kind === 'repeated') return <rect x={from} y={y - 3} width={width} height={6} className="sd-bar repeated" fill="url(#sd-hatch)" />;
  if (kind === 'line') return <path d={`M${from} ${y}H${to}`} className={`sd-agreed ${stance}`} />;
  if (stance === 'open') return <path d={`M${from} ${y}H${to}`} className="sd-bar open" />;
  return <rect x={from} y={y - 3} width={width} height={6} className={`sd-bar ${stance}`} />;
}

/** Said once on a page: what the bars and bands are filled with. */
export function Hatches() {
  return (
    <defs>
      <pattern id="sd-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="sd-hatch-ground" />
        <path d="M0 0V6" className="sd-hatch-line" />
      </pattern>
    </defs>
  );
}

/** A shape by itself, for legends and lists. */
export function SaidIcon({ form, stance, order }: Pick<ChartMark, 'form' | 'stance'> & { readonly order?: number | undefined }) {
  return (
    <svg
      width={20}
      height={20}
      viewBox="-10 -10 20 20"
      aria-hidden="true"
      className={order === undefined ? 'sd-icon' : `sd-icon p${(order % 4) + 1}`}
    >
      <SaidShape form={form} stance={stance} />
    </svg>
  );
}
