import '../review/Timeline.css';
import { useMemo } from 'react';
import { usePreferences } from '../i18n/preferences.ts';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { momentOf, shortTime } from '../kit/calendar.ts';
import { useDirectory } from '../kit/Directory.tsx';
import { AddressMark } from '../kit/Names.tsx';
import { fitted } from '../kit/textWidth.ts';
import { LabelledMark, troubleOf } from '../review/LabelledMark.tsx';
import { type Lane, type LaneWords, layLane, scaleOf } from '../review/laneLayout.ts';
import { isDecisive } from '../review/MarkShape.tsx';
import { endOf, ticks } from '../review/moment.ts';
import { lanesOf, marksOf, movesOf } from '../review/timeline.ts';
import { Legend } from './Legend.tsx';
import type { Report } from './model.ts';

/** Units across the picture. It is drawn smaller than on a screen, so that a whole day stands on one page. */
const WIDTH = 1380;
/** Labels shorten earlier than on a screen that scrolls. */
const MOST_ROWS = [3, 5] as const;

/** The day in one picture: a lane per party, what happened from left to right, moves above. */
export function DayPicture({ report }: { readonly report: Report }) {
  const { world, edition, events } = report;
  const words = usePaperWords();
  const { lanes, end } = useMemo(() => {
    const end = endOf(events, world.seats.exercise?.duration ?? 0);
    // Ordinary messages and people who sit down stand in their tables; here they would hide what decided the day.
    const marks = marksOf(world, edition, events, end).filter(
      (m) => m.at <= report.until && m.kind !== 'people' && (m.kind !== 'message' || isDecisive(m.form)) && m.form !== 'granted',
    );
    const lane = (id: string) =>
      layLane(
        id,
        marks.filter((m) => m.lane === id),
        WIDTH,
        end,
        words,
        MOST_ROWS,
      );
    return { lanes: lanesOf(world, marks).map(lane), end };
  }, [world, edition, events, report.until, words]);
  return (
    <figure className="rp-day">
      <Axis report={report} end={end} />
      {lanes.map((lane) => (
        <PaperLane key={lane.id} lane={lane} />
      ))}
      <Legend marks={lanes.flatMap((l) => l.placed.map((p) => p.mark))} />
    </figure>
  );
}

/** Decisions are drawn without words: their number says enough beside injects and expected actions. */
function usePaperWords(): LaneWords {
  const review = useWords('review');
  const kit = useWords('kit');
  const text = useText();
  return useMemo(
    () => ({
      title: (mark) =>
        mark.kind === 'clock'
          ? review(`clockMark.${mark.form}`)
          : mark.kind === 'message' || mark.kind === 'sharing'
            ? ''
            : text(mark.title),
      suffix: (mark) => troubleOf(mark, kit),
      together: (count) => String(count),
      fitted: (words, most) => fitted(words.replace(/\s+/g, ' '), most),
    }),
    [review, kit, text],
  );
}

function Axis({ report, end }: { readonly report: Report; readonly end: number }) {
  const { start } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  const scale = scaleOf(WIDTH, end);
  if (!start) return null;
  const [hours = 0, minutes = 0] = momentOf(start, 0, language).time.split(':').map(Number);
  const moves = movesOf(report.world).filter((m) => m.from <= report.until);
  return (
    <div className="rp-lane">
      <div />
      <svg viewBox={`0 0 ${WIDTH} 44`} aria-hidden="true">
        {moves.map((m, i) => {
          const to = scale(Math.min(moves[i + 1]?.from ?? end, end));
          return (
            <g key={m.number}>
              <rect x={scale(m.from)} y={1} width={Math.max(0, to - scale(m.from) - 2)} height={20} className="rp-move" />
              <text x={scale(m.from) + 6} y={15} className="rv-label">
                {fitted(`${m.number} ${text(m.name)}`, Math.max(0, to - scale(m.from) - 12))}
              </text>
            </g>
          );
        })}
        {ticks(end, (hours * 60 + minutes) * 60_000, 12).map((at) => (
          <g key={at}>
            <path d={`M${scale(at)} 38V44`} className="rv-allowed" />
            <text x={Math.min(Math.max(scale(at), 18), WIDTH - 24)} y={35} textAnchor="middle" className="rv-tick">
              {shortTime(start, at, language)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function PaperLane({ lane }: { readonly lane: Lane }) {
  const review = useWords('review');
  const text = useText();
  const { parties } = useDirectory();
  const party = parties.find((p) => p.id === lane.id);
  const name = party ? text(party.name) : review(lane.id === 'all' ? 'allLane' : 'simulated');
  return (
    <div className="rp-lane">
      <div className="row rp-lane-name">
        <AddressMark address={party ? `party:${lane.id}` : lane.id === 'all' ? 'public' : 'entity:'} />
        <b className="small">{name}</b>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${lane.height}`} role="img" aria-label={name}>
        {lane.placed.map((placed) => (
          <LabelledMark key={placed.mark.key} placed={placed} />
        ))}
      </svg>
    </div>
  );
}
