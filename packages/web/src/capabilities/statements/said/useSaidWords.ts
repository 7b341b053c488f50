import { type Address, type Id, type Ms, ranBetween, type Text, type World } from '@entente/engine';
import { useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords, type Words } from '../../../i18n/words.ts';
import { shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { spanWords } from '../../../kit/relative.ts';

/** The ways in which control, review and report name what was said. */
export interface SaidWords {
  readonly t: Words;
  readonly pick: (text: Text | undefined) => string;
  readonly topic: (id: string) => string;
  readonly who: (address: Address) => string;
  /** Parties by their letters: “K and U”. */
  readonly letters: (parties: readonly string[]) => string;
  readonly list: (words: readonly string[]) => string;
  readonly time: (at: Ms) => string;
  readonly span: (ms: Ms) => string;
  /** How much time ran between two moments: what a jump passed over was given to nobody. */
  readonly ran: (from: Ms, to: Ms) => Ms;
  /** A few words for one thing said: its text where that is short, else where it was said, else by whom. */
  readonly called: (id: Id) => string;
}

/** Longer than this a text is no name. */
const SHORT = 18;

export function useSaidWords(world: World): SaidWords {
  const t = useWords('said');
  const kit = useWords('kit');
  const pick = useText();
  const name = useNamer();
  const { start, parties, entities } = useDirectory();
  return useMemo(() => {
    const topic = (id: string): string => pick(world.statements.topics?.list.find((x) => x.id === id)?.name) || id;
    const list = (words: readonly string[]): string => listOf(words, t);
    const letters = (some: readonly string[]): string => list(parties.filter((p) => some.includes(p.id)).map((p) => p.letter));
    // A public edition may hold no directory: who speaks is then said by its kind.
    const who = (address: Address): string => {
      const id = address.slice(address.indexOf(':') + 1);
      return address.startsWith('entity:') && !entities.some((e) => e.id === id) ? t('outlet') : name(address);
    };
    const called = (id: Id): string => calledIn(world, id, { t, pick, who });
    return {
      ...{ t, pick, topic, who, letters, list, called },
      time: (at: Ms) => shortTime(start, at),
      span: (ms: Ms) => spanWords(kit, ms),
      ran: (from: Ms, to: Ms) => ranBetween(world, from, to),
    };
  }, [world, t, kit, pick, name, start, parties, entities]);
}

/** “a, b and c”. */
export function listOf(words: readonly string[], t: Words): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? (last ?? '') : t('list.two', { a: before.reverse().join(t('list.comma')), b: last });
}

/** A few words for one thing said: its text where that is short, else where it was said, else by whom. */
export function calledIn({ statements: own }: World, id: Id, { t, pick, who }: Pick<SaidWords, 't' | 'pick' | 'who'>): string {
  const statement = own.statements.get(id);
  if (!statement) return pick(own.reports.get(id)?.card.title ?? own.lines.get(id)?.card.name);
  const { text, venue, by, parties: all, party, attribution } = statement.card;
  const words = pick(text).trim();
  if (words.length <= SHORT) return t('quoted', { words: words.replace(/[.。]$/, '') });
  if (all && all.length > 1) return t('jointStatement');
  if (venue) return pick(venue);
  if (attribution === 'background') return t('background');
  return who(by ?? `party:${party}`);
}
