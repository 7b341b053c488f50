import './RelativeTime.css';
import type { Ms } from '@entente/engine';
import { usePreferences } from '../i18n/preferences.ts';
import { useWords } from '../i18n/words.ts';
import { momentOf, shortTime } from './calendar.ts';
import { useDirectory } from './Directory.tsx';
import { type RelativeKind, relativeTime } from './relative.ts';
import { useWallLeft } from './speed.ts';

export interface RelativeTimeProps {
  /** Scenario ms. */
  readonly at: Ms;
  readonly now: Ms;
  readonly kind?: RelativeKind | undefined;
  /** Shows the exact time beside it; else it is the title, is spoken, and shows on focus. */
  readonly exact?: boolean | undefined;
  /** That the time is a guess is said with it: in about 12 min. */
  readonly about?: boolean | undefined;
}

/** Relative first, exact always within reach. Late and soon say so in words as well as in colour. */
export function RelativeTime({ at, now, kind = 'moment', exact = false, about = false }: RelativeTimeProps) {
  const t = useWords('kit');
  const { language } = usePreferences();
  const { start } = useDirectory();
  const { text, urgency } = relativeTime(t, at, now, kind, about);
  const wall = useWallLeft()(t, at - now);
  const moment = start ? momentOf(start, at, language) : undefined;
  const full = moment ? `${moment.seconds} ${moment.day}, ${moment.date}` : '';
  return (
    <span className="relative-time" title={full}>
      <span className={urgency ?? ''}>{text}</span>
      {kind === 'deadline' && wall && (
        <span className="dim">
          <span className="relative-dot"> · </span>
          {wall}
        </span>
      )}
      {exact ? <span className="dim"> {shortTime(start, at)}</span> : <span className="relative-exact">{full}</span>}
    </span>
  );
}

/** An exact scenario time alone: 14:32, with its date as title. */
export function ExactTime({ at }: { readonly at: Ms }) {
  const { language } = usePreferences();
  const { start } = useDirectory();
  if (!start) return null;
  const moment = momentOf(start, at, language);
  return <span title={`${moment.seconds} ${moment.day}, ${moment.date}`}>{shortTime(start, at)}</span>;
}
