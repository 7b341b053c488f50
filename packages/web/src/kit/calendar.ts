import type { Ms } from '@entente/engine';

/** Scenario time for people. Scenario milliseconds count from STARTEX; STARTEX carries the offset in which the exercise tells its time. */
export interface ScenarioMoment {
  /** 14:32 */
  readonly time: string;
  /** 14:32:07 */
  readonly seconds: string;
  /** Tue 2 March 2027 */
  readonly date: string;
  /** Tue */
  readonly weekday: string;
  /** 2 Mar */
  readonly shortDate: string;
  /** D1 on the day of STARTEX. */
  readonly day: string;
  readonly dayNumber: number;
}

export const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The moment `at` of an exercise that starts at `start` (ISO 8601 with offset). */
export function momentOf(start: string, at: Ms, language: string): ScenarioMoment {
  const { local, dayNumber } = placeOf(start, at);
  const seconds = format(language, 'UTC', 'seconds').format(local);
  return {
    time: seconds.slice(0, 5),
    seconds,
    date: format(language, 'UTC', 'date').format(local).replace(',', ''),
    weekday: format(language, 'UTC', 'weekday').format(local),
    shortDate: format(language, 'UTC', 'shortDate').format(local).replace(',', ''),
    day: `D${dayNumber}`,
    dayNumber,
  };
}

/** Time and weekday in a capital at the same moment. */
export function capitalTime(
  start: string,
  at: Ms,
  zone: string,
  language: string,
): { readonly time: string; readonly seconds: string; readonly weekday: string; readonly zone: string } {
  const instant = Date.parse(start) + at;
  try {
    return {
      time: format(language, zone, 'time').format(instant),
      seconds: format(language, zone, 'seconds').format(instant),
      weekday: format(language, zone, 'weekday').format(instant),
      zone: (
        format(language, zone, 'zone')
          .formatToParts(instant)
          .find((p) => p.type === 'timeZoneName')?.value ?? zone
      ).replace('GMT', 'UTC'),
    };
  } catch {
    return { time: '–', seconds: '–', weekday: '', zone }; // a zone that this browser does not know
  }
}

/** `14:32` on the first day, `14:32 D2` later, with seconds `14:32:05`: short and never mistaken. */
export function clockWords(at: Ms, start: string, seconds = false): string {
  const { local, dayNumber } = placeOf(start, at);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const of = ((local % DAY) + DAY) % DAY;
  const time = `${two(of / 3_600_000)}:${two((of / 60_000) % 60)}${seconds ? `:${two((of / 1_000) % 60)}` : ''}`;
  return dayNumber === 1 ? time : `${time} D${dayNumber}`;
}

/** The same, where it may not be known yet when the exercise begins. */
export function shortTime(start: string | undefined, at: Ms): string {
  return start ? clockWords(at, start) : '';
}

/** The time of the exercise's own clock, ms, and the day of the exercise. */
function placeOf(start: string, at: Ms): { readonly local: number; readonly dayNumber: number } {
  const local = Date.parse(start) + offsetMs(start) + at;
  return { local, dayNumber: Math.floor((sinceMidnight(start) + at) / DAY) + 1 };
}

/** Ms from local midnight before STARTEX to STARTEX: added to scenario time, days and hours come out round. */
export function sinceMidnight(start: string): number {
  const local = Date.parse(start) + offsetMs(start);
  return Number.isNaN(local) ? 0 : local % DAY;
}

/** The offset in which an exercise tells its time: `UTC+9`, `UTC−3:30`. */
export function zoneOf(start: string): string {
  const minutes = offsetMs(start) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** `+09:00` → 32,400,000. */
function offsetMs(start: string): number {
  const m = /([+-])(\d\d):(\d\d)$/.exec(start);
  return m ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) * 60_000 : 0;
}

function format(language: string, zone: string, what: 'seconds' | 'time' | 'date' | 'shortDate' | 'weekday' | 'zone'): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${what}`;
  let made = formats.get(key);
  if (!made) {
    const locale = language === 'en' ? 'en-GB' : language;
    const parts: Intl.DateTimeFormatOptions =
      what === 'date'
        ? { weekday: 'short', day: 'numeric', month: language === 'ko' ? 'numeric' : 'long', year: 'numeric' }
        : what === 'shortDate'
          ? language === 'ko'
            ? { weekday: 'short', day: 'numeric', month: 'numeric' }
            : { day: 'numeric', month: 'short' }
          : what === 'weekday'
            ? { weekday: 'short' }
            : what === 'zone'
              ? { timeZoneName: 'shortOffset' }
              : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(what === 'seconds' ? { second: '2-digit' } : {}) };
    // Times in digits are the same in both languages; Korean would add 시/분 words to some of them.
    made = new Intl.DateTimeFormat(what === 'seconds' || what === 'time' || what === 'zone' ? 'en-GB' : locale, {
      ...parts,
      timeZone: zone,
    });
    formats.set(key, made);
  }
  return made;
}
