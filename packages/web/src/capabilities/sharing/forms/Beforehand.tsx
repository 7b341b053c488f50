import { type Address, havingAlike, havingOf, type Item, keptFrom, type Look } from '@entente/engine';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { useFullName, useLists } from '../useSharing.ts';

/** What hinders nobody but should be known before an item goes to somebody: the author’s wish against it, and what they have already. */
export function useBeforehand(look: Look): (item: Item, to: readonly Address[]) => ReactNode | undefined {
  const t = useWords('forms');
  const name = useNamer();
  const full = useFullName();
  const { list, portions } = useLists();
  return (item, to) => {
    const kept = [...new Set(to.flatMap((a) => keptFrom(look, item, a)))];
    const had = havingAlike(to.flatMap((a) => havingOf(look, item, a))).map(({ who, what, earlier, portions: which }) =>
      t(`beforehand.${what}${earlier ? 'Earlier' : ''}`, { count: who.length, who: list(who.map(full)), what: portions(which) }),
    );
    if (kept.length + had.length === 0) return undefined;
    return (
      <>
        {kept.length > 0 && (
          <span className="kept-from soon">
            <Icon name="warning" />
            <span>{t('beforehand.keptFrom', { who: list(kept.map((p) => name(`party:${p}`))) })}</span>
          </span>
        )}
        {had.map((words) => (
          <span key={words} className="dim">
            {words}
          </span>
        ))}
      </>
    );
  };
}
