import { useEffect, useState } from 'react';
import type { Words } from '../i18n/words.ts';
import { spanWords } from './relative.ts';

/** Since when something stands, by the clock on the wall: scenario time stands still meanwhile. */
export interface WallSince {
  /** Ms since 1970, by the server. */
  readonly since: number;
  /** The server's wall time now. */
  readonly wall: () => number;
}

/** 14:32, as the clock of this machine tells the time. */
export function wallClock(wall: number): string {
  return new Date(wall).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** “since 14:32, 3 min ago”, counting on by itself. `t`: the words of the kit, in the language that is wanted. */
export function WallAge({ since, wall, t }: WallSince & { readonly t: Words }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <>{t('emergency.since', { time: wallClock(since), span: spanWords(t, Math.max(0, wall() - since)) })}</>;
}
