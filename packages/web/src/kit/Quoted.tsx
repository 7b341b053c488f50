import type { Text } from '@entente/engine';
import { usePreferences } from '../i18n/preferences.ts';
import { reading } from '../i18n/text.ts';
import { bare } from './bare.ts';

/** What somebody said, word for word, in one pair of quotation marks: its own, if it has brought some, are not doubled. */
export function Quoted({ text }: { readonly text: Text | undefined }) {
  const { language } = usePreferences();
  const { words, language: own, lacks } = reading(text, language);
  const said = `“${bare(words)}”`;
  return lacks ? <span lang={own}>{said}</span> : said;
}
