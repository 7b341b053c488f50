import { said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { NO_YEAR } from './dates.ts';
import { DAY, HOUR, MINUTE, SECOND } from './durations.ts';
import type { TimesTemplate } from './reading.ts';
import type { TimedRow } from './start.ts';
import type { When } from './when.ts';

/** Times as they are written become times of one kind: bare numbers get their unit, points their meaning, days their month and year. */
export function settleTimes(rows: readonly TimedRow[], times: TimesTemplate, text: string, guesses: Guesses): TimedRow[] {
  const column = readColumn(rows, times, guesses);
  const counted = rows.map((r) => ({ ...r, when: { ...kept(r.when), ...counting(r, column, times, guesses) } as When }));
  return withDays(counted, times, text, guesses);
}

const kept = (when: When): Partial<When> => ({
  ...(when.about ? { about: true as const } : {}),
  ...(when.until ? { until: when.until } : {}),
});

/** What the times of all rows together say of those that can be read in two ways. */
interface ColumnOfTimes {
  /** Bare numbers are times of day: 0905. */
  readonly numbersAreClock: boolean;
  /** Numbers of one or two digits among them are minutes after midnight, not hours. */
  readonly shortAreMinutes: boolean;
  /** 9.30 is half past nine. */
  readonly pointsAreClock: boolean;
  /** 1:30 is one and a half hours from STARTEX. */
  readonly elapsed: boolean;
}

function readColumn(rows: readonly TimedRow[], times: TimesTemplate, guesses: Guesses): ColumnOfTimes {
  const numbers = rows.flatMap((r) => (r.when.kind === 'number' ? [r.when.digits] : []));
  const clocks = rows.flatMap((r) =>
    r.when.kind === 'clock' && !r.when.dotted && r.when.day === undefined && r.when.weekday === undefined ? [r.when.ms] : [],
  );
  const dotted = rows.filter((r) => r.when.kind === 'clock' && r.when.dotted).length;
  const integers = numbers.filter((d) => /^\d+$/.test(d));
  const longer = integers.filter((d) => d.length > 2);
  // 30 among 900 and 1015 is half past midnight.
  const likeClock =
    longer.length > 0 &&
    longer.length * 2 > integers.length &&
    longer.every((d) => /^([01]?\d|2[0-4])[0-5]\d$/.test(d)) &&
    integers.every((d) => d.length > 2 || Number(d) < 60);
  const hinted = rows.some((r) => r.hints?.unit || r.hints?.elapsed);
  const numbersAreClock =
    times.read === 'clock' ||
    (times.read !== 'elapsed' &&
      !times.unit &&
      !hinted &&
      likeClock &&
      (integers.some((d) => /^0\d{3}$/.test(d)) || longer.every((d) => Number(d) >= 500) || clocks.length > 0));
  const elapsed = elapsedOf(rows, clocks, times, guesses);
  return {
    numbersAreClock,
    shortAreMinutes: longer.length > 0,
    pointsAreClock: !elapsed && !hinted && !times.unit && (clocks.length > 0 || numbersAreClock || dotted > 1),
    elapsed,
  };
}

/** Whether 0:30 is half an hour from STARTEX or half past midnight: by the header, else by where the column begins. */
function elapsedOf(rows: readonly TimedRow[], clocks: readonly number[], times: TimesTemplate, guesses: Guesses): boolean {
  if (times.read) return times.read === 'elapsed';
  if (clocks.length < 2) return false;
  if (rows.some((r) => r.hints?.elapsed)) return true;
  const rising = clocks.every((ms, i) => i === 0 || ms >= (clocks[i - 1] as number));
  const early =
    (clocks[0] as number) < HOUR && rising && (clocks.at(-1) as number) < 12 * HOUR && rows.every((r) => r.when.kind !== 'date');
  if (!early || clocks[0] === 0) return false;
  guesses.decide({
    key: 'read',
    code: 'elapsed',
    kind: 'time',
    what: said('Times such as 0:30 count from STARTEX.', '0:30 같은 시각은 연습 개시부터 센 것으로 보았습니다.'),
    because: said('The column begins in the first hour and rises.', '열이 첫 한 시간 안에서 시작하여 차례로 커지기 때문입니다.'),
    value: 'elapsed',
    confidence: 0.6,
    alternatives: [
      { value: 'elapsed', label: said('from STARTEX', '연습 개시부터') },
      { value: 'clock', label: said('times of day', '시각') },
    ],
    sets: ['times', 'read'],
    rows: rows.flatMap((r) => (r.when.kind === 'clock' ? [r.row] : [])),
  });
  return true;
}

function counting(r: TimedRow, column: ColumnOfTimes, times: TimesTemplate, guesses: Guesses): When {
  const { when, row } = r;
  if (when.kind === 'offset' && when.unsure) return { kind: 'offset', ms: spread(when.unsure.value, unitOf(r, times, guesses, 'unit')) };
  if (when.kind === 'clock' && column.elapsed && when.day === undefined && when.weekday === undefined && when.monthDay === undefined)
    return { kind: 'offset', ms: when.ms };
  if (when.kind === 'clock' && when.dotted) {
    if (column.pointsAreClock) {
      guesses.make(
        'dots',
        (rows) => said(`${rows.en}: a point stands between hours and minutes.`, `${rows.ko}: 점을 시와 분 사이의 구분으로 보았습니다.`),
        said('The other times in the column are times of day.', '열의 다른 칸이 시각이기 때문입니다.'),
        row,
      );
      return when;
    }
    return { kind: 'offset', ms: spread((when.ms / HOUR) | 0, unitOf(r, times, guesses, 'number-unit')) };
  }
  if (when.kind !== 'number') return when;
  if (when.value > 20_000 && when.value < 80_000) return serial(when.value, r, times, guesses);
  if (column.numbersAreClock && /^\d{1,4}$/.test(when.digits)) {
    guesses.make(
      'digits',
      (rows) => said(`${rows.en}: numbers such as 0905 are times of day.`, `${rows.ko}: 0905 같은 숫자는 시각으로 보았습니다.`),
      said('Every number in the column reads as hours and minutes.', '열의 모든 숫자를 시와 분으로 읽을 수 있기 때문입니다.'),
      row,
    );
    const plain = when.digits.length <= 2 && !column.shortAreMinutes ? when.value * 100 : when.value;
    return { kind: 'clock', ms: (Math.floor(plain / 100) * 60 + (plain % 100)) * MINUTE };
  }
  const half = /^(\d{1,2})[.,](\d{1,2})$/.exec(when.digits);
  if (column.pointsAreClock && half && Number(half[1]) < 24 && Number((half[2] as string).padEnd(2, '0')) < 60) {
    guesses.decide({
      key: 'dots',
      code: 'dots',
      kind: 'time',
      what: (rows) => said(`${rows.en}: a point stands between hours and minutes.`, `${rows.ko}: 점을 시와 분 사이의 구분으로 보았습니다.`),
      because: said('The other times in the column are times of day.', '열의 다른 칸이 시각이기 때문입니다.'),
      confidence: half[2]?.length === 2 ? 0.85 : 0.65,
      rows: [row],
    });
    return { kind: 'clock', ms: Number(half[1]) * HOUR + Number((half[2] as string).padEnd(2, '0')) * MINUTE };
  }
  if (!times.unit && !r.hints?.unit && when.value > 0 && when.value < 1) {
    guesses.make(
      'fraction',
      (rows) => said(`${rows.en}: fractions are Excel times of day.`, `${rows.ko}: 소수는 엑셀 시각으로 보았습니다.`),
      said('Excel keeps a time of day as a part of 1.', '엑셀은 시각을 1보다 작은 수로 보관하기 때문입니다.'),
      row,
    );
    return { kind: 'clock', ms: Math.round(when.value * 86_400) * SECOND };
  }
  return { kind: 'offset', ms: spread(when.value, unitOf(r, times, guesses, 'number-unit')) };
}

const spread = (value: number, unit: 'min' | 'h'): number => Math.round((value * (unit === 'h' ? HOUR : MINUTE)) / SECOND) * SECOND;

function unitOf(r: TimedRow, times: TimesTemplate, guesses: Guesses, code: 'unit' | 'number-unit'): 'min' | 'h' {
  if (times.unit) return times.unit;
  if (r.hints?.unit) return r.hints.unit;
  guesses.decide({
    key: 'unit',
    code,
    kind: 'time',
    what: (rows) =>
      code === 'unit'
        ? said(`${rows.en}: times such as T+1 count minutes.`, `${rows.ko}: T+1 같은 시각은 분으로 보았습니다.`)
        : said(`${rows.en}: bare numbers are minutes from STARTEX.`, `${rows.ko}: 단위 없는 숫자는 연습 개시부터 센 분으로 보았습니다.`),
    because: said(
      'The sheet states no unit; choose hours with the unit option.',
      '단위가 적혀 있지 않기 때문입니다. 단위 선택에서 시간으로 바꿀 수 있습니다.',
    ),
    value: 'min',
    confidence: 0.6,
    alternatives: [
      { value: 'min', label: said('minutes', '분') },
      { value: 'h', label: said('hours', '시간') },
    ],
    sets: ['times', 'unit'],
    rows: [r.row],
  });
  return 'min';
}

/** A number in a plain cell that counts days as Excel does. */
function serial(value: number, r: TimedRow, times: TimesTemplate, guesses: Guesses): When {
  const epoch = times.epoch ?? (r.hints?.from1904 ? 1904 : 1900);
  guesses.decide({
    key: 'epoch',
    code: 'serial',
    kind: 'time',
    what: (rows) =>
      said(
        `${rows.en}: large numbers are Excel dates, counted from ${epoch}.`,
        `${rows.ko}: 큰 수는 ${epoch}년부터 센 엑셀 날짜로 보았습니다.`,
      ),
    because: r.hints?.from1904
      ? said('The workbook says that it counts days from 1904.', '통합 문서가 1904년부터 날을 센다고 적고 있기 때문입니다.')
      : said('Excel keeps a date as days since 1900.', '엑셀은 날짜를 1900년부터 센 날수로 보관하기 때문입니다.'),
    value: String(epoch),
    suggestion: r.hints?.from1904 ? '1904' : '1900',
    confidence: 0.85,
    alternatives: [
      { value: '1900', label: said('from 1900', '1900년부터') },
      { value: '1904', label: said('from 1904 (old Mac workbooks)', '1904년부터(옛 맥 통합 문서)') },
    ],
    sets: ['times', 'epoch'],
    given: times.epoch !== undefined,
    rows: [r.row],
  });
  const days = Math.round(value * 86_400) * SECOND + (epoch === 1904 ? 1_462 * DAY : 0);
  return { kind: 'date', ms: Date.UTC(1899, 11, 30) + days, timeless: days % DAY === 0 };
}

/** Days of a month get their month, dates without a year their year. */
function withDays(rows: readonly TimedRow[], times: TimesTemplate, text: string, guesses: Guesses): TimedRow[] {
  const dated = rows.flatMap((r) => (r.when.kind === 'date' && !r.when.noYear ? [r.when.ms] : []));
  const first = dated.length > 0 ? Math.min(...dated) : undefined;
  const given = times.firstDay ?? /^\d{4}-\d\d-\d\d/.exec(times.startex ?? '')?.[0];
  const year =
    first !== undefined
      ? new Date(first).getUTCFullYear()
      : Number(given?.slice(0, 4) ?? /\b(20[2-4]\d)\b|(?<=\D|^)(20[2-4]\d)년/.exec(text)?.[0].slice(0, 4) ?? 2030);
  let before: number | undefined;
  let last = { month: first === undefined ? `${year}-01` : new Date(first).toISOString().slice(0, 7), day: 0 };
  if (given) last = { month: given.slice(0, 7), day: 0 };
  return rows.map((r) => {
    const { when } = r;
    if (when.kind === 'date' && when.noYear) {
      const { noYear: _no, ...rest } = when;
      const shift = (y: number): number => when.ms + Date.UTC(y, 0, 1) - Date.UTC(NO_YEAR, 0, 1) - leap(when.ms, y);
      let ms = shift(year);
      // From December on to January is a new year.
      if (before !== undefined && ms < before - 200 * DAY) ms = shift(year + 1);
      before = ms;
      guesses.make(
        'year',
        said(`Dates without a year are of ${year}.`, `연도가 없는 날짜는 ${year}년으로 보았습니다.`),
        first !== undefined || given || text.includes(String(year))
          ? said('That year stands elsewhere.', '다른 곳에 그 연도가 적혀 있기 때문입니다.')
          : said('The sheet names no year; give the first day to set it.', '연도가 적혀 있지 않기 때문입니다. 첫날을 지정하면 바뀝니다.'),
        r.row,
      );
      return { ...r, when: { ...rest, ms } };
    }
    if (when.kind === 'clock' && when.monthDay !== undefined) {
      const { monthDay, dotted: _d, ...rest } = when;
      if (monthDay < last.day - 15) last = { month: next(last.month), day: 0 };
      last = { month: last.month, day: monthDay };
      if (dated.length === 0)
        guesses.make(
          'month',
          said(`Days of the month are of ${last.month}.`, `날만 적힌 것은 ${last.month}의 날로 보았습니다.`),
          said('The date-time groups name no month.', '일시군에 월이 적혀 있지 않기 때문입니다.'),
          r.row,
        );
      const ms = Date.parse(`${last.month}-01T00:00:00Z`) + (monthDay - 1) * DAY + when.ms;
      return { ...r, when: { ...rest, kind: 'date', ms, timeless: false } };
    }
    return r;
  });
}

/** The year in which dates without one are kept has a 29 February; others may not. */
const leap = (ms: number, year: number): number =>
  new Date(ms).getUTCMonth() > 1 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1 ? DAY : 0;
const next = (month: string): string => {
  const [y, m] = month.split('-').map(Number) as [number, number];
  return m === 12 ? `${y + 1}-01` : `${y}-${String(m + 1).padStart(2, '0')}`;
};
