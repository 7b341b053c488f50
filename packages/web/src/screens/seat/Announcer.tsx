import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useNamer } from '../../kit/Names.tsx';
import type { Item } from './inbox.ts';
import { titleOf } from './titles.ts';

/** Tells screen readers what came in, without moving focus. What was there when the page opened is not announced. */
export function Announcer({ items }: { readonly items: readonly Item[] }) {
  const t = useWords('seat');
  const text = useText();
  const name = useNamer();
  const known = useRef<Set<string> | undefined>(undefined);
  const [words, say] = useState('');
  useEffect(() => {
    const fresh = known.current ? items.filter((i) => !i.mine && i.within === undefined && !known.current?.has(i.id)) : [];
    known.current = new Set(items.map((i) => i.id));
    const first = fresh[0];
    if (first) say(t('arrived', { count: fresh.length, from: name(first.from), title: titleOf(first, text) }));
  }, [items, t, name, text]);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}
