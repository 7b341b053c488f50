import { said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { DAY, HOUR, MINUTE } from './durations.ts';
import { settleTimes } from './settle.ts';
import { findStart, isoStart, onZone, type Start, type TimedRow, type TimeOptions } from './start.ts';
import type { When } from './when.ts';
import { inOneZone } from './zoning.ts';

export interface Timeline {
  /** STARTEX with its offset, such as 2027-03-02T08:00+09:00. */
  readonly start: string;
  /** Milliseconds from STARTEX by row number; absent: no readable time. Negative: before STARTEX. */
  readonly at: ReadonlyMap<number, number>;
  /** Rows that follow the release of another, by its number. */
  readonly after: ReadonlyMap<number, { readonly number: string; readonly ms: number }>;
  /** When what a row tells of ends, as the sheet writes it. */
  readonly until: ReadonlyMap<number, string>;
  /** Milliseconds from STARTEX. */
  readonly duration: number;
}

const FARTHEST = 366 * DAY;

/** Places every row on one clock from STARTEX, and names what had to be assumed for it. `text`: whatever may name the year. */
export function timeline(rows: readonly TimedRow[], options: TimeOptions, text: string, guesses: Guesses): Timeline {
  const { rows: counted, zone } = inOneZone(settleTimes(rows, options, text, guesses), options, guesses);
  const start = findStart(counted, options, guesses);
  if (start.zone === undefined && zone !== undefined) start.zone = zone;
  const at = place(counted, start, guesses);
  for (const { row, when } of counted)
    if (when.about && at.has(row))
      guesses.decide({
        key: 'about',
        code: 'about',
        kind: 'time',
        what: (r) =>
          said(
            `${r.en}: the time is marked as approximate or tentative, and taken as it stands.`,
            `${r.ko}: 대략 또는 잠정이라고 표시된 시각을 적힌 대로 보았습니다.`,
          ),
        because: said('An exercise’s clock needs one time.', '연습 시계에는 한 시각이 필요하기 때문입니다.'),
        confidence: 0.75,
        rows: [row],
      });
  const after = new Map(counted.flatMap((r) => (r.when.kind === 'after' ? [[r.row, r.when] as const] : [])));
  const until = new Map(counted.flatMap((r) => (r.when.until ? [[r.row, r.when.until] as const] : [])));
  return { start: isoStart(start), at, after, until, duration: durationOf(counted, at, guesses) };
}

function place(rows: readonly TimedRow[], start: Start, guesses: Guesses): Map<number, number> {
  const at = new Map<number, number>();
  const startDay = start.local - (start.local % DAY);
  const dayZero = startDay - start.day * DAY;
  let running = { day: startDay, ms: start.local - startDay };
  const first = rows.flatMap((r) => (r.when.kind === 'clock' ? [r.when.ms] : []))[0] ?? 0;
  for (const { row, when, marks, day } of rows) {
    let local: number | undefined;
    if (when.kind === 'startex' || (marks === 'startex' && when.kind === 'none')) local = start.local;
    else if (when.kind === 'offset') local = start.local + when.ms;
    else if (when.kind === 'day') {
      local =
        when.weekday === undefined
          ? dayZero + when.day * DAY + (start.local - startDay)
          : startDay + mod(when.weekday - new Date(startDay).getUTCDay(), 7) * DAY + (start.local - startDay);
      guesses.make(
        'day-only',
        (r) =>
          said(
            `${r.en}: a day without a time stands for that day at the hour of STARTEX.`,
            `${r.ko}: 시각 없이 날만 적혀 있어 그날의 연습 개시 시각으로 보았습니다.`,
          ),
        said('The cell names a day only.', '칸에 날만 적혀 있기 때문입니다.'),
        row,
      );
    } else if (when.kind === 'date') local = dateOf(when, start, row, guesses);
    else if (when.kind === 'clock') local = clockTime(when, { row, day, dayZero, startDay, running, first, guesses });
    else if (when.kind === 'unreadable') {
      guesses.make(
        'unreadable',
        (r) =>
          said(
            `${r.en}: the time cannot be read; the event waits for a controller's hand.`,
            `${r.ko}: 시각을 읽을 수 없어 통제관이 직접 부여하도록 하였습니다.`,
          ),
        said('It is written in no form that is known here.', '알려진 표기 방식이 아니기 때문입니다.'),
        row,
      );
    }
    if (local === undefined) continue;
    if (when.kind === 'date' || when.kind === 'clock') running = { day: local - mod(local, DAY), ms: mod(local, DAY) };
    if (Math.abs(local - start.local) <= FARTHEST) at.set(row, local - start.local);
    else
      guesses.make(
        'far',
        (r) =>
          said(
            `${r.en}: the time is more than a year from STARTEX; the event waits for a controller's hand.`,
            `${r.ko}: 연습 개시와 1년 넘게 떨어져 있어 통제관이 직접 부여하도록 하였습니다.`,
          ),
        said('So far a date is more likely a slip than meant.', '그만큼 먼 날짜는 잘못 적었을 가능성이 크기 때문입니다.'),
        row,
      );
  }
  return at;
}

const mod = (a: number, b: number): number => ((a % b) + b) % b;

function dateOf(when: When & { kind: 'date' }, start: Start, row: number, guesses: Guesses): number {
  if (when.timeless)
    guesses.make(
      'day-only',
      (r) =>
        said(
          `${r.en}: a day without a time stands for that day at the hour of STARTEX.`,
          `${r.ko}: 시각 없이 날만 적혀 있어 그날의 연습 개시 시각으로 보았습니다.`,
        ),
      said('The cell names a day only.', '칸에 날만 적혀 있기 때문입니다.'),
      row,
    );
  return (when.timeless ? when.ms + (start.local % DAY) : onZone(when, start)) + start.shift;
}

interface Running {
  readonly row: number;
  readonly day: number | undefined;
  readonly dayZero: number;
  readonly startDay: number;
  readonly running: { readonly day: number; readonly ms: number };
  /** The first time of day in the sheet. */
  readonly first: number;
  readonly guesses: Guesses;
}

/** A time of day alone belongs to the running day; falling back by half a day or more means that midnight has passed. */
function clockTime(when: When & { kind: 'clock' }, r: Running): number {
  if (when.weekday !== undefined) return r.startDay + mod(when.weekday - new Date(r.startDay).getUTCDay(), 7) * DAY + when.ms;
  const named = when.day ?? r.day;
  if (named !== undefined) return r.dayZero + named * DAY + when.ms;
  if (when.ms < r.running.ms - 12 * HOUR) {
    r.guesses.make(
      'midnight',
      (rows) => said(`${rows.en}: the time is on the next day.`, `${rows.ko}: 다음 날의 시각으로 보았습니다.`),
      said('It is far earlier than the one above it, and no day is given.', '날은 적혀 있지 않고, 윗행보다 훨씬 이른 시각이기 때문입니다.'),
      r.row,
    );
    return r.running.day + DAY + when.ms;
  }
  if (when.ms < r.running.ms) sayOrder(when.ms < r.first, r);
  return r.running.day + when.ms;
}

/** Rows need not stand in the order of their times; but one before the first may as well be of the next day. */
function sayOrder(beforeFirst: boolean, { row, guesses }: Running): void {
  guesses.decide({
    key: beforeFirst ? 'order-first' : 'order',
    code: 'order',
    kind: 'time',
    what: (rows) =>
      said(
        `${rows.en}: earlier than the row above, and taken to be on the same day.`,
        `${rows.ko}: 윗행보다 이르지만 같은 날의 시각으로 보았습니다.`,
      ),
    because: said('It is less than half a day earlier, and no day is given.', '날은 적혀 있지 않고, 반나절 이내로 이르기 때문입니다.'),
    confidence: beforeFirst ? 0.7 : 0.82,
    rows: [row],
  });
}

/** Till ENDEX if a row says when; else half an hour beyond the last event. */
function durationOf(rows: readonly TimedRow[], at: ReadonlyMap<number, number>, guesses: Guesses): number {
  const last = Math.max(0, ...at.values());
  const end = rows.find((r) => (r.marks === 'endex' || r.when.kind === 'endex') && (at.get(r.row) ?? -1) > 0);
  const endAt = end ? (at.get(end.row) as number) : 0;
  if (end && endAt >= last) return endAt;
  const duration = Math.max(HOUR, last + 30 * MINUTE);
  guesses.make(
    'endex',
    said(
      `ENDEX is ${Math.round(duration / MINUTE)} minutes after STARTEX.`,
      `연습 종료를 개시 후 ${Math.round(duration / MINUTE)}분으로 두었습니다.`,
    ),
    end
      ? said(
          `Row ${end.row} says ENDEX, but other events are later.`,
          `${end.row}행이 연습 종료라고 적고 있으나 더 늦은 상황이 있기 때문입니다.`,
        )
      : said(
          'No row says when ENDEX is; half an hour follows the last event.',
          '연습 종료 시각이 적힌 행이 없어, 마지막 상황 뒤에 30분을 더했습니다.',
        ),
  );
  return duration;
}
