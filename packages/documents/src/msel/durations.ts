export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SPAN =
  /^(?:(\d+(?:[.,]\d+)?) ?(?:days?|d|일|jours?|tage?|dias?)\b ?)?(?:(\d+(?:[.,]\d+)?) ?(?:hours?|hrs?|h|시간|heures?|stunden?|std\.?|horas?) ?)?(?:(\d+(?:[.,]\d+)?) ?(?:minutes?|mins?|m|분|minuten|minutos?|')? ?)?(?:후|뒤|경과|later|after startex|after start|from startex|from start)?$/;

/** `1h30`, `90 min`, `1시간 30분 후`: milliseconds. `signed`: it stood behind a plus, so that `1h30` is no time of day. */
export function spanOf(text: string, signed: boolean): number | undefined {
  const m = SPAN.exec(text);
  if (!m || (m[1] ?? m[2] ?? m[3]) === undefined) return undefined;
  if (m[3] !== undefined && m[2] === undefined && m[1] === undefined && /^[\d.,]+$/.test(text)) return undefined;
  // "9h30" without a sign is a time of day in French.
  if (!signed && /^\d{1,2}h(\d\d)?$|^(\d{4}|0\d) ?(h|hrs?|hours)$/.test(text)) return undefined;
  const n = (s: string | undefined) => Number((s ?? '0').replace(',', '.'));
  return Math.round((n(m[1]) * DAY + n(m[2]) * HOUR + n(m[3]) * MINUTE) / SECOND) * SECOND;
}
