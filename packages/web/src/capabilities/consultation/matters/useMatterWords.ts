import type { Ms } from '@entente/engine';
import type { ForumCard } from '@entente/engine/consultation';
import { useCallback, useMemo } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords, type Words } from '../../../i18n/words.ts';
import { capitalTime, momentOf, shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { useNamer } from '../../../kit/Names.tsx';

/** The ways in which control, review and report say things of matters. */
export interface MatterWords {
  readonly t: Words;
  /** Parties by their letters, as tables write them: “K and U”. */
  readonly letters: (parties: readonly string[]) => string;
  readonly list: (words: readonly string[]) => string;
  /** 13:55. */
  readonly time: (at: Ms) => string;
  /** 13:55:00. */
  readonly seconds: (at: Ms) => string;
  /** In each capital: “13:52:00 Seoul · 23:52:00 Mon Washington”. */
  readonly moment: (at: Ms) => string;
  /** A forum’s name; of one that was founded by asking, who sits there. */
  readonly forum: (card: ForumCard) => string;
  /** After a title: “, version 2”; nothing where there is no text. */
  readonly version: (n: number | undefined) => string;
  /** Parties in the exercise’s order, which is that of their marks. */
  readonly ordered: (parties: readonly string[]) => string[];
}

export function useMatterWords(): MatterWords {
  const t = useWords('matters');
  const { start, parties } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  const name = useNamer();
  const lists = useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
  const list = useCallback((words: readonly string[]) => lists.format(words), [lists]);
  const ordered = useCallback((some: readonly string[]) => parties.map((p) => p.id).filter((p) => some.includes(p)), [parties]);
  const letters = useCallback(
    (some: readonly string[]) => list(ordered(some).map((id) => parties.find((p) => p.id === id)?.letter ?? id)),
    [list, ordered, parties],
  );
  const time = useCallback((at: Ms) => shortTime(start, at), [start]);
  const seconds = useCallback((at: Ms) => (start ? momentOf(start, at, language).seconds : ''), [start, language]);
  const moment = useCallback(
    (at: Ms) => {
      const capitals = parties.flatMap((p) => (p.capital ? [p.capital] : []));
      const unique = capitals.filter((c, i) => capitals.findIndex((o) => o.zone === c.zone) === i);
      if (!start || unique.length === 0) return seconds(at);
      return unique
        .map((c) => {
          const there = capitalTime(start, at, c.zone, language);
          // Capitals differ by whole minutes: the seconds are those of the exercise.
          return t('moment', { seconds: `${there.time}${seconds(at).slice(5)}`, weekday: there.weekday, city: text(c.name) });
        })
        .join(' · ');
    },
    [start, parties, language, text, t, seconds],
  );
  const forum = useCallback(
    ({ name: own, members }: ForumCard) => text(own) || list(ordered(members.map((m) => m.party)).map((p) => name(`party:${p}`))),
    [text, list, ordered, name],
  );
  const version = useCallback((n: number | undefined) => (n === undefined ? '' : `, ${t('detail.version', { n })}`), [t]);
  return useMemo(
    () => ({ t, letters, list, time, seconds, moment, forum, version, ordered }),
    [t, letters, list, time, seconds, moment, forum, version, ordered],
  );
}
