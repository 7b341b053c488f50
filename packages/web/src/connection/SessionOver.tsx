import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../kit/Button.tsx';
import { Marked } from '../kit/Marking.tsx';

/** Why the session in this tab is over. */
export type Over = 'left' | 'revoked' | 'unconfirmed';

/** The last screen of a session: nothing of the exercise is left on it but what its reader was writing, to be taken along. */
export function SessionOver({ why, kept }: { readonly why: Over; readonly kept: readonly string[] }) {
  const t = useWords('connection');
  return (
    <Marked title="Entente">
      <main className="empty scroll">
        <h1 className="title">{t(`${why}.title`)}</h1>
        <p className="read">{t(`${why}.text`)}</p>
        {kept.length > 0 && (
          <section className="stack" aria-label={t('kept.title')}>
            <h2 className="read">{t('kept.title')}</h2>
            <p className="dim">{t('kept.help')}</p>
            {kept.map((words) => (
              <Kept key={words} words={words} />
            ))}
          </section>
        )}
      </main>
    </Marked>
  );
}

/** The clipboard needs a secure context; on a plain-HTTP network the words stand to be marked by hand. */
function Kept({ words }: { readonly words: string }) {
  const t = useWords('connection');
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(words).then(() => setCopied(true));
  return (
    <div className="stack">
      <p className="read prose">{words}</p>
      {'clipboard' in navigator && (
        <div>
          <Button size="small" onClick={copy}>
            {t(copied ? 'kept.copied' : 'kept.copy')}
          </Button>
        </div>
      )}
    </div>
  );
}
