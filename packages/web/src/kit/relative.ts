import { isPast, isSoon, type Ms } from '@entente/engine';
import type { Words } from '../i18n/words.ts';

/** `moment`: in 12 min, 8 min ago. `deadline`: 8 min left, 8 min late. `waiting`: 6 min waiting. `missed`: missed 8 min ago. */
export type RelativeKind = 'moment' | 'deadline' | 'waiting' | 'missed';
export type Urgency = 'late' | 'soon' | undefined;

/** The words for `at` seen from `now`, both scenario ms, and whether it is late or soon. */
export function relativeTime(
  t: Words,
  at: Ms,
  now: Ms,
  kind: RelativeKind,
  about = false,
): { readonly text: string; readonly urgency: Urgency } {
  const distance = at - now;
  const exact = spanWords(t, Math.abs(distance));
  const span = about ? t('relative.about', { span: exact }) : exact;
  if (kind === 'waiting') return { text: t('relative.waiting', { span }), urgency: undefined };
  if (kind === 'missed') return { text: t('relative.missed', { span }), urgency: 'late' };
  if (kind === 'moment') {
    if (Math.abs(distance) < 60_000) return { text: t('relative.now'), urgency: undefined };
    return { text: t(distance > 0 ? 'relative.in' : 'relative.ago', { span }), urgency: undefined };
  }
  // An answer stamped exactly at expiry is in time, so zero distance is not late yet.
  if (isPast(at, now)) return { text: t('relative.late', { span }), urgency: 'late' };
  return { text: t('relative.left', { span }), urgency: isSoon(at, now) ? 'soon' : undefined };
}

/** Whole minutes. What lacks a few milliseconds of ten is ten: played over a line nothing comes on the dot. */
export function minutesOf(ms: Ms): number {
  return Math.floor(secondsOf(ms) / 60);
}

function secondsOf(ms: Ms): number {
  return Math.round(ms / 1000);
}

/** Under 1 s, 45 s, 12 min, 3 h 5 min, 2 d 4 h. */
export function spanWords(t: Words, ms: Ms): string {
  const minutes = minutesOf(ms);
  if (ms > 0 && secondsOf(ms) === 0) return t('span.moment', { n: 1 });
  if (minutes < 1) return t('span.seconds', { n: secondsOf(ms) });
  if (minutes < 60) return t('span.minutes', { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? t('span.hours', { n: hours }) : t('span.hoursMinutes', { h: hours, m: minutes % 60 });
  return t('span.daysHours', { d: Math.floor(hours / 24), h: hours % 24 });
}
