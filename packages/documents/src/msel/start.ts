import { ImportError, type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { DAY, HOUR } from './durations.ts';
import type { Hints } from './hints.ts';
import type { TimesTemplate } from './reading.ts';
import { readTimeText } from './time.ts';
import type { When } from './when.ts';
import { isOffset, zoneMs } from './zones.ts';

/** A row as far as time goes. */
export interface TimedRow {
  readonly row: number;
  readonly when: When;
  /** The row says STARTEX or ENDEX, whatever its time cell holds. */
  readonly marks?: 'startex' | 'endex' | undefined;
  /** A heading above it names the day (0 = first). */
  readonly day?: number | undefined;
  readonly hints?: Hints | undefined;
}
export interface TimeOptions extends TimesTemplate {
  /** The date that stands for the first day if the sheet names none, YYYY-MM-DD. */
  readonly today?: string | undefined;
}

/** Stands for the first day of a sheet that names no date: a Monday, and the same one each time. */
const FIRST_DAY = '2030-01-07';

/** STARTEX on the calendar: `local` milliseconds as if in UTC; `day` = which day of the sheet it is on. */
export interface Start {
  local: number;
  zone: string | undefined;
  dated: boolean;
  day: number;
  /** Added to the dates of the sheet, where STARTEX is set far from all of them. */
  shift: number;
}

/** Where STARTEX is, and what had to be assumed for it. */
export function findStart(rows: readonly TimedRow[], options: TimeOptions, guesses: Guesses): Start {
  const dates = rows.flatMap((r) => (r.when.kind === 'date' ? [r.when] : []));
  const firstDate = dates.toSorted((a, b) => a.ms - b.ms)[0];
  const weekday = rows.flatMap((r) => (r.when.kind === 'clock' && r.when.weekday !== undefined ? [r.when.weekday] : []))[0];
  const dayZero = firstDate ? firstDate.ms - (firstDate.ms % DAY) : calendarDay(options.firstDay ?? options.today, weekday);
  const zone = rows.flatMap((r) => ((r.when.kind === 'clock' || r.when.kind === 'date') && isOffset(r.when.zone) ? [r.when.zone] : []))[0];
  const from = (when: When | undefined): Start | undefined => {
    if (when?.kind === 'date') return { local: when.ms, zone: isOffset(when.zone) ? when.zone : zone, dated: true, day: 0, shift: 0 };
    if (when?.kind === 'clock')
      return {
        local: dayZero + (when.day ?? 0) * DAY + when.ms,
        zone: isOffset(when.zone) ? when.zone : zone,
        dated: firstDate !== undefined,
        day: when.day ?? 0,
        shift: 0,
      };
    return undefined;
  };
  const found = chosen(rows, options, from);
  const start = from(found.when) ?? from({ kind: 'clock', ms: 9 * HOUR });
  if (!start) throw new Error('a clock time always gives a start');
  sayStart(start, found, options, guesses);
  if (options.startex !== undefined && start.dated) start.shift = shiftOf(rows, start, guesses);
  if (!start.dated) {
    const day = isoDay(start.local);
    guesses.decide({
      key: 'day',
      code: 'date',
      kind: 'time',
      what: said(`The first day is ${day}.`, `첫날을 ${day}로 두었습니다.`),
      because: said(
        'The sheet names no date; give STARTEX as a date and time to set it.',
        '날짜가 적혀 있지 않기 때문입니다. 연습 개시를 날짜와 시각으로 지정하면 바뀝니다.',
      ),
      value: day,
      confidence: 0.85,
      sets: ['times', 'firstDay'],
      given: options.firstDay !== undefined,
    });
  }
  return start;
}

interface Found {
  readonly when: When | undefined;
  readonly what: (row: Said) => Said;
  readonly because: Said;
  readonly confidence: number;
  readonly row?: number;
}
const AT_ROW = (r: Said): Said => said(`${r.en}: STARTEX is its time.`, `${r.ko}: 그 시각을 연습 개시로 보았습니다.`);

/** STARTEX as the option gives it; else from a row that says so; else the first time in the sheet. */
function chosen(rows: readonly TimedRow[], options: TimeOptions, from: (w: When | undefined) => Start | undefined): Found {
  if (options.startex !== undefined) {
    const text = options.startex.trim();
    refuseUnknownOffset(text);
    const when = [readTimeText(text), ...(/^\d{3,4}$/.test(text) ? [readTimeText(`${text.padStart(4, '0')}l`)] : [])].find((w) => from(w));
    const given = said(`STARTEX is ${text}.`, `연습 개시는 ${text}입니다.`);
    if (when) return { when, what: () => given, because: said('It is given so.', '그렇게 지정되었기 때문입니다.'), confidence: 1 };
    throw new ImportError(
      'bad-startex',
      said(
        `STARTEX “${text.slice(0, 40)}” is neither a time of day nor a date and time.`,
        `연습 개시 “${text.slice(0, 40)}”은(는) 시각이나 날짜·시각이 아닙니다.`,
      ),
      said('Write 09:00, or 2027-03-02T09:00+09:00.', '09:00 또는 2027-03-02T09:00+09:00처럼 적으십시오.'),
    );
  }
  const marked = rows.find((r) => r.marks === 'startex' && from(r.when));
  if (marked)
    return {
      when: marked.when,
      what: AT_ROW,
      because: said('The row says STARTEX.', '그 행이 연습 개시(STARTEX)라고 적고 있기 때문입니다.'),
      confidence: 0.95,
      row: marked.row,
    };
  const dated = rows
    .filter((r) => r.when.kind === 'date' && !r.when.timeless)
    .toSorted((a, b) => (a.when as { ms: number }).ms - (b.when as { ms: number }).ms)[0];
  const anyDate = dated ?? rows.find((r) => r.when.kind === 'date');
  const clocks = rows.filter((r) => r.when.kind === 'clock');
  const dayOfRow = (r: TimedRow): number => (r.when.kind === 'clock' ? (r.when.day ?? r.day ?? 0) : 0);
  const firstDay = Math.min(...clocks.map(dayOfRow));
  const first = anyDate ?? earliest(clocks.filter((r) => dayOfRow(r) === firstDay));
  if (!first)
    return {
      when: undefined,
      what: () => said('STARTEX is at 09:00.', '연습 개시를 09:00으로 두었습니다.'),
      because: said('The sheet holds no time of day.', '시각이 적혀 있지 않기 때문입니다.'),
      confidence: 0.85,
    };
  const because =
    first === anyDate
      ? said(
          'No row says STARTEX, and this is the earliest date and time.',
          '연습 개시라고 적힌 행이 없고, 이 날짜와 시각이 가장 이르기 때문입니다.',
        )
      : said(
          'No row says STARTEX, and this is the first time of day in the sheet.',
          '연습 개시라고 적힌 행이 없고, 시트에서 가장 이른 시각이기 때문입니다.',
        );
  const when =
    first.when.kind === 'clock' && first.when.day === undefined && first.day !== undefined ? { ...first.when, day: first.day } : first.when;
  return { when, what: AT_ROW, because, confidence: 0.85, row: first.row };
}

/** The first of a day's times, though rows may stand in another order; one that is far earlier is on the next day. */
function earliest(clocks: readonly TimedRow[]): TimedRow | undefined {
  let day = 0;
  let before: number | undefined;
  let first: { row: TimedRow; ms: number } | undefined;
  for (const row of clocks) {
    if (row.when.kind !== 'clock') continue;
    const { ms } = row.when;
    if (before !== undefined && ms < before - 12 * HOUR) day += DAY;
    before = ms;
    if (first === undefined || day + ms < first.ms) first = { row, ms: day + ms };
  }
  return first?.row;
}

function sayStart(start: Start, found: Found, options: TimeOptions, guesses: Guesses): void {
  guesses.decide({
    key: 'startex',
    code: 'startex',
    kind: 'time',
    what: found.what,
    because: found.because,
    value: options.startex ?? isoStart(start),
    confidence: found.confidence,
    sets: ['times', 'startex'],
    given: options.startex !== undefined,
    plain: options.startex !== undefined,
    ...(found.row === undefined ? {} : { rows: [found.row] }),
  });
}

/** An offset that is none (+25:00, +09:75) would be lost without a word, and every hour of the exercise with it. */
function refuseUnknownOffset(text: string): void {
  const offset = /\d:\d\d(?::\d\d)?\s*(?:utc|gmt)?\s*([+-]\d{1,2}(?::?\d\d)?)$/i.exec(text)?.[1];
  const when = offset === undefined ? undefined : readTimeText(text);
  if (when === undefined || ((when.kind === 'date' || when.kind === 'clock') && when.zone !== undefined)) return;
  throw new ImportError(
    'bad-startex',
    said(`STARTEX ends with “${offset}”, which is no offset from UTC.`, `연습 개시 끝의 “${offset}”은(는) UTC와의 시차가 아닙니다.`),
    said(
      'Offsets go from -14:00 to +14:00. Write 2027-03-02T09:00+09:00.',
      '시차는 -14:00부터 +14:00까지입니다. 2027-03-02T09:00+09:00처럼 적으십시오.',
    ),
  );
}

const NEAR = 60 * DAY;

/** An old sheet played again on another date: its own STARTEX, or else its first day, comes to stand on the new one. */
function shiftOf(rows: readonly TimedRow[], start: Start, guesses: Guesses): number {
  const dates = rows.flatMap((r) => (r.when.kind === 'date' ? [{ local: onZone(r.when, start), marked: r.marks === 'startex' }] : []));
  if (dates.length === 0 || dates.some((d) => Math.abs(d.local - start.local) < NEAR)) return 0;
  const marked = dates.find((d) => d.marked);
  const first = Math.min(...dates.map((d) => d.local));
  guesses.make(
    'moved',
    said(`The dates of the sheet are moved to the STARTEX given.`, `시트의 날짜를 지정한 연습 개시에 맞추어 옮겼습니다.`),
    said('None of them is within 60 days of it.', '그 전후 60일 안에 드는 날짜가 없기 때문입니다.'),
  );
  return marked ? start.local - marked.local : Math.floor(start.local / DAY) * DAY - Math.floor(first / DAY) * DAY;
}

/** The local time of a date at STARTEX's offset; a date without an offset is local already. */
export function onZone(when: When & { kind: 'date' }, start: Start): number {
  return isOffset(when.zone) && start.zone ? when.ms - zoneMs(when.zone) + zoneMs(start.zone) : when.ms;
}

function calendarDay(today: string | undefined, weekday: number | undefined): number {
  const given = Date.parse(`${today ?? FIRST_DAY}T00:00:00Z`);
  const day = Number.isNaN(given) ? Date.parse(`${FIRST_DAY}T00:00:00Z`) : given;
  return weekday === undefined ? day : day + ((weekday - new Date(day).getUTCDay() + 7) % 7) * DAY;
}

const isoDay = (local: number): string => new Date(local).toISOString().slice(0, 10);

/** STARTEX with its offset, such as 2027-03-02T08:00+09:00. */
export function isoStart(start: Start): string {
  const time = new Date(start.local).toISOString().slice(0, 19).replace(/:00$/, '');
  return `${time}${!start.zone || start.zone === '+00:00' ? 'Z' : start.zone}`;
}
