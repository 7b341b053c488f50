import { type Guesses, said } from '../error.ts';
import { findStart, isoStart, onZone, type Start, type TimedRow, type TimeOptions } from './start.ts';
import { DAY, HOUR, MINUTE, SECOND, type When } from './time.ts';

export interface Timeline {
  /** STARTEX with its offset, such as 2027-03-02T08:00+09:00. */
  readonly start: string;
  /** Milliseconds from STARTEX by row number; absent: no readable time. Negative: before STARTEX. */
  readonly at: ReadonlyMap<number, number>;
  /** Milliseconds from STARTEX. */
  readonly duration: number;
}

const FARTHEST = 366 * DAY;

/** Places every row on one clock from STARTEX, and names what had to be assumed for it. */
export function timeline(rows: readonly TimedRow[], options: TimeOptions, guesses: Guesses): Timeline {
  const asClock = numbersAreClock(rows, options);
  const counted = rows.map((r) => ({ ...r, when: settled(r.when, r.row, asClock, options, guesses) }));
  const start = findStart(counted, options, guesses);
  const at = place(counted, start, guesses);
  if (!start.zone) {
    guesses.make(
      'zone',
      said('Times are taken as UTC.', '시각을 UTC로 보았습니다.'),
      said(
        'The sheet names no time zone; give STARTEX with its offset, such as 2027-03-02T08:00+09:00.',
        '시간대가 적혀 있지 않기 때문입니다. 2027-03-02T08:00+09:00처럼 시간대를 붙여 연습 개시 시각을 지정할 수 있습니다.',
      ),
    );
  }
  return { start: isoStart(start), at, duration: durationOf(counted, at, guesses) };
}

/** Bare numbers of three or four digits that all read as times of day: 0905, 1430. */
function numbersAreClock(rows: readonly TimedRow[], options: TimeOptions): boolean {
  if (options.unit) return false;
  const numbers = rows.flatMap((r) => (r.when.kind === 'number' ? [r.when.digits] : []));
  const clocks = numbers.every((d) => /^([01]?\d|2[0-4])[0-5]\d$/.test(d));
  return numbers.length > 0 && clocks && (numbers.some((d) => /^0\d{3}$/.test(d)) || numbers.every((d) => Number(d) >= 500));
}

/** Bare numbers and units that the sheet does not state. */
function settled(when: When, row: number, asClock: boolean, options: TimeOptions, guesses: Guesses): When {
  const unit = options.unit === 'h' ? HOUR : MINUTE;
  if (when.kind === 'offset' && when.unsure) {
    if (!options.unit)
      guesses.make(
        'unit',
        (r) => said(`${r.en}: times such as T+1 count minutes.`, `${r.ko}: T+1 같은 시각은 분으로 보았습니다.`),
        said(
          'The sheet states no unit; choose hours with the unit option.',
          '단위가 적혀 있지 않기 때문입니다. 단위 선택에서 시간으로 바꿀 수 있습니다.',
        ),
        row,
      );
    return { kind: 'offset', ms: Math.round((when.unsure.value * unit) / SECOND) * SECOND };
  }
  if (when.kind !== 'number') return when;
  if (asClock) {
    guesses.make(
      'digits',
      (r) => said(`${r.en}: numbers such as 0905 are times of day.`, `${r.ko}: 0905 같은 숫자는 시각으로 보았습니다.`),
      said('Every number in the column reads as hours and minutes.', '열의 모든 숫자를 시와 분으로 읽을 수 있기 때문입니다.'),
      row,
    );
    return { kind: 'clock', ms: (Math.floor(when.value / 100) * 60 + (when.value % 100)) * MINUTE };
  }
  if (!options.unit && when.value > 0 && when.value < 1) {
    guesses.make(
      'fraction',
      (r) => said(`${r.en}: fractions are Excel times of day.`, `${r.ko}: 소수는 엑셀 시각으로 보았습니다.`),
      said('Excel keeps a time of day as a part of 1.', '엑셀은 시각을 1보다 작은 수로 보관하기 때문입니다.'),
      row,
    );
    return { kind: 'clock', ms: Math.round(when.value * 86_400) * SECOND };
  }
  if (!options.unit && when.value > 20_000 && when.value < 80_000) {
    guesses.make(
      'serial',
      (r) => said(`${r.en}: large numbers are Excel dates.`, `${r.ko}: 큰 수는 엑셀 날짜로 보았습니다.`),
      said('Excel keeps a date as days since 1900.', '엑셀은 날짜를 1900년부터 센 날수로 보관하기 때문입니다.'),
      row,
    );
    const ms = Date.UTC(1899, 11, 30) + Math.round(when.value * 86_400) * SECOND;
    return { kind: 'date', ms, timeless: ms % DAY === 0 };
  }
  if (!options.unit)
    guesses.make(
      'number-unit',
      (r) => said(`${r.en}: bare numbers are minutes from STARTEX.`, `${r.ko}: 단위 없는 숫자는 연습 개시부터 센 분으로 보았습니다.`),
      said(
        'The sheet states no unit; choose hours with the unit option.',
        '단위가 적혀 있지 않기 때문입니다. 단위 선택에서 시간으로 바꿀 수 있습니다.',
      ),
      row,
    );
  return { kind: 'offset', ms: Math.round((when.value * unit) / SECOND) * SECOND };
}

function place(rows: readonly TimedRow[], start: Start, guesses: Guesses): Map<number, number> {
  const at = new Map<number, number>();
  const startDay = start.local - (start.local % DAY);
  const dayZero = startDay - start.day * DAY;
  let running = { day: startDay, ms: start.local - startDay };
  for (const { row, when, marks, day } of rows) {
    let local: number | undefined;
    if (when.kind === 'startex' || (marks === 'startex' && when.kind === 'none')) local = start.local;
    else if (when.kind === 'offset') local = start.local + when.ms;
    else if (when.kind === 'day') {
      local = dayZero + when.day * DAY + (start.local - startDay);
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
    else if (when.kind === 'clock') local = clockTime(when, { row, day, dayZero, startDay, running, guesses });
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
  if (when.unsure)
    guesses.make(
      'day-month',
      (r) => said(`${r.en}: dates such as 3/2/2027 are month first.`, `${r.ko}: 3/2/2027 같은 날짜는 월을 앞에 둔 것으로 보았습니다.`),
      said('No date in the sheet has a first part above 12.', '첫 수가 12를 넘는 날짜가 없기 때문입니다.'),
      row,
    );
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
  return r.running.day + when.ms;
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
