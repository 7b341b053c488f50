import './translations.css';
import { type Id, mayTranslateThis, ownTranslations, writtenIn } from '@entente/engine';
import { useState } from 'react';
import { useSeat } from '../../connection/index.ts';
import { usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { part } from '../../kit/Part.tsx';

const TranslateForm = part(async () => (await import('./TranslateForm.tsx')).TranslateForm);

/** Below a text: what one’s side keeps of it in another language, and the way to add one. */
export function Translating({ of, seat, begun }: { readonly of: Id; readonly seat: string; readonly begun?: boolean }) {
  const { world } = useSeat();
  const { language } = usePreferences();
  const t = useWords('translations');
  const may = mayTranslateThis(world, seat, of);
  const [into, begin] = useState<string | undefined>(begun ? may?.lacks[0] : undefined);
  const written = writtenIn(world, of)?.written;
  const own = ownTranslations(world, of);
  if (!written) return null;
  // One reads it oneself; a reader of the other language is helped by it.
  const wanted = may?.lacks.filter((l) => may.for === 'all' || l === language || own.some((o) => o.language === l)) ?? [];
  const mine = own.find((o) => o.language === into);
  return (
    <>
      {own.map((o) => (
        <section key={o.id} className="own-translation" lang={o.language} aria-label={t(`own.${o.language}`)}>
          <h3 className="eyebrow">{t(`own.${o.language}`)}</h3>
          {o.title && <p className="strong">{o.title}</p>}
          {o.texts.map((words, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are known by their place
            <p key={i} className="prose">
              {words}
            </p>
          ))}
        </section>
      ))}
      {into && may ? (
        <TranslateForm
          key={`${of} ${into} ${written.version}`}
          of={of}
          written={written}
          language={into}
          ours={may.for === 'all'}
          own={mine}
          done={() => begin(undefined)}
        />
      ) : (
        wanted.length > 0 && (
          <div className="row wrap">
            {wanted.map((l) => (
              <Button key={l} kind="quiet" size="small" icon="write" onClick={() => begin(l)}>
                {t(own.some((o) => o.language === l) ? `change.${l}` : `add.${may?.for === 'all' ? 'all' : 'us'}.${l}`)}
              </Button>
            ))}
          </div>
        )
      )}
    </>
  );
}
