import { clockOf } from './clock.ts';
import { DAY } from './durations.ts';
import type { When } from './when.ts';

/** What is known of how a sheet writes its dates. */
export interface DateStyle {
  /** 3/2/2027 is the third of February. */
  readonly dayFirst?: boolean;
  /** The column says that it holds date-time groups: 210930 is the 21st at 09:30. */
  readonly groups?: boolean;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const FOREIGN: Readonly<Record<string, number>> = {
  mai: 5,
  okt: 10,
  dez: 12,
  maer: 3,
  marz: 3,
  mrz: 3,
  janv: 1,
  fevr: 2,
  avr: 4,
  juin: 6,
  juil: 7,
  aout: 8,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  set: 9,
};
const monthOf = (name: string | undefined): number => {
  const small = (name ?? '').replace('.', '');
  return FOREIGN[small] ?? FOREIGN[small.slice(0, 4)] ?? FOREIGN[small.slice(0, 3)] ?? MONTHS.indexOf(small.slice(0, 3)) + 1;
};
const FULL =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|marz|maerz|mrz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.?$/;
const isMonth = (name: string | undefined): boolean => name !== undefined && FULL.test(name);

const WEEKDAY = '(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\\.?|[일월화수목금토]요일';
/** Without a year. The year is settled by the whole sheet. */
export const NO_YEAR = 2000;

/** Dates with or without a year and a time of day. In small letters. */
export function readDate(raw: string, style: DateStyle): When | undefined {
  const text = raw
    .replace(new RegExp(`^(?:${WEEKDAY})[, ]+(?=\\d|[a-z]{3,9}\\.? \\d)`), '')
    .replace(/ ?\((?:[일월화수목금토](?:요일)?|mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/, '')
    .replace(new RegExp(`(?<=\\d[일.]?) (?:${WEEKDAY})(?= |$)`), '')
    .replace(/(\d)(?:st|nd|rd|th)\b/, '$1')
    .replace(/^['’](\d\d)(?=[.년 ])/, '20$1');
  const ymd = /^(\d{4}) ?[-./년] ?(\d{1,2}) ?[-./월] ?(\d{1,2})[.일]?(?:[t, ]+(.*))?$/.exec(text);
  if (ymd) return dated(ymd[1], ymd[2], ymd[3], ymd[4]);
  const plainYmd = /^(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:[t ]?(\d{4}|\d\d:\d\d.*))?$/.exec(text);
  if (plainYmd) return dated(plainYmd[1], plainYmd[2], plainYmd[3], plainYmd[4]);
  const dmy = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})(?:,? (.*))?$/.exec(text);
  if (dmy) return slashed(dmy, style);
  const md = /^(\d{1,2}) ?월 ?(\d{1,2}) ?일(?: (.*))?$/.exec(text);
  if (md) return dated(undefined, md[1], md[2], md[3]);
  const points = /^(\d{1,2})\. ?(\d{1,2})\.(?: (.*))?$/.exec(text);
  if (points)
    return Number(points[1]) > 12 ? dated(undefined, points[2], points[1], points[3]) : dated(undefined, points[1], points[2], points[3]);
  const short = /^(\d{1,2})\/(\d{1,2})(?:,? (.*))?$/.exec(text);
  if (short)
    return slashed(
      [short[0] as string, short[1] as string, '/', short[2] as string, undefined, short[3]],
      style,
      /[일월화수목금토]\)/.test(raw),
    );
  const named = /^(\d{1,2})[ .-]*([a-z]{3,10})\.?(?:[ ,-]+(20\d\d|19\d\d(?=[ ,])|'?\d{2}(?![:\d])))?(?:[, ]+(?:at )?(.*))?$/.exec(text);
  if (named && isMonth(named[2])) return dated(named[3]?.replace("'", ''), monthOf(named[2]), named[1], named[4]);
  const american = /^([a-z]{3,10})\.? (\d{1,2})(?:,? (20\d\d|19\d\d(?=[ ,])))?(?:[, ]+(?:at )?(.*))?$/.exec(text);
  if (american && isMonth(american[1])) return dated(american[3], monthOf(american[1]), american[2], american[4]);
  const tight = /^(\d{1,2})([a-z]{3})(\d{4}|\d{2})?(?:[ ,]+(.*))?$/.exec(text);
  if (tight && isMonth(tight[2])) return dated(tight[3], monthOf(tight[2]), tight[1], tight[4]);
  return readGroup(text, style);
}

/** A date-time group: 020905ZMAR27, 020905 MAR 2027, 02 0905Z MAR 27; without a month it is a day of the month. */
function readGroup(text: string, style: DateStyle): When | undefined {
  const m =
    /^(\d{2}) ?(\d{4}) ?()(?:([a-z]{3,9})\.?) ?(\d{4}|\d{2})?$/.exec(text) ??
    /^(\d{2}) ?(\d{4}) ?([a-z])? ?(?:([a-z]{3,9})\.?)? ?(\d{4}|\d{2})?$/.exec(text);
  const found = m && m[4] !== undefined && !isMonth(m[4]) ? GROUP.exec(text) : m;
  return found ? ofGroup(found, style) : undefined;
}
const GROUP = /^(\d{2}) ?(\d{4}) ?([a-z])([a-z]{3})\.? ?(\d{4}|\d{2})?$/;

function ofGroup(m: RegExpExecArray, style: DateStyle): When | undefined {
  if (m[4] !== undefined) return isMonth(m[4]) ? dated(m[5], monthOf(m[4]), m[1], `${m[2]}${m[3] ?? ''}`) : undefined;
  if (m[5] !== undefined || (!m[3] && !style.groups)) return undefined;
  const day = Number(m[1]);
  const time = clockOf(`${m[2]}${m[3] ?? ''}`);
  if (!time || day < 1 || day > 31) return undefined;
  return { kind: 'clock', monthDay: day, ...time };
}

type Parts = readonly (string | undefined)[];

function slashed(parts: Parts, style: DateStyle, korean = false): When | undefined {
  const [a, b] = [Number(parts[1]), Number(parts[3])];
  const point = parts[2] === '.';
  const first = !korean && (a > 12 || (b <= 12 && (style.dayFirst === true || point)));
  const when = first ? dated(parts[4], parts[3], parts[1], parts[5]) : dated(parts[4], parts[1], parts[3], parts[5]);
  return when?.kind === 'date' && !point && !korean ? { ...when, slashed: [a, b] } : when;
}

type Part = string | number | undefined;

function dated(year: Part, month: Part, day: Part, rest: string | undefined): When | undefined {
  const noYear = year === undefined;
  const y = noYear ? NO_YEAR : Number(year) < 100 ? 2000 + Number(year) : Number(year);
  const ms = Date.UTC(y, Number(month) - 1, Number(day));
  if (y < 1900 || new Date(ms).getUTCMonth() !== Number(month) - 1 || Number(day) < 1) return undefined;
  const base = { kind: 'date' as const, ...(noYear ? { noYear: true as const } : {}) };
  const hour = rest
    ?.trim()
    .replace(/^[-–,:/]\s*/, '')
    .replace(/^(?:at|@)\s*/, '');
  if (!hour) return { ...base, ms, timeless: true };
  const time = clockOf(hour) ?? isoClock(hour);
  if (!time) return undefined;
  return {
    ...base,
    ms: ms + time.ms,
    timeless: false,
    ...(time.zone ? { zone: time.zone } : {}),
    ...(time.zoneWord ? { zoneWord: time.zoneWord } : {}),
  };
}

/** In a date of one piece a minus is an offset: 09:00-05:00. */
function isoClock(text: string): ReturnType<typeof clockOf> {
  const m = /^(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)([+-]\d\d:?\d\d)$/.exec(text);
  const time = m ? clockOf(m[1] as string) : undefined;
  const zone = m ? `${m[2]?.slice(0, 3)}:${m[2]?.slice(-2)}` : '';
  return time && Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) <= 59 ? { ...time, zone, zoneWord: zone } : undefined;
}

export const dayOf = (ms: number): number => ms - (((ms % DAY) + DAY) % DAY);
