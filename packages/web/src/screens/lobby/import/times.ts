import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import type { Reading } from './reading.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** STARTEX on its own clock, as if that were UTC: ms since 1970. */
export function localStart(start: string): number {
  const [, date, offset] = /^(.*?)(Z|[+-]\d\d:\d\d)?$/.exec(start) ?? [];
  void offset;
  return Date.parse(`${date}Z`);
}

/** When a row comes, on the clock of the sheet: the day of the exercise and the time of day. */
export function useRowTime(reading: Reading): (at: number) => string {
  const t = useWords('import');
  const start = localStart(reading.start);
  const dayOne = Math.floor(start / DAY);
  return (at) => {
    const local = start + at;
    return t('day', { day: Math.floor(local / DAY) - dayOne + 1, time: new Date(local).toISOString().slice(11, 16) });
  };
}

/** When the exercise begins and ends, in words. */
export function useStartex(reading: Reading): { readonly begins: string; readonly ends: string } {
  const { language } = usePreferences();
  const say = (ms: number): string =>
    new Date(ms).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-GB', {
      timeZone: 'UTC',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  const start = localStart(reading.start);
  return { begins: say(start), ends: say(start + reading.duration) };
}
