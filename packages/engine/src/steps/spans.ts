import { grained } from '../clock/grain.ts';
import { durationMs, LONGEST_MS } from '../duration.ts';
import type { Ms } from '../fact.ts';
import { RELATIONS } from './terms.ts';

/** How people write spans of time and what a step comes after, in the cells of a sheet. */

const CLOCKED = /^([+-])?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;
const PARTS =
  /^([+-])?(?:(\d+(?:\.\d+)?)(?:h|hr|hrs|hours?|시간))?(?:(\d+(?:\.\d+)?)(?:m|min|mins|minutes?|분))?(?:(\d+)(?:s|sec|secs|seconds?|초))?$/;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The ms of a span: `PT1H30M`, `1:30` (hours and minutes), `90m`, `1h 30m`, `1시간 30분`, or a bare number of minutes; undefined if it is none. */
export function spanOf(text: string): Ms | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, '');
  const ms = /^[+-]?\d+(\.\d+)?$/.test(plain)
    ? Number(plain) * MINUTE
    : (durationMs(plain.toUpperCase()) ?? clocked(plain) ?? parts(plain));
  return ms === undefined || Math.abs(ms) > LONGEST_MS ? undefined : grained(Math.round(ms));
}
function clocked(plain: string): Ms | undefined {
  const [, sign, h, m, s] = CLOCKED.exec(plain) ?? [];
  if (h === undefined) return undefined;
  const ms = Number(h) * HOUR + Number(m) * MINUTE + Number(s ?? 0) * 1_000;
  return sign === '-' ? 0 - ms : ms;
}
function parts(plain: string): Ms | undefined {
  const [all, sign, h, m, s] = PARTS.exec(plain) ?? [];
  if (all === undefined || (h ?? m ?? s) === undefined) return undefined;
  const ms = Number(h ?? 0) * HOUR + Number(m ?? 0) * MINUTE + Number(s ?? 0) * 1_000;
  return sign === '-' ? 0 - ms : ms;
}

/** What one step comes after, as it stands in a cell: the number of a row there. */
export interface Named {
  readonly number: string;
  readonly kind: (typeof RELATIONS)[number];
  readonly min: Ms;
  readonly max?: Ms | undefined;
}
/** No row is numbered at such length; the pattern would take long to find that out. */
const LONGEST_NAMED = 200;
const AFTER = /^(.+?)\s*(?:(FS|SS|FF)\s*)?(?:([+-].+?))?$/i;

/** `3`, `3SS`, `3FF-5m`, `3FS+10m..30m`: the row, the relation, how long after it at least, and at most; undefined if it is none. */
export function afterOf(text: string): Named | undefined {
  if (text.length > LONGEST_NAMED) return undefined;
  const [lowest = '', highest, ...more] = text.split('..');
  const [, number, kind, lag] = AFTER.exec(lowest.trim()) ?? [];
  const [min, max] = [lag === undefined ? 0 : spanOf(lag), highest === undefined ? undefined : spanOf(highest)];
  if (number === undefined || more.length > 0 || min === undefined || (highest !== undefined && (max === undefined || max < min)))
    return undefined;
  const relation = RELATIONS.find((r) => r === kind?.toUpperCase()) ?? 'FS';
  return { number: number.trim(), kind: relation, min, ...(max === undefined ? {} : { max }) };
}
