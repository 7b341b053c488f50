import { usePreferences } from '../../i18n/preferences.ts';
import { wallClock } from '../../kit/WallAge.tsx';

/** When something was last looked at: today by the clock, else by the day. */
export function CheckedAt({ at }: { readonly at: number }) {
  const { language } = usePreferences();
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const locale = language === 'ko' ? 'ko' : 'en-GB';
  const day = today
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'day')
    : date.toLocaleDateString(locale, { day: 'numeric', month: 'long' });
  return <span>{`${day} ${wallClock(at)}`}</span>;
}
