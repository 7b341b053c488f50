import type { Text } from '@entente/engine';
import { usePreferences } from '../../i18n/preferences.ts';
import { reading } from '../../i18n/text.ts';
import { shortened } from '../review/eventWords.ts';
import { NotYet } from '../Said.tsx';

/** For paper that readers of both languages get: the words in the reader's language, and below them in the others. */
export function SaidInAll({ text, most }: { readonly text: Text | undefined; readonly most?: number | undefined }) {
  const { language } = usePreferences();
  const own = reading(text, language);
  const cut = (words: string): string => (most === undefined ? words : shortened(words, most));
  const others = typeof text === 'object' ? Object.entries(text).filter(([key]) => key !== own.language) : [];
  return (
    <>
      {own.lacks ? <span lang={own.language}>{cut(own.words)}</span> : cut(own.words)}
      <NotYet of={[text]} />
      {others.map(([key, words]) => (
        <span key={key} lang={key} className="said-other">
          {cut(words)}
        </span>
      ))}
    </>
  );
}
