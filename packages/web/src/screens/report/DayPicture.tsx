import '../../kit/review/Timeline.css';
import { useMemo } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { AddressMark } from '../../kit/Names.tsx';
import type { Report } from '../../kit/report/model.ts';
import { PaperAxis } from '../../kit/report/PaperAxis.tsx';
import { type Lane, type LaneWords, layLane } from '../../kit/review/laneLayout.ts';
import { endOf } from '../../kit/review/moment.ts';
import { useReviewParts } from '../../kit/review/part.ts';
import { fitted } from '../../kit/textWidth.ts';
import { useFontArrivals } from '../../kit/useFontArrivals.ts';
import { LabelledMark, troubleOf } from '../review/happened/LabelledMark.tsx';
import { lanesOf, marksOf } from '../review/happened/timeline.ts';
import { Legend } from './Legend.tsx';

/** Units across the picture. It is drawn smaller than on a screen, so that a whole day stands on one page. */
const WIDTH = 1380;
/** Labels shorten earlier than on a screen that scrolls. */
const MOST_ROWS = [3, 5] as const;

/** The day in one picture: a lane per party, what happened from left to right, moves above. */
export function DayPicture({ report }: { readonly report: Report }) {
  const { world, edition, events } = report;
  const words = usePaperWords();
  const parts = useReviewParts();
  const { lanes, end } = useMemo(() => {
    const end = endOf(events, world);
    // Ordinary messages and people who sit down stand in their tables; here they would hide what decided the day.
    const marks = marksOf(parts, { world, edition, events, end }).filter((m) => m.at <= report.until && m.legend !== undefined);
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
  }, [parts, world, edition, events, report.until, words]);
  return (
    <figure className="rp-day">
      <div className="rp-lane">
        <div />
        <PaperAxis report={report} width={WIDTH} end={end} />
      </div>
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
  const arrivals = useFontArrivals();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arrivals of fonts say when to measure anew
  return useMemo(
    () => ({
      title: (mark) => (mark.says ? review(mark.says) : mark.wordless ? '' : text(mark.title)),
      suffix: (mark) => troubleOf(mark, kit),
      together: (count) => String(count),
      fitted: (words, most) => fitted(words.replace(/\s+/g, ' '), most),
    }),
    [review, kit, text, arrivals],
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
