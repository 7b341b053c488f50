import './Join.css';
import { useEffect, useState } from 'react';
import { hasBeenAt, rememberDoor } from '../../connection/been.ts';
import { forgetDrafts } from '../../connection/drafts.ts';
import { newCommandId, postTo } from '../../connection/send.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { Switches } from '../../kit/TopBar.tsx';
import { useTitle } from '../../kit/title.ts';

type Outcome = 'asked' | 'busy' | 'spent' | 'unreached' | 'crowded' | 'full';
const REFUSALS: Readonly<Record<number, Outcome>> = { 408: 'unreached', 409: 'full', 429: 'crowded' };

/** Who this browser is at the seat already: it came in by this link before. */
interface Before {
  readonly path: string;
  readonly name: string;
}

/**
 * The page behind a join link. The token stands in the fragment, which no request carries; it is exchanged by POST,
 * and only after a person pressed the button, so that a preview robot cannot spend it.
 */
export function Join() {
  const t = useWords('join');
  useTitle(0, t('title'));
  const token = location.hash.slice(1);
  const [state, setState] = useState<Outcome>('asked');
  const before = useBefore(token, setState);
  const enter = async () => {
    setState('busy');
    try {
      if (before) await leave(before);
      const response = await post('/api/join', { token });
      if (response.ok) {
        const { path } = (await response.json()) as { path: string };
        rememberDoor(doorOf(path));
        location.replace(path);
        return;
      }
      setState(outcomeOf(response));
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
          {token === '' && (
            <p className="late" role="alert">
              {t('noToken')}
            </p>
          )}
          {before && (
            <>
              <Button kind="main" size="large" onClick={() => location.replace(before.path)}>
                {t('goOn', { name: before.name })}
              </Button>
              <p className="small dim">{t('someoneElseHelp', { name: before.name })}</p>
            </>
          )}
          {token !== '' && state !== 'spent' && (
            <Button kind={before ? 'quiet' : 'main'} size="large" busy={state === 'busy'} onClick={enter}>
              {t(before ? 'someoneElse' : 'enter')}
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

const outcomeOf = ({ status }: Response): Outcome => REFUSALS[status] ?? (status >= 500 ? 'unreached' : 'spent');

/**
 * Asks the link's seat, with the cookie that only the seat's own path gets, whom it knows this browser as. A link that is
 * none any more is told at once and not tried again: each try counts against those of this machine.
 */
function useBefore(token: string, refused: (outcome: Outcome) => void): Before | undefined {
  const [before, set] = useState<Before | undefined>();
  useEffect(() => {
    const gone = new AbortController();
    const ask = async () => {
      const seat = await post('/api/join/seat', { token }, gone.signal);
      if (!seat.ok) return refused(outcomeOf(seat));
      const { path } = (await seat.json()) as { path: string };
      if (!hasBeenAt(doorOf(path))) return;
      const me = await fetch(`${path}api/me`, { signal: gone.signal });
      const { name } = me.ok ? ((await me.json()) as { name?: string }) : {};
      if (name !== undefined) set({ path, name });
    };
    if (token !== '') void ask().catch(() => {}); // Unreached: pressing the button says so.
    return () => gone.abort();
  }, [token, refused]);
  return before;
}

/** Somebody else sits down at this device: who sat here gets up, so that one person is not at the seat twice, and takes unsent words along. */
async function leave({ path }: Before): Promise<void> {
  const door = doorOf(path);
  await postTo(door)({ id: newCommandId(), command: { type: 'LeaveSeat' } });
  forgetDrafts(door);
}

const doorOf = (path: string): string => path.replace(/\/$/, '');

function post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}
