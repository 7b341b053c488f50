import type { Cell } from '../sheet/sheet.ts';

/** What an author wrote into a time cell, before it is known when STARTEX is. All in milliseconds. */
export type When =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'startex' }
  | { readonly kind: 'endex' }
  /** A bare number: its unit is decided for the whole column. */
  | { readonly kind: 'number'; readonly value: number; readonly digits: string }
  /** From STARTEX. `unsure`: a unit that the cell does not state (`T+1`). */
  | { readonly kind: 'offset'; readonly ms: number; readonly unsure?: { readonly value: number } }
  /** Of a day: counted from the first day of the sheet (0), or a weekday (0 = Sunday), or the running one. */
  | { readonly kind: 'clock'; readonly ms: number; readonly day?: number; readonly weekday?: number; readonly zone?: string }
  /** A day counted from the first, without a time. */
  | { readonly kind: 'day'; readonly day: number }
  /** A date and a time of day, as if in UTC, with the offset that the cell states. */
  | { readonly kind: 'date'; readonly ms: number; readonly zone?: string; readonly timeless: boolean; readonly unsure?: 'day-month' };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS: readonly RegExp[] = [
  /^(sun(day)?|일(요일)?|dimanche|sonntag|domingo)$/,
  /^(mon(day)?|월(요일)?|lundi|montag|lunes)$/,
  /^(tue(s(day)?)?|화(요일)?|mardi|dienstag|martes)$/,
  /^(wed(nesday)?|수(요일)?|mercredi|mittwoch|miercoles)$/,
  /^(thu(r(s(day)?)?)?|목(요일)?|jeudi|donnerstag|jueves)$/,
  /^(fri(day)?|금(요일)?|vendredi|freitag|viernes)$/,
  /^(sat(urday)?|토(요일)?|samedi|samstag|sabado)$/,
];

/** Reads a time cell. `dayFirst`: 3/2/2027 is the third of February. */
export function readTime(cell: Cell | undefined, dayFirst = false): When {
  if (!cell) return { kind: 'none' };
  if (cell.number !== undefined && cell.shown) return readSerial(cell.number, cell.shown);
  if (cell.number !== undefined) return { kind: 'number', value: cell.number, digits: cell.text };
  return readTimeText(cell.text, dayFirst);
}

function readSerial(serial: number, shown: NonNullable<Cell['shown']>): When {
  const ms = Math.round(serial * 86_400) * SECOND;
  if (shown === 'duration') return { kind: 'offset', ms };
  if (serial < 0 || serial > 2_958_465) return { kind: 'unreadable' };
  if (serial < 1) return { kind: 'clock', ms: ms % DAY };
  if (shown === 'time' && serial < 367) return { kind: 'clock', ms: ms % DAY, day: Math.floor(ms / DAY) };
  return { kind: 'date', ms: EXCEL_EPOCH + ms, timeless: ms % DAY === 0 };
}

export function readTimeText(raw: string, dayFirst = false): When {
  const text = plainTime(raw);
  if (text === '' || /^(-+|tbd|tbc|n\/?a|미정|추후|none)$/.test(text)) return { kind: 'none' };
  if (text.length > 80) return { kind: 'unreadable' };
  if (/^\d+([.,]\d+)?$/.test(text)) return { kind: 'number', value: Number(text.replace(',', '.')), digits: text };
  const start = text.replace(/^(startex|start|(?:연습|훈련)? ?개시)(?=$|[ (+-])/, '개시');
  if (/^개시$|^(debut|beginn|inicio)$/.test(start)) return { kind: 'startex' };
  if (/^(endex|end of exercise|(연습|훈련) ?종료|종료)$/.test(text)) return { kind: 'endex' };
  const bare = start.replace(/^개시 ?(?=[+-])/, 't').replace(/^개시 ?\(?([^()]*)\)?$/, '$1');
  return (
    readDate(bare, dayFirst) ?? readDay(bare) ?? readOffset(bare) ?? readRange(bare, dayFirst) ?? readClock(bare) ?? { kind: 'unreadable' }
  );
}

/** Small letters, plain hyphens and spaces, no accents. */
function plainTime(raw: string): string {
  return raw
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([+]) ?/g, '$1')
    .trim();
}

/** A time of day: `09:05`, `9:05 AM`, `0905L`, `9h05`, `오전 9시 5분`, `9.05 Uhr`. */
function clockOf(text: string): { ms: number; zone?: string } | undefined {
  const m =
    /^(?:(오전|오후|am|pm) ?)?(\d{1,2})(?:(?: ?: ?|h|\.(?=\d\d ?uhr)|시 ?)(\d{1,2})분?(?::(\d{1,2})(?:\.\d+)?)?초?|(?=(?: ?(?:am|pm|a\.m\.?|p\.m\.?|uhr|시|h))))? ?(?:시|h|uhr)? ?(am|pm|a\.m\.?|p\.m\.?)? ?(?:hrs?|hours|h|uhr)? ?\(?([a-z]{1,4}|(?:utc|gmt)?[+-]\d{1,2}:?\d{0,2})?\)?$/.exec(
      text,
    );
  const military = m ? undefined : /^(\d{2})(\d{2})(?:(\d{2}))? ?(?:hrs?|hours|h|uhr)? ?([a-z]{1,4}|[+-]\d\d:?\d\d)?$/.exec(text);
  if (military) return clock(Number(military[1]), Number(military[2]), Number(military[3] ?? 0), military[4]);
  if (!m) return undefined;
  const half = `${m[1] ?? ''}${(m[5] ?? '').replaceAll('.', '')}`;
  let hour = Number(m[2]);
  if (half) {
    if (hour > 12 && /오전|am/.test(half)) return undefined;
    if (/오후|pm/.test(half) && hour < 12) hour += 12;
    else if (/오전|am/.test(half) && hour === 12) hour = 0;
  }
  return clock(hour, Number(m[3] ?? 0), Number(m[4] ?? 0), m[6]);
}

function clock(hour: number, minute: number, second: number, zone: string | undefined): { ms: number; zone?: string } | undefined {
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return undefined;
  const ms = hour * HOUR + minute * MINUTE + second * SECOND;
  const known = zoneOf(zone);
  return known ? { ms, zone: known } : { ms };
}

/** Offsets that everybody means alike; other letters (L, EST in summer) name no offset for sure. */
function zoneOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  if (/^(z|utc|gmt)$/.test(zone)) return '+00:00';
  if (zone === 'kst' || zone === 'jst' || zone === 'i') return '+09:00';
  const m = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d\d)?$/.exec(zone);
  return m && Number(m[2]) <= 14 && Number(m[3] ?? 0) <= 59 ? `${m[1]}${m[2]?.padStart(2, '0')}:${m[3] ?? '00'}` : undefined;
}

function readClock(text: string): When | undefined {
  const time = clockOf(text);
  if (time) return { kind: 'clock', ...time };
  const m = /^([a-z]+|[일월화수목금토](?:요일)?)\.?,? (.+)$/.exec(text);
  const weekday = m ? WEEKDAYS.findIndex((w) => w.test(m[1] as string)) : -1;
  const of = m && weekday >= 0 ? clockOf(m[2] as string) : undefined;
  return of ? { kind: 'clock', weekday, ...of } : undefined;
}

/** `09:00-09:30`: the first time counts. (With a plus it is an offset from UTC.) */
function readRange(text: string, dayFirst: boolean): When | undefined {
  const m = /^(.*?\d.*?) ?(?:-|~|to|bis|부터) ?(?:오전 |오후 )?(\d{1,2}[:h]\d\d|\d{4}|\d{1,2} ?(?:am|pm)|\d{1,2}시)[^+-]*$/.exec(text);
  const first = m ? readTimeText(m[1] as string, dayFirst) : undefined;
  return first?.kind === 'clock' || first?.kind === 'date' ? first : undefined;
}

/** `D+2 H+3`, `D1 0900`, `Day 2 14:30`, `1일차 09:00`. D+0 is the first day, and so is Day 1. */
function readDay(text: string): When | undefined {
  const from0 =
    /^(?:d|day|j|jour|tag|dia|e) ?([+-]) ?(\d{1,3})(?:일)?(?: ?[,/:-]? (.*)|)$/.exec(text) ?? /^(d)-(day)(?: (.*)|)$/.exec(text);
  const from1 =
    /^(?:day|d|jour|j|tag|dia|제) ?(\d{1,3})(?:일)?(?: ?[,/:-]? (.*)|)$/.exec(text) ?? /^(\d{1,3})일차(?: ?[,/:-]? ?(.*)|)$/.exec(text);
  if (!from0 && !from1) return undefined;
  const day = from0 ? (from0[2] === 'day' ? 0 : Number(`${from0[1]}${from0[2]}`)) : Number(from1?.[1]) - 1;
  const rest = ((from0 ? from0[3] : from1?.[2]) ?? '').trim();
  if (rest === '') return { kind: 'day', day };
  const time = clockOf(rest);
  if (time) return { kind: 'clock', day, ...time };
  const offset = readOffset(rest);
  if (offset?.kind === 'offset') return { kind: 'offset', ms: day * DAY + offset.ms };
  return undefined;
}

/** `M-5`, `T+1`, `T+1:30`, `H-1`, `+90`, `T+01:30:00`, `30 min`, `1시간 30분 후`, `PT1H30M`. M counts minutes, H hours. */
function readOffset(text: string): When | undefined {
  const iso = /^(-?)p(?:(\d{1,3})d)?(?:t(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?)?$/.exec(text);
  if (iso && /\d/.test(text)) {
    const ms = Number(iso[2] ?? 0) * DAY + Number(iso[3] ?? 0) * HOUR + Number(iso[4] ?? 0) * MINUTE + Number(iso[5] ?? 0) * SECOND;
    return { kind: 'offset', ms: iso[1] ? -ms : ms };
  }
  const m = /^(t|h|m|s|x|hour|hr|min)? ?([+-]) ?(.+)$/.exec(text);
  const sign = m?.[2] === '-' ? -1 : 1;
  const amount = m ? (m[3] as string) : text;
  if (m && /^\d+([.,]\d+)?$/.test(amount)) {
    const value = Number(amount.replace(',', '.'));
    if (/^h/.test(m[1] ?? '')) return { kind: 'offset', ms: sign * Math.round(value * 3600) * SECOND };
    if (/^m/.test(m[1] ?? '')) return { kind: 'offset', ms: sign * Math.round(value * 60) * SECOND };
    return { kind: 'offset', ms: Number.NaN, unsure: { value: sign * value } };
  }
  const hms = m ? /^(\d{1,4}):(\d{2})(?::(\d{2}))?$/.exec(amount) : undefined;
  if (hms) return { kind: 'offset', ms: sign * (Number(hms[1]) * HOUR + Number(hms[2]) * MINUTE + Number(hms[3] ?? 0) * SECOND) };
  const ms = durationOf(amount, m !== null);
  return ms === undefined ? undefined : { kind: 'offset', ms: sign * ms };
}

function durationOf(text: string, signed: boolean): number | undefined {
  const m =
    /^(?:(\d+(?:[.,]\d+)?) ?(?:days?|d|일|jours?|tage?|dias?)\b ?)?(?:(\d+(?:[.,]\d+)?) ?(?:hours?|hrs?|h|시간|heures?|stunden?|std\.?|horas?) ?)?(?:(\d+(?:[.,]\d+)?) ?(?:minutes?|mins?|m|분|minuten|minutos?|')? ?)?(?:후|뒤|later|after startex)?$/.exec(
      text,
    );
  if (!m || (m[1] ?? m[2] ?? m[3]) === undefined) return undefined;
  if (m[3] !== undefined && m[2] === undefined && m[1] === undefined && /^[\d.,]+$/.test(text)) return undefined;
  // "9h30" without a sign is a time of day in French.
  if (!signed && /^\d{1,2}h\d\d$|^\d{4} ?(h|hrs?|hours)$/.test(text)) return undefined;
  const n = (s: string | undefined) => Number((s ?? '0').replace(',', '.'));
  return Math.round((n(m[1]) * DAY + n(m[2]) * HOUR + n(m[3]) * MINUTE) / SECOND) * SECOND;
}

function readDate(text: string, dayFirst: boolean): When | undefined {
  const ymd = /^(\d{4}) ?[-./년] ?(\d{1,2}) ?[-./월] ?(\d{1,2})[.일]?(?: ?\([^)]*\))?(?:[t, ]+(.*))?$/.exec(text);
  if (ymd) return dated(ymd[1], ymd[2], ymd[3], ymd[4]);
  const dmy = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})(?:,? (.*))?$/.exec(text);
  if (dmy) {
    const [a, b] = [Number(dmy[1]), Number(dmy[3])];
    const first = a > 12 || (b <= 12 && (dayFirst || dmy[2] === '.'));
    const when = first ? dated(dmy[4], dmy[3], dmy[1], dmy[5]) : dated(dmy[4], dmy[1], dmy[3], dmy[5]);
    return when?.kind === 'date' && a <= 12 && b <= 12 && a !== b && dmy[2] !== '.' ? { ...when, unsure: 'day-month' } : when;
  }
  const named = /^(\d{1,2})[ .-]+([a-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})(?:,? (.*))?$/.exec(text);
  if (named && MONTHS.includes(named[2]?.slice(0, 3) ?? '')) return dated(named[3], monthOf(named[2]), named[1], named[4]);
  const american = /^(?:[a-z]+day,? )?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:,? (.*))?$/.exec(text);
  if (american && MONTHS.includes(american[1]?.slice(0, 3) ?? ''))
    return dated(american[3], monthOf(american[1]), american[2], american[4]);
  // A date-time group: 020905ZMAR27.
  const group = /^(\d{2})(\d{4})([a-z]) ?([a-z]{3}) ?(\d{4}|\d{2})$/.exec(text);
  return group ? dated(group[5], monthOf(group[4]), group[1], `${group[2]}${group[3]}`) : undefined;
}

const monthOf = (name: string | undefined): string => String(MONTHS.indexOf(name?.slice(0, 3) ?? '') + 1);

function dated(year: string | undefined, month: string | undefined, day: string | undefined, rest: string | undefined): When | undefined {
  const y = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  const ms = Date.UTC(y, Number(month) - 1, Number(day));
  if (y < 1900 || new Date(ms).getUTCMonth() !== Number(month) - 1 || Number(day) < 1) return undefined;
  if (!rest?.trim()) return { kind: 'date', ms, timeless: true };
  const time = clockOf(rest.trim());
  if (!time) return undefined;
  return time.zone
    ? { kind: 'date', ms: ms + time.ms, timeless: false, zone: time.zone }
    : { kind: 'date', ms: ms + time.ms, timeless: false };
}
