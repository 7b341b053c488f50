import './KnownLanes.css';
import { memo } from 'react';
import { useDirectory } from '../../kit/Directory.tsx';
import type { Wording } from '../happened/eventWords.ts';
import { EDGE } from '../happened/laneLayout.ts';
import { KnownShape } from './KnownMark.tsx';
import { type KnownBar, type KnownLane, type KnownMark, LANE } from './knownLayout.ts';
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

const THICK: Record<KnownBar['kind'], number> = { withheld: 6, part: 3, held: 6, knows: 6, origin: 2 };

interface LaneProps extends Pick<LanesProps, 'width' | 'wording' | 'openAt'> {
  readonly lane: KnownLane;
  readonly order: number;
}

function Lane({ lane, order, width, openAt, wording }: LaneProps) {
  return (
    <g transform={`translate(0 ${lane.y})`}>
      <path d={`M${EDGE} 0H${width - EDGE}`} className="rv-k-base" />
      {lane.bars.map((bar) => (
        <rect
          key={`${bar.kind} ${bar.from}`}
          x={bar.from}
          y={-THICK[bar.kind] / 2}
          width={bar.to - bar.from}
          height={THICK[bar.kind]}
          className={`rv-k-bar ${bar.kind} p${(order % 4) + 1}`}
        />
      ))}
      {lane.dues.map((x) => (
        <path key={x} d={`M${x} ${-LANE / 2}V${LANE / 2}`} className="rv-k-dueline" />
      ))}
      {lane.marks.map((mark) => (
        <Mark key={`${mark.kind} ${mark.at} ${mark.src ?? mark.due?.expected}`} mark={mark} party={lane.party} {...{ openAt, wording }} />
      ))}
      {lane.labels.map(({ text, x, leftward, late }) => (
        <text
          key={`${text} ${x}`}
          x={x}
          y={-LANE / 2 - 2}
          textAnchor={leftward ? 'end' : 'start'}
          className={late ? 'rv-label rv-k-label late' : 'rv-label rv-k-label'}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

interface MarkProps extends Pick<LanesProps, 'wording' | 'openAt'> {
  readonly mark: KnownMark;
  readonly party: string;
}

function Mark({ mark, party, openAt, wording }: MarkProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row's button opens the same events by keyboard; the picture is hidden from screen readers
    <g
      transform={`translate(${mark.x} 0)`}
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
      <rect x={-8} y={-LANE / 2} width={16} height={LANE} className="rv-hit" />
      <KnownShape kind={mark.kind} />
    </g>
  );
}
