import { useMemo } from 'react';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { useDirectory } from '../kit/Directory.tsx';
import { fitted, textWidth } from '../kit/textWidth.ts';
import type { LabelWords } from './knownLayout.ts';

/** What stands over the marks of the matrix: the number and name of the action that fell due, and for whom something was asked. */
export function useMarkLabels(): LabelWords {
  const t = useWords('review');
  const text = useText();
  const { parties } = useDirectory();
  return useMemo(
    () => ({
      of: ({ due, kind, for: whom }) => {
        if (due) return { short: due.number, more: text(due.text).replace(/\s+/g, ' ') };
        if (kind !== 'requested' || !whom) return undefined;
        const letters = parties.filter((p) => whom.includes(p.id)).map((p) => p.letter);
        return { short: t('knew.labelFor', { who: letters.join(', ') }) };
      },
      width: textWidth,
      fitted,
    }),
    [t, text, parties],
  );
}
