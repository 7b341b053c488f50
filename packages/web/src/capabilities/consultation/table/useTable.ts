import type { Ms } from '@entente/engine';
import type { Forum } from '@entente/engine/consultation';
import { useCallback, useMemo } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { capitalTime, momentOf } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { useNamer } from '../../../kit/Names.tsx';

/** The moment in each capital, with seconds and weekday: “13:55:00 Tue Seoul · 23:55:00 Mon Washington”. */
export function useMoments(): (at: Ms) => readonly string[] {
  const { start, parties } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  const t = useWords('table');
  return useCallback(
    (at) => {
      if (!start) return [];
      const capitals = parties.flatMap((p) => (p.capital ? [p.capital] : []));
      const unique = capitals.filter((c, i) => capitals.findIndex((o) => o.zone === c.zone && text(o.name) === text(c.name)) === i);
      if (unique.length === 0) {
        const { seconds, day } = momentOf(start, at, language);
        return [`${seconds} ${day}`];
      }
      return unique.map((c) => {
        const { seconds, weekday } = capitalTime(start, at, c.zone, language);
        return t('moment', { seconds, weekday, city: text(c.name) });
      });
    },
    [start, parties, language, text, t],
  );
}

/** The exercise’s own time, to the second. */
export function useSeconds(): (at: Ms) => string {
  const { start } = useDirectory();
  const { language } = usePreferences();
  return useCallback((at) => (start ? momentOf(start, at, language).seconds : ''), [start, language]);
}

/** Names of parties in a list: “Republic of Korea and United States”. */
export function useParties(): (parties: readonly string[]) => string {
  const { language } = usePreferences();
  const name = useNamer();
  const list = useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
  return useCallback((parties) => list.format(parties.map((p) => name(`party:${p}`))), [list, name]);
}

/** Any words in a list. */
export function useList(): (words: readonly string[]) => string {
  const { language } = usePreferences();
  const list = useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
  return useCallback((words) => list.format(words), [list]);
}

/** Parties in the exercise’s order, which is that of their marks. */
export function useOrdered(): (parties: readonly string[]) => string[] {
  const { parties } = useDirectory();
  return useCallback((some) => parties.map((p) => p.id).filter((p) => some.includes(p)), [parties]);
}

/** A forum’s name; of one that was founded by asking, who sits there. */
export function useForumName(): (card: {
  readonly name?: Parameters<ReturnType<typeof useText>>[0];
  readonly members: readonly { readonly party: string }[];
}) => string {
  const text = useText();
  const parties = useParties();
  const ordered = useOrdered();
  return useCallback((card) => text(card.name) || parties(ordered(card.members.map((m) => m.party))), [text, parties, ordered]);
}

/** Names of forums of which one is enough. */
export function useAnyForum(): (forums: readonly Forum[]) => string {
  const name = useForumName();
  const { language } = usePreferences();
  return useCallback(
    (forums) => new Intl.ListFormat(language, { type: 'disjunction' }).format(forums.map((f) => name(f.card))),
    [name, language],
  );
}
