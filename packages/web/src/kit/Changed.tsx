import './Changed.css';
import type { Text } from '@entente/engine';
import { usePreferences } from '../i18n/preferences.ts';
import { compared } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { changesBetween } from './changes.ts';

/** What a correction changed: what went is struck, what came is underlined; both are said to those who listen. */
export function Changed({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useWords('kit');
  return (
    <p className="changed">
      {changesBetween(before, after).map((change, i) => {
        // The places of changes in one comparison never move.
        const key = `${i} ${change.kind}`;
        if (change.kind === 'gone')
          return (
            <del key={key} title={t('change.gone')}>
              {change.text}
            </del>
          );
        if (change.kind === 'new')
          return (
            <ins key={key} title={t('change.new')}>
              {change.text}
            </ins>
          );
        return <span key={key}>{change.text}</span>;
      })}
    </p>
  );
}

/** The same of texts, in a language that both have; nothing where nothing changed there, or they have none in common. */
export function ChangedText({ before, after }: { readonly before: Text | undefined; readonly after: Text | undefined }) {
  const { language } = usePreferences();
  const [was, is] = compared(before, after, language);
  return was === is ? null : <Changed before={was} after={is} />;
}
