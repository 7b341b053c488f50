import { type Address, type Item, type Look, rosterOfWorld, standingCard, type World } from '@entente/engine';
import { useCallback, useState } from 'react';
import { useNow, useSeat } from '../../connection/index.ts';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { useNamer } from '../../kit/Names.tsx';

/** What every question about rights rests on: this seat’s world, who is in the exercise, the time, ticking. */
export function useLook(): Look | undefined {
  const { world, me } = useSeat();
  const now = useNow();
  const roster = rosterOfWorld(world);
  return roster && { world, roster, now, seat: me.seat };
}

/** True once the item’s originator has put another version in the place of the one with which the form began. */
export function useOutrun(item: Item): boolean {
  const made = standingCard(item)?.made;
  const [begun] = useState(made);
  return made !== begun;
}

/** Words for several things, and for portions by their numbers: “portions 1 and 3”. */
export function useLists(): { readonly list: (words: readonly string[]) => string; readonly portions: (p: readonly number[]) => string } {
  const { language } = usePreferences();
  const t = useWords('sharing');
  const list = useCallback((words: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(words), [language]);
  const portions = useCallback(
    (p: readonly number[]) => {
      const numbers = p.map((n) => String(n + 1));
      // Korean counts portions as one word: 1·2부분.
      return t('portions', { count: p.length, numbers: language === 'ko' ? numbers.join('·') : list(numbers) });
    },
    [t, list, language],
  );
  return { list, portions };
}

/** A name that cannot be mistaken for another party’s: seats and cells with their party. */
export function useFullName(): (address: Address) => string {
  const name = useNamer('mark');
  const directory = useDirectory();
  const text = useText();
  return useCallback(
    (address) => {
      const party = address.startsWith('party:') ? undefined : directory.partyOf(address);
      return party ? `${name(address)} (${text(party.card.name)})` : name(address);
    },
    [name, directory, text],
  );
}

/** Parties other than one’s own, in the exercise’s order. */
export function otherParties({ roster, seat }: Pick<Look, 'roster' | 'seat'>): string[] {
  const own = roster.partyOf(seat);
  return [...roster.parties.keys()].filter((p) => p !== own);
}

/** A party’s own addresses, the widest first; a cell of one seat is that seat. */
export function addressesOf({ roster, seat }: Pick<Look, 'roster' | 'seat'>, party: string, self = false): Address[] {
  const cells = [...roster.cells].filter(([, p]) => p === party).map(([id]) => `cell:${id}`);
  const inner = cells.flatMap((c) => (roster.members(c).length > 1 ? [c, ...roster.members(c)] : [...roster.members(c)]));
  return [`party:${party}`, ...inner].filter((a) => self || a !== seat);
}

/** True once the clock has been stopped for good. */
export const hasEnded = (world: World): boolean => world.clock.reading?.status === 'ended';
