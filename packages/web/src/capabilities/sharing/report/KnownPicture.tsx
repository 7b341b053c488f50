import '../../../kit/review/Timeline.css';
import { type Roster, rosterOfWorld } from '@entente/engine';
import { useMemo } from 'react';
import { useDirectory } from '../../../kit/Directory.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { PaperAxis, usePaperTicks } from '../../../kit/report/PaperAxis.tsx';
import { endOf } from '../../../kit/review/moment.ts';
import { useWording } from '../../../kit/review/useWording.ts';
import { Title } from '../review/KnownCells.tsx';
import { Hatching, Lanes } from '../review/KnownLanes.tsx';
import { KnownLegend } from '../review/KnownLegend.tsx';
import { MadeOf, Says } from '../review/KnownSays.tsx';
import type { KnownLine } from '../review/known.ts';
import { useKnownFrame } from '../review/knownFrame.ts';
import { type KnownFrame, layKnown } from '../review/knownLayout.ts';
import { spokenRow } from '../review/knownWords.ts';
import { reportKnown } from './lines.ts';

/** Units across the lanes, and of the letters before them. Drawn somewhat smaller than on a screen. */
const WIDTH = 980;
const LETTERS = 16;

/** Who knew what when in one picture: items × parties over scenario time, drawn as in the review. */
export function KnownPicture({ report }: { readonly report: Report }) {
  const roster = useMemo(() => rosterOfWorld(report.world), [report.world]);
  return roster ? <Picture report={report} roster={roster} /> : null;
}

function Picture({ report, roster }: { readonly report: Report; readonly roster: Roster }) {
  const { world, edition, events, until } = report;
  const known = useMemo(() => reportKnown(report), [report]);
  const end = endOf(events, world);
  const frame = useKnownFrame({ width: WIDTH, end, until }, edition, roster);
  return (
    <figure className="rp-day rp-items">
      <Hatching />
      <KnownLegend lines={known} edition={edition} until={until} />
      <div className="rp-lane">
        <div />
        <PaperAxis report={report} width={WIDTH} end={end} left={LETTERS} />
      </div>
      {known.map((line) => (
        <ItemLanes key={line.key} line={line} frame={frame} end={end} whole={edition === 'control'} />
      ))}
    </figure>
  );
}

interface ItemProps {
  readonly line: KnownLine;
  readonly frame: KnownFrame;
  readonly end: number;
  /** True in lead control’s own record. */
  readonly whole: boolean;
}

function ItemLanes({ line, frame, end, whole }: ItemProps) {
  const wording = useWording();
  const { parties } = useDirectory();
  const { height, lanes } = useMemo(() => layKnown(line.known, frame), [line, frame]);
  return (
    <div className="rp-lane">
      <div className="rp-item" style={{ paddingLeft: Math.min(line.depth, 3) * 12 }}>
        <AddressMark address={line.originator} />
        <span>
          <b>
            <Title line={line} />
          </b>
          <MadeOf line={line} />
          <span className="rv-k-under">
            <LabelChip label={line.label} />
            <Says says={line.says} whole={whole} />
          </span>
        </span>
      </div>
      <svg viewBox={`${-LETTERS} 0 ${LETTERS + WIDTH} ${height}`} role="img" aria-label={spokenRow(line, wording)}>
        {usePaperTicks(end).map((at) => (
          <path key={at} d={`M${frame.scale(at)} 0V${height}`} className="rp-hour" />
        ))}
        {lanes.map((lane) => (
          <text key={lane.party} x={-LETTERS / 2} y={lane.y + 4} textAnchor="middle" className="rv-label rp-letter">
            {parties.find((p) => p.id === lane.party)?.letter}
          </text>
        ))}
        <Lanes lanes={lanes} width={WIDTH} wording={wording} />
      </svg>
    </div>
  );
}
