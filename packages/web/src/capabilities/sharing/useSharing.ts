import {
  type Address,
  type Answer,
  type Command,
  type Id,
  type Item,
  type Roster,
  rosterOfWorld,
  standingCard,
  type World,
} from '@entente/engine';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNow, useRefusal, useSeat } from '../../connection/index.ts';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { useNamer } from '../../kit/Names.tsx';
import { itemOfEvent, type Look } from './rights.ts';

/** Who is in the exercise; undefined before the opening. */
export function useRoster(): Roster | undefined {
  const { world } = useSeat();
  const { exercise, directory } = world.seats;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; who is in the exercise does not
  return useMemo(() => rosterOfWorld(world), [exercise, directory]);
}

/** What every question about rights rests on: this seat’s world, who is in the exercise, the time, ticking. */
export function useLook(): Look | undefined {
  const { world, me } = useSeat();
  const now = useNow();
  const roster = useRoster();
  return roster && { world, roster, now, seat: me.seat };
}

/** Sends one command at a time; what was refused stands until the next try. */
export function useAct(): {
  readonly busy: boolean;
  readonly error: string | undefined;
  readonly run: (command: Command) => Promise<Answer>;
} {
  const { send } = useSeat();
  const refusal = useRefusal('sharing');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const run = async (command: Command): Promise<Answer> => {
    setBusy(true);
    const answer = await send(command);
    setBusy(false);
    setError(refusal(answer));
    return answer;
  };
  return { busy, error, run };
}

/** True once the item’s originator has put another version in the place of the one with which the form began. */
export function useOutrun(item: Item): boolean {
  const made = standingCard(item)?.made;
  const [begun] = useState(made);
  return made !== begun;
}

/** Opens an item that an act has brought, as soon as its event is here: the answer may come before the feed. */
export function useOpenMade(open: (id: Id) => void): (events: readonly Id[]) => void {
  const { world, version } = useSeat();
  const [made, setMade] = useState<readonly Id[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  useEffect(() => {
    const id = made.length > 0 ? itemOfEvent(world, made) : undefined;
    if (id === undefined) return;
    setMade([]);
    open(id);
  }, [made, version]);
  return setMade;
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
  const name = useNamer();
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

/** Things whose reading is not on the record, opened in this tab: kept until the seat is left. */
export function useSeen(door: string): readonly [seen: ReadonlySet<Id>, see: (id: Id) => void] {
  const key = `entente.draft ${door} seen`; // a draft's key, so that leaving the seat forgets it too
  const [seen, set] = useState<ReadonlySet<Id>>(() => {
    try {
      return new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as Id[]);
    } catch {
      return new Set();
    }
  });
  const see = (id: Id) => {
    if (seen.has(id)) return;
    const next = new Set([...seen, id]);
    set(next);
    try {
      sessionStorage.setItem(key, JSON.stringify([...next]));
    } catch {
      // No storage: it counts as unread again after a reload.
    }
  };
  return [seen, see];
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
