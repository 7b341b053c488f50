import './Join.css';
import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { Switches } from '../../kit/TopBar.tsx';

type Outcome = 'asked' | 'busy' | 'spent' | 'unreached' | 'crowded' | 'full';
const REFUSALS: Readonly<Record<number, Outcome>> = { 408: 'unreached', 409: 'full', 429: 'crowded' };

/**
 * The page behind a join link. The token stands in the fragment, which no request carries; it is exchanged by POST,
 * and only after a person pressed the button, so that a preview robot cannot spend it.
 */
export function Join() {
  const t = useWords('join');
  const token = location.hash.slice(1);
  const [state, setState] = useState<Outcome>('asked');
  const enter = async () => {
    setState('busy');
    try {
      const response = await fetch('/api/join', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      if (response.ok) {
        const { path } = (await response.json()) as { path: string };
        location.replace(path);
        return;
      }
      setState(REFUSALS[response.status] ?? (response.status >= 500 ? 'unreached' : 'spent'));
    } catch {
      setState('unreached');
    }
  };
  return (
    <Marked title="Entente">
      <main className="join scroll">
        <div className="join-switches">
          <Switches />
        </div>
        <div className="join-box">
          <h1 className="title">{t('title')}</h1>
          <p className="read">{t('explain')}</p>
          {token === '' ? (
            <p className="late" role="alert">
              {t('noToken')}
            </p>
          ) : (
            <Button kind="main" size="large" busy={state === 'busy'} onClick={enter}>
              {t('enter')}
            </Button>
          )}
          {state !== 'asked' && state !== 'busy' && (
            <p className="late row" role="alert">
              <Icon name="warning" />
              {t(state)}
            </p>
          )}
          <p className="small dim">{t('privacy')}</p>
        </div>
      </main>
    </Marked>
  );
}
