import type { Ms } from '@entente/engine';
import { useCallback, useMemo } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import { capitalTime, momentOf, shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { spanWords } from '../relative.ts';

/** What plans are worded with, wherever they are shown. */
export interface PlanWords {
  readonly t: Words;
  readonly time: (at: Ms) => string;
  readonly span: (ms: Ms) => string;
  /** The letter of a party, which is how rows and sentences speak of it. */
  readonly letter: (party: string) => string;
  readonly list: (words: readonly string[]) => string;
  /** “13:10 Seoul, 23:10 Mon Washington”: with the weekday where it is not the exercise’s own. */
  readonly moments: (at: Ms) => string;
}

export function usePlanWords(): PlanWords {
  const t = useWords('plan');
  const kit = useWords('kit');
  const { start, parties } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  const lists = useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
  const time = useCallback((at: Ms) => shortTime(start, at), [start]);
  const span = useCallback((ms: Ms) => spanWords(kit, ms), [kit]);
  const letter = useCallback((party: string) => parties.find((p) => p.id === party)?.letter ?? '?', [parties]);
  const list = useCallback((words: readonly string[]) => lists.format(words), [lists]);
  const moments = useCallback(
    (at: Ms) => {
      if (!start) return '';
      const own = momentOf(start, at, language);
      const capitals = parties.flatMap((p) => (p.capital ? [p.capital] : []));
      const unique = capitals.filter((c, i) => capitals.findIndex((o) => text(o.name) === text(c.name)) === i);
      if (unique.length === 0) return own.time;
      return unique
        .map((c) => {
          const { time: there, weekday } = capitalTime(start, at, c.zone, language);
          return `${there}${weekday === own.weekday ? '' : ` ${weekday}`} ${text(c.name)}`;
        })
        .join(', ');
    },
    [start, parties, language, text],
  );
  return useMemo(() => ({ t, time, span, letter, list, moments }), [t, time, span, letter, list, moments]);
}
