import './KnownLanes.css';
import { memo } from 'react';
import { useDirectory } from '../../../kit/Directory.tsx';
import { EDGE } from '../../../kit/review/laneLayout.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { KnownShape } from './KnownMark.tsx';
import { type KnownBar, type KnownLane, type KnownMark, LANE } from './knownLayout.ts';
import { type Placed, STEP } from './knownPlaces.ts';
import { markWords } from './knownWords.ts';

/** The pattern of withholding; once on a page that has lanes. */
export function Hatching() {
  return (
    <svg width={0} height={0} className="rv-k-defs" aria-hidden="true">
      <pattern id="rv-k-hatch" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" className="rv-k-hatchline" />
      </pattern>
    </svg>
  );
}

interface LanesProps {
  readonly lanes: readonly KnownLane[];
  readonly width: number;
  readonly wording: Wording;
  /** On paper nothing opens. */
  readonly openAt?: OpenAt | undefined;
}
type OpenAt = (event?: string) => void;

/** The letters of the parties, each at its lane. */
export function Letters({ lanes, height }: { readonly lanes: readonly KnownLane[]; readonly height: number }) {
  const { parties } = useDirectory();
  return (
    <span className="rv-k-letters" aria-hidden="true" style={{ height }}>
      {lanes.map((lane) => (
        <span key={lane.party} style={{ top: lane.y - LANE / 2 }}>
          {parties.find((p) => p.id === lane.party)?.letter}
        </span>
      ))}
    </span>
  );
}

/** One item: a lane for each party. Memoised: choosing colours the row, and no mark is drawn anew. */
export const Lanes = memo(function Lanes({ lanes, width, wording, openAt }: LanesProps) {
  const { parties } = useDirectory();
  return lanes.map((lane) => (
    <Lane key={lane.party} lane={lane} order={parties.findIndex((p) => p.id === lane.party)} {...{ width, openAt, wording }} />
  ));
});

/** How thick a bar is, px. */
const THICK = 6;
const THIN = 3;

interface LaneProps extends Pick<LanesProps, 'width' | 'wording' | 'openAt'> {
  readonly lane: KnownLane;
  readonly order: number;
}

function Lane({ lane, order, width, openAt, wording }: LaneProps) {
  return (
    <g transform={`translate(0 ${lane.y})`}>
      <path d={`M${EDGE} 0H${width - EDGE}`} className="rv-k-base" />
      {lane.bars.map((bar) => (
        <Bar key={`${bar.kind} ${bar.from}`} bar={bar} order={order} />
      ))}
      {lane.marks.map((mark) => (
        <Stem key={keyOf(mark)} mark={mark} />
      ))}
      {lane.marks.map((mark) => (
        <Mark key={keyOf(mark)} mark={mark} party={lane.party} {...{ openAt, wording }} />
      ))}
    </g>
  );
}

function Bar({ bar: { kind, from, to, thin, old }, order }: { readonly bar: KnownBar; readonly order: number }) {
  const look = `rv-k-bar ${kind} ${old ? 'old ' : ''}p${(order % 4) + 1}`;
  if (kind === 'untold') return <path d={`M${from} 0H${to}`} className={look} />;
  const height = thin ? THIN : THICK;
  return <rect x={from} y={-height / 2} width={to - from} height={height} className={look} />;
}

function keyOf({ kind, at, src, due }: KnownMark): string {
  return `${kind} ${at} ${src ?? due?.expected}`;
}

/** From a mark that stands above the lane down to its time; a deadline goes through the lane. */
function Stem({ mark: { x, above, due } }: { readonly mark: Placed<KnownMark> }) {
  if (above === 0) return null;
  return <path d={`M${x} ${-above * STEP}V${due ? LANE / 2 : 0}`} className={due ? 'rv-k-stem due' : 'rv-k-stem'} />;
}

interface MarkProps extends Pick<LanesProps, 'wording' | 'openAt'> {
  readonly mark: Placed<KnownMark>;
  readonly party: string;
}

function Mark({ mark, party, openAt, wording }: MarkProps) {
  const { label } = mark;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row's button opens the same events by keyboard; the picture is hidden from screen readers
    <g
      transform={`translate(${mark.x} ${-mark.above * STEP})`}
      className="rv-k-mark"
      onClick={
        openAt &&
        ((e) => {
          e.stopPropagation();
          openAt(mark.src);
        })
      }
    >
      <title>{markWords(mark, party, wording)}</title>
      <rect x={-8} y={-STEP / 2} width={16} height={STEP} className="rv-hit" />
      <KnownShape kind={mark.kind} />
      {label && (
        <text
          x={label.leftward ? -9 : 9}
          y={4}
          textAnchor={label.leftward ? 'end' : 'start'}
          className={label.late ? 'rv-label late' : 'rv-label'}
        >
          {label.text}
        </text>
      )}
    </g>
  );
}
