import { DAY, HOUR, MINUTE, SECOND } from './durations.ts';
import { zoneOf } from './zones.ts';

export interface Clock {
  readonly ms: number;
  /** An offset, `local` or `doubtful`, with the word itself. */
  readonly zone?: string;
  readonly zoneWord?: string;
  /** Written with a point: 9.30. */
  readonly dotted?: true;
}

const HALF = '오전|오후|새벽|아침|낮|저녁|밤|am|pm|a\\.m\\.?|p\\.m\\.?';
const HOURS = '(?:(?:hrs?|hours|uhr|시|h)(?![a-z]))';
const ZONE =
  '\\(?((?:utc|gmt) ?[+-] ?\\d{1,2}:?\\d{0,2}|[+]\\d{1,2}:?\\d{0,2}|[a-z]{1,8}(?: time)?|현지(?:시각|시간)?|한국(?:시간|표준시)?)\\)?';
const FORM = new RegExp(
  `^(?:(${HALF}) ?)?(\\d{1,2})(?:(?: ?: ?|h|시 ?|(\\.)(?=\\d\\d))(\\d{1,2}|반)분?(?::(\\d{1,2})(?:\\.\\d+)?)?초?|(?=(?: ?(?:a|p|am|pm|a\\.m\\.?|p\\.m\\.?|uhr|시|h|o'?clock))))? ?(?:시|h(?![a-z])|uhr|o'?clock)? ?(am|pm|a\\.m\\.?|p\\.m\\.?|a|p)? ?${HOURS}? ?(?:${ZONE})?$`,
);
const MILITARY = new RegExp(`^(\\d{2})(\\d{2})(?:(\\d{2}))? ?(am|pm)? ?${HOURS}? ?(?:${ZONE})?$`);

/** A time of day: `09:05`, `9:05 AM`, `9:30a`, `0905L`, `9h05`, `오전 9시 5분`, `9.05 Uhr`, `noon`, `정오`. In small letters. */
export function clockOf(text: string): Clock | undefined {
  const word = /^(noon|midday|정오|mittags?|midi|mediodia)$|^(midnight|자정|mitternacht|minuit|medianoche)$/.exec(
    text.replace(/^(?:12 ?(?:00)? ?|at )/, ''),
  );
  if (word) return { ms: word[1] ? 12 * HOUR : DAY };
  const military = MILITARY.exec(text);
  const m = military ? undefined : FORM.exec(text);
  if (military) return clock(halved(Number(military[1]), military[4] ?? ''), Number(military[2]), Number(military[3] ?? 0), military[5]);
  if (!m) return undefined;
  const half = `${m[1] ?? ''}${(m[6] ?? '').replaceAll('.', '')}`;
  // “9.30” alone may be a number; “9.30 am” and “9.30 Uhr” are none.
  const dotted = m[3] !== undefined && half === '' && !/uhr|h/.test(text);
  const read = clock(halved(Number(m[2]), half), m[4] === '반' ? 30 : Number(m[4] ?? 0), Number(m[5] ?? 0), m[7]);
  return read && dotted ? { ...read, dotted: true } : read;
}

/** The hour of the day; 99 where the two halves contradict it. */
function halved(hour: number, half: string): number {
  if (half === '') return hour;
  if (/오전|새벽|아침|^a/.test(half)) return hour > 12 ? 99 : hour === 12 ? 0 : hour;
  if (half === '밤') return hour === 12 ? 24 : hour >= 6 && hour < 12 ? hour + 12 : hour;
  if (half === '낮') return hour < 6 ? hour + 12 : hour;
  return hour < 12 ? hour + 12 : hour;
}

function clock(hour: number, minute: number, second: number, zone: string | undefined): Clock | undefined {
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return undefined;
  const ms = hour * HOUR + minute * MINUTE + second * SECOND;
  if (zone === undefined) return { ms };
  const known = zoneOf(zone);
  return known === undefined ? undefined : { ms, zone: known, zoneWord: zone };
}
