import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useNamer } from '../../kit/Names.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { titleOf } from '../../kit/seat/titles.ts';

/** Tells screen readers what came in, without moving focus. What was there when the page opened is not announced. */
export function Announcer({ lines }: { readonly lines: readonly Line[] }) {
  const t = useWords('seat');
  const text = useText();
  const name = useNamer();
  const known = useRef<Set<string> | undefined>(undefined);
  const [words, say] = useState('');
  useEffect(() => {
    const fresh = known.current ? lines.filter((i) => !i.mine && i.within === undefined && !known.current?.has(i.id)) : [];
    known.current = new Set(lines.map((i) => i.id));
    const first = fresh[0];
    if (first) say(t('arrived', { count: fresh.length, from: name(first.from), title: titleOf(first, text) }));
  }, [lines, t, name, text]);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}
