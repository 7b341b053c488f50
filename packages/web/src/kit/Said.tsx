import './Said.css';
import type { Text } from '@entente/engine';
import { usePreferences } from '../i18n/preferences.ts';
import { reading } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';

/** What somebody wrote, in the reader's language, or in the one that there is, which the words then say to the page. */
export function Said({ text }: { readonly text: Text | undefined }) {
  const { language } = usePreferences();
  const { words, language: own, lacks } = reading(text, language);
  return lacks ? <span lang={own}>{words}</span> : words;
}

/** A mark beside what somebody wrote, if the reader's language is missing in one of the texts. */
export function NotYet({ of }: { readonly of: readonly (Text | undefined)[] }) {
  const t = useWords('kit');
  const { language } = usePreferences();
  const lacking = of.map((text) => reading(text, language)).find((r) => r.lacks);
  if (!lacking) return null;
  return <span className="not-yet">{t(lacking.language === 'en' || lacking.language === 'ko' ? 'said.notYet' : 'said.notYetOther')}</span>;
}

/** All that was written, the reader's language first: for the writer, before it goes. */
export function SaidInBoth({ text }: { readonly text: Text }) {
  const { language } = usePreferences();
  if (typeof text === 'string') return text;
  const all = Object.entries(text).sort(([a], [b]) => Number(b === language) - Number(a === language));
  return all.map(([key, words]) => (
    <span key={key} lang={key} className="said-each">
      {words}
    </span>
  ));
}
