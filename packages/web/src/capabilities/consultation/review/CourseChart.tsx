import { openBracketSteps } from '@entente/engine/consultation';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { momentOf, shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ticks } from '../../../kit/review/moment.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Scrolling, useChosen } from '../../../kit/review/tables.tsx';
import { fitted, textWidth } from '../../../kit/textWidth.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { CourseShape } from './CourseMark.tsx';
import { type CourseLane, type CourseRow, stretchOf } from './course.ts';
import { Ends } from './MatterCells.tsx';
import { useLaneWords } from './useLaneWords.ts';

const LANE = 20;
const EDGE = 10;
const THICK = 7;

interface Frame {
  readonly width: number;
  readonly x: (at: number) => number;
  readonly times: readonly number[];
}

/** Matters down, a lane for each party across the time that they took; brackets over the same time below. */
export function CourseChart({ rows }: { readonly rows: readonly CourseRow[] }) {
  const { world, moment } = useReview();
  const { t } = useMatterWords();
  const { ref, width } = useElementSize();
  const frame = useFrame(rows, Math.max(0, width));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object changed in place; the count says when
  const steps = useMemo(() => openBracketSteps(world), [world, moment.count]);
  return (
    <Scrolling label={t('review.chart')}>
      <div className="rv-c-frame">
        <div className="rv-c-row rv-c-head">
          <span className="dim small">{t('review.rows')}</span>
          <span />
          <div ref={ref} className="rv-c-measure">
            <Times frame={frame} />
          </div>
        </div>
        {width > 0 && rows.map((row) => <Row key={row.key} row={row} frame={frame} />)}
        {width > 0 && steps.length > 0 && <Brackets steps={steps} frame={frame} now={moment.at} />}
      </div>
    </Scrolling>
  );
}

function useFrame(rows: readonly CourseRow[], width: number): Frame {
  const { world, moment } = useReview();
  const { start } = useDirectory();
  const { language } = usePreferences();
  return useMemo(() => {
    const { from, to } = stretchOf(world, rows, moment.at);
    const x = (at: number): number => EDGE + ((at - from) / (to - from)) * Math.max(0, width - 2 * EDGE);
    const [hours = 0, minutes = 0] = start ? momentOf(start, 0, language).time.split(':').map(Number) : [];
    const first = (hours * 60 + minutes) * 60_000 + from;
    const times = ticks(to - from, first, Math.max(2, Math.floor(width / 90))).map((at) => at + from);
    return { width, x, times };
  }, [world, rows, moment, width, start, language]);
}

function Times({ frame: { width, x, times } }: { readonly frame: Frame }) {
  const { start } = useDirectory();
  return (
    <svg width={width} height={24} aria-hidden="true">
      {times
        .filter((at) => x(at) > 18 && x(at) < width - 18)
        .map((at) => (
          <text key={at} x={x(at)} y={16} textAnchor="middle" className="rv-tick">
            {shortTime(start, at)}
          </text>
        ))}
    </svg>
  );
}

/** The lines of the hours, behind a row of whatever height its words take. */
function Grid({ frame: { width, x, times } }: { readonly frame: Frame }) {
  return (
    <svg width={width} className="rv-c-behind" aria-hidden="true">
      {times.map((at) => (
        <line key={at} x1={x(at)} x2={x(at)} y1={0} y2="100%" className="rv-c-grid" />
      ))}
    </svg>
  );
}

function Row({ row, frame }: { readonly row: CourseRow; readonly frame: Frame }) {
  const { open, wording, world } = useReview();
  const { t, version } = useMatterWords();
  const chosen = useChosen() === row.key;
  const { parties } = useDirectory();
  const say = useLaneWords(world);
  const height = row.lanes.length * LANE + 8;
  const { matter } = row;
  return (
    <div className={chosen ? 'rv-c-row chosen' : 'rv-c-row'}>
      <button type="button" className="rv-c-open" aria-current={chosen ? 'true' : undefined} onClick={() => open({ key: row.key })}>
        <strong>
          {wording.pick(matter.card.title)}
          {version(row.version)}
        </strong>
        <Ends row={row} />
      </button>
      <span className="rv-c-letters" aria-hidden="true">
        {row.lanes.map((l) => (
          <span key={l.party}>{parties.find((p) => p.id === l.party)?.letter}</span>
        ))}
      </span>
      <div className="rv-c-lanes">
        <Grid frame={frame} />
        <svg width={frame.width} height={height} role="img" aria-label={row.lanes.map((l) => say(row, l).text).join('; ')}>
          <title>{t('review.lanesOf', { title: wording.pick(matter.card.title) })}</title>
          {row.lanes.map((lane, i) => (
            <Lane key={lane.party} row={row} lane={lane} y={4 + LANE * (i + 0.5)} frame={frame} />
          ))}
        </svg>
      </div>
    </div>
  );
}

interface LaneProps {
  readonly row: CourseRow;
  readonly lane: CourseLane;
  readonly y: number;
  readonly frame: Frame;
}

function Lane({ row, lane, y, frame: { width, x } }: LaneProps) {
  const { parties } = useDirectory();
  const { open, world } = useReview();
  const said = useLaneWords(world)(row, lane);
  const order = parties.findIndex((p) => p.id === lane.party);
  const at = placeOf(lane, x, textWidth(said.text), width);
  return (
    <g transform={`translate(0 ${y})`} className={`rv-c-lane p${(order % 4) + 1}`}>
      <path d={`M${EDGE} 0H${width - EDGE}`} className="rv-c-base" />
      {lane.bars.map((b) => (
        <Bar key={`${b.kind} ${b.from}`} kind={b.kind} from={x(b.from)} to={Math.max(x(b.from) + 2, x(b.to))} />
      ))}
      {lane.marks.map((m) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the row's button opens the same events by keyboard; the picture is one image to screen readers
        <g
          key={`${m.kind} ${m.at} ${m.src}`}
          transform={`translate(${x(m.at)} 0)`}
          className="rv-c-mark"
          onClick={() => open({ key: row.key, event: m.src })}
        >
          <CourseShape kind={m.kind} />
        </g>
      ))}
      {at && said.text && (
        <text x={at.x} y={4} textAnchor={at.leftward ? 'end' : 'start'} className={said.late ? 'rv-label late' : 'rv-label'}>
          {fitted(said.text, at.room)}
        </text>
      )}
    </g>
  );
}

/** Where a lane’s words stand: right of what is drawn if they fit there, else on the side with more room. */
function placeOf({ bars, marks }: CourseLane, x: Frame['x'], wide: number, width: number) {
  const drawn = [...bars.flatMap((b) => [x(b.from), x(b.to)]), ...marks.flatMap((m) => (m.kind === 'deadline' ? [] : [x(m.at)]))];
  if (drawn.length === 0) return undefined;
  const end = Math.max(...drawn);
  const due = marks.filter((m) => m.kind === 'deadline').map((m) => x(m.at));
  // Words are not written across a deadline that stands near.
  const right = Math.max(end, ...due.filter((d) => d > end && d < end + wide + 24));
  const rightRoom = width - right - 16;
  const leftRoom = Math.min(...drawn) - 16;
  const leftward = rightRoom < wide && leftRoom > rightRoom;
  return leftward ? { x: leftRoom + 4, leftward, room: leftRoom } : { x: right + 12, leftward, room: rightRoom };
}

function Bar({ kind, from, to }: { readonly kind: string; readonly from: number; readonly to: number }) {
  if (kind === 'before') return <path d={`M${from} 0H${to}`} className="rv-c-before" />;
  if (kind === 'silence') return <path d={`M${from} -3H${to}M${from} 3H${to}`} className="rv-c-silence" />;
  return <rect x={from} y={-THICK / 2} width={to - from} height={THICK} className={`rv-c-bar ${kind}`} />;
}

interface BracketsProps {
  readonly steps: readonly { readonly at: number; readonly open: number }[];
  readonly frame: Frame;
  readonly now: number;
}

/** How many brackets stood open, as a step line over the same time. */
function Brackets({ steps, frame, now }: BracketsProps) {
  const { t } = useMatterWords();
  const { world } = useReview();
  const height = 64;
  const most = Math.max(1, ...steps.map((s) => s.open));
  const y = (n: number): number => height - 10 - (n / most) * (height - 28);
  const end = frame.x(Math.max(now, steps.at(-1)?.at ?? 0));
  const line = steps.map((s) => `H${frame.x(s.at)}V${y(s.open)}`).join('');
  const path = `M${EDGE} ${y(0)}${line}H${Math.min(end, frame.width - EDGE)}`;
  const texts = world.consultation.texts.size;
  return (
    <div className="rv-c-row">
      <span className="rv-c-open">
        <strong>{t('review.brackets')}</strong>
        <span className="small dim">{t('review.bracketsIn', { count: texts })}</span>
      </span>
      <span />
      <div className="rv-c-lanes">
        <Grid frame={frame} />
        <svg width={frame.width} height={height} role="img" aria-label={t('review.bracketsSay', { most, left: steps.at(-1)?.open ?? 0 })}>
          <path d={path} className="rv-c-steps" />
          {steps.map((s, i) =>
            s.open !== steps[i - 1]?.open ? (
              <text key={s.at} x={frame.x(s.at) + 3} y={y(s.open) - 4} className="rv-label">
                {s.open}
              </text>
            ) : null,
          )}
        </svg>
      </div>
    </div>
  );
}
