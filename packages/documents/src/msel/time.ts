import type { Cell } from '../sheet/sheet.ts';
import { type Clock, clockOf } from './clock.ts';
import { type DateStyle, readDate } from './dates.ts';
import { DAY, HOUR, MINUTE, SECOND, spanOf } from './durations.ts';
import type { When } from './when.ts';

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const WEEKDAYS: readonly RegExp[] = [
  /^(sun(day)?|일(요일)?|dimanche|sonntag|domingo)$/,
  /^(mon(day)?|월(요일)?|lundi|montag|lunes)$/,
  /^(tue(s(day)?)?|화(요일)?|mardi|dienstag|martes)$/,
  /^(wed(nesday)?|수(요일)?|mercredi|mittwoch|miercoles)$/,
  /^(thu(r(s(day)?)?)?|목(요일)?|jeudi|donnerstag|jueves)$/,
  /^(fri(day)?|금(요일)?|vendredi|freitag|viernes)$/,
  /^(sat(urday)?|토(요일)?|samedi|samstag|sabado)$/,
];

/** Reads a time cell. */
export function readTime(cell: Cell | undefined, style: DateStyle = {}): When {
  if (!cell) return { kind: 'none' };
  if (cell.number !== undefined && cell.shown) return readSerial(cell.number, cell.shown);
  if (cell.number !== undefined) {
    const group = style.groups && /^\d{6}$/.test(cell.text) ? readDate(cell.text, style) : undefined;
    return group ?? { kind: 'number', value: cell.number, digits: cell.text };
  }
  return readTimeText(cell.text, style);
}

function readSerial(serial: number, shown: NonNullable<Cell['shown']>): When {
  const ms = Math.round(serial * 86_400) * SECOND;
  if (shown === 'duration') return { kind: 'offset', ms };
  if (serial < 0 || serial > 2_958_465) return { kind: 'unreadable' };
  if (serial < 1) return { kind: 'clock', ms: ms % DAY };
  if (shown === 'time' && serial < 367) return { kind: 'clock', ms: ms % DAY, day: Math.floor(ms / DAY) };
  return { kind: 'date', ms: EXCEL_EPOCH + ms, timeless: ms % DAY === 0 };
}

const ABOUT =
  /^(?:approx(?:imately|\.)?|ca?\.|circa|around|about|est(?:imated|\.)?|약|대략|~)\s*(?=\d|오|정|noon|midnight)|\s*(?:\(?(?:tentative|approx\.?|tbc|estimated?|est\.|provisional|잠정|예정|미정|planned)\)?|\?)$|\s*(?:경|쯤|무렵)$/;

export function readTimeText(raw: string, style: DateStyle = {}): When {
  const text = plainTime(raw);
  if (text === '' || /^(-+|tbd|tbc|tba|n\/?a|미정|추후|none|not timed|untimed|as required|on request|on order|필요 ?시|수시)$/.test(text))
    return { kind: 'none' };
  if (text.length > 80) return { kind: 'unreadable' };
  const bare = text.replace(ABOUT, '').trim();
  if (bare !== text && bare !== '') {
    const when = readPlain(bare, style);
    return when.kind === 'unreadable' || when.kind === 'none' ? when : { ...when, about: true };
  }
  return readPlain(text, style);
}

const NEXT_DAY = /^(?:next day|the next day|익일|다음 ?날)[ ,]*|[ ,]*\(?(?:next day|\+ ?1 ?(?:d|day)|익일|다음 ?날)\)?$|[ ,]*\(\+1\)$/;

function readPlain(text: string, style: DateStyle): When {
  const day = text.replace(NEXT_DAY, '');
  const next = day === text ? undefined : clockOf(day);
  if (next) return { kind: 'clock', day: 1, ...next };
  const group = style.groups && /^\d{6}$/.test(text) ? readDate(text, style) : undefined;
  if (group) return group;
  if (/^\d+([.,]\d+)?$/.test(text)) {
    const date = /^20\d{6}$/.test(text) ? readDate(text, style) : undefined;
    return date ?? { kind: 'number', value: Number(text.replace(',', '.')), digits: text };
  }
  const start = text.replace(
    /^(startex|stex|start of exercise|start|(?:연습|훈련|상황)? ?개시|h-? ?hour|t ?= ?0|t0|[ht](?=$))(?=$|[ (+-])/,
    '개시',
  );
  if (/^개시$|^(debut|beginn|inicio)$/.test(start)) return { kind: 'startex' };
  if (/^(endex|end of exercise|(연습|훈련|상황) ?종료|종료)$/.test(text)) return { kind: 'endex' };
  const bare = start.replace(/^개시 ?(?=[+-])/, 't').replace(/^개시 ?\(?([^()]*)\)?$/, '$1');
  return (
    readAfter(bare) ??
    readDate(bare, style) ??
    readDay(bare) ??
    readOffset(bare) ??
    readRange(bare, style) ??
    readClock(bare) ?? { kind: 'unreadable' }
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
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?([+]) ?/g, '$1')
    .trim();
}

function readClock(text: string): When | undefined {
  const time = clockOf(text);
  if (time) return { kind: 'clock', ...time };
  const m = /^([a-z]+|[일월화수목금토](?:요일)?)\.?(?:,? (?:at )?(.+))?$/.exec(text);
  const weekday = m ? WEEKDAYS.findIndex((w) => w.test(m[1] as string)) : -1;
  if (!m || weekday < 0) return undefined;
  if (m[2] === undefined) return { kind: 'day', day: 0, weekday };
  const of = clockOf(m[2]);
  return of ? { kind: 'clock', weekday, ...of } : undefined;
}

/** `09:00-09:30`: the first time counts, the second is when it ends. (With a plus it is an offset from UTC.) */
function readRange(text: string, style: DateStyle): When | undefined {
  const m =
    /^(.*?\d.*?) ?(?:-|~|\bto\b|\bbis\b|\buntil\b|부터) ?((?:오전 |오후 )?\d{1,2}[:h.]\d\d(?: ?[ap]\.?m\.?)?|\d{4}|\d{1,2} ?[ap]\.?m\.?|\d{1,2}시(?: ?\d{1,2}분)?)([^+-]*)$/.exec(
      text,
    );
  if (!m) return undefined;
  const half = /^\d{1,2}(?:[:.]\d\d)?$/.test(m[1] as string) ? (/[ap]\.?m\.?/.exec(m[2] as string)?.[0] ?? '') : '';
  const tail = (m[3] ?? '').trim().replace(/^까지/, '');
  const first = readTimeText(`${m[1]} ${half}`.trim(), style);
  const plain = first.kind === 'number' && /^\d{3,4}$/.test(first.digits) ? readClock(first.digits.padStart(4, '0')) : first;
  const found = plain?.kind === 'clock' || (plain?.kind === 'date' && !plain.timeless) ? plain : undefined;
  if (!found) return undefined;
  const zoned = tail === '' ? undefined : clockOf(`${m[2]} ${tail}`);
  if (tail !== '' && !zoned) return undefined;
  return { ...found, until: m[2] as string, ...(zoned?.zone ? { zone: zoned.zone, zoneWord: zoned.zoneWord as string } : {}) };
}

const TENS = 'one two three four five six seven eight nine ten'.split(' ');

/** `D+2 H+3`, `D1 0900`, `Day 2 14:30`, `1일차 09:00`. D+0 is the first day, and so is Day 1. */
function readDay(raw: string): When | undefined {
  const text = raw.replace(/^day (one|two|three|four|five|six|seven|eight|nine|ten)\b/, (_, n: string) => `day ${TENS.indexOf(n) + 1}`);
  const from0 =
    /^(?:d|day|j|jour|tag|dia|e|ex) ?([+-]) ?(\d{1,3})(?:일)?(?: ?[,/:-]? ?(.*)|)$/.exec(text) ??
    /^(d)-? ?(day|일)(?:[, ]+(.*)|)$/.exec(text);
  const from1 =
    /^(?:day|d|jour|j|tag|dia|제|ex ?day|exercise day) ?(\d{1,3})(?:일)?(?: ?[,/:-]? ?\(?(?![\d:]*$)(.*?)\)?| (.*)|)$/.exec(text) ??
    /^(?:제 ?)?(\d{1,3})일차(?: ?[,/:-]? ?(.*)|)$/.exec(text);
  if (!from0 && !from1) return undefined;
  const day = from0 ? (from0[2] === 'day' || from0[2] === '일' ? 0 : Number(`${from0[1]}${from0[2]}`)) : Number(from1?.[1]) - 1;
  const rest = ((from0 ? from0[3] : (from1?.[2] ?? from1?.[3])) ?? '').trim();
  if (rest === '') return { kind: 'day', day };
  const time = clockOf(rest);
  if (time) return { kind: 'clock', day, ...time };
  if (/^\d{3}$/.test(rest)) return { kind: 'clock', day, ...(clockOf(`0${rest}`) as Clock) };
  const offset = readOffset(rest) ?? (/^h-? ?hour$/.test(rest) ? { kind: 'offset' as const, ms: 0 } : undefined);
  if (offset?.kind === 'offset') return { kind: 'offset', ms: day * DAY + offset.ms };
  const ranged = readRange(rest, {});
  return ranged?.kind === 'clock' ? { ...ranged, day } : undefined;
}

/** `M-5`, `T+1`, `T+1:30`, `T+0130`, `H-1`, `+90`, `T+01:30:00`, `30 min`, `1시간 30분 후`, `PT1H30M`. M counts minutes, H hours. */
function readOffset(text: string): When | undefined {
  const iso = /^(-?)p(?:(\d{1,3})d)?(?:t(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?)?$/.exec(text);
  if (iso && /\d/.test(text)) {
    const ms = Number(iso[2] ?? 0) * DAY + Number(iso[3] ?? 0) * HOUR + Number(iso[4] ?? 0) * MINUTE + Number(iso[5] ?? 0) * SECOND;
    return { kind: 'offset', ms: iso[1] ? -ms : ms };
  }
  const m = /^(t|h|m|s|x|e|ex|hour|hr|min)? ?([+-]) ?(.+)$/.exec(text);
  const sign = m?.[2] === '-' ? -1 : 1;
  const amount = m ? (m[3] as string) : text;
  const digits = m && /^0\d{3}$/.test(amount) ? `${amount.slice(0, 2)}:${amount.slice(2)}` : amount;
  if (m && /^\d+([.,]\d+)?$/.test(digits)) {
    const value = Number(digits.replace(',', '.'));
    if (/^h/.test(m[1] ?? '')) return { kind: 'offset', ms: sign * Math.round(value * 3600) * SECOND };
    if (/^m/.test(m[1] ?? '')) return { kind: 'offset', ms: sign * Math.round(value * 60) * SECOND };
    return { kind: 'offset', ms: Number.NaN, unsure: { value: sign * value } };
  }
  const hms = m ? /^(\d{1,4}):(\d{2})(?::(\d{2}))?(?: ?(?:h|hrs?|hours?))?$/.exec(digits) : undefined;
  if (hms) return { kind: 'offset', ms: sign * (Number(hms[1]) * HOUR + Number(hms[2]) * MINUTE + Number(hms[3] ?? 0) * SECOND) };
  const ms = spanOf(digits, m !== null);
  return ms === undefined ? undefined : { kind: 'offset', ms: sign * ms };
}

const REFERENCE =
  '(?:the )?(?:inject|event|serial|item|msel|release of|message|number|no\\.?|#|상황|메시지)* ?#?([a-z가-힣]{0,6}[-.]?\\d[\\w.-]{0,12})';
const LATER = [
  new RegExp(
    `^(?:(.{1,20}?) )?(?:after|following|post|upon|on completion of|once) ${REFERENCE}(?: (?:is )?(?:released|sent|delivered|complete[d]?))?$`,
  ),
  /^(?:inject|event|serial|msel|상황) ?#?(?<ref>[\w.-]{1,16})[+](?<span>.{1,20})$/,
  /^(?:상황 ?)?(?<ref>[\w가-힣.-]{1,10}?)번? ?(?:상황)? (?:부여 ?)?(?:이후|후|뒤) ?(?<span>\d.*)?$/,
];

/** `15 min after 1`, `after inject 2`, `Inject 3+10 min`. */
function readAfter(text: string): When | undefined {
  const [first, second, third] = LATER.map((form) => form.exec(text));
  const number = first?.[2] ?? second?.groups?.ref ?? third?.groups?.ref;
  const span = first ? first[1] : (second?.groups?.span ?? third?.groups?.span);
  if (
    number === undefined ||
    !/\d/.test(number) ||
    (third && !first && !second && /^\d+(?:분|시간|일)?$/.test(number) && !/번|상황/.test(text))
  )
    return undefined;
  const ms = span === undefined || /^immediately$/.test(span) ? 0 : spanOf(span.trim(), true);
  return ms === undefined ? undefined : { kind: 'after', number, ms };
}
