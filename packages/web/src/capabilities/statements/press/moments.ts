import { grained, type Ms } from '@entente/engine';
import { useCallback } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { capitalTime, momentOf } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';

/** The exercise’s own time, to the second. */
export function useSeconds(): (at: Ms) => string {
  const { start } = useDirectory();
  const { language } = usePreferences();
  return useCallback((at) => (start ? momentOf(start, at, language).seconds : ''), [start, language]);
}

/** The moment in each capital: “Seoul 10:00 Tue”, “Washington 20:00 Mon”; without capitals the exercise’s own. */
export function useCapitals(): (at: Ms) => readonly string[] {
  const { start, parties } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  return useCallback(
    (at) => {
      if (!start) return [];
      const capitals = parties.flatMap((p) => (p.capital ? [p.capital] : []));
      if (capitals.length === 0) return [momentOf(start, at, language).time];
      return capitals.map((c) => {
        const { time, weekday } = capitalTime(start, at, c.zone, language);
        return `${text(c.name)} ${time} ${weekday}`;
      });
    },
    [start, parties, language, text],
  );
}

const MINUTE = 60_000;
/** So many minutes from now, on whole ten seconds; undefined for no time. */
export function inMinutes(now: Ms, minutes: string): Ms | undefined {
  const n = Number(minutes);
  return Number.isFinite(n) && n > 0 ? grained(now + n * MINUTE) : undefined;
}
