/**
 * One kind of problem, in both languages: severity, what is wrong (en, ko), what to do (en, ko).
 * Blanks stand in braces; `{meant}` is the suggestion, if there is one.
 */
export type Entry = readonly [severity: 'error' | 'warning', en: string, ko: string, hintEn: string, hintKo: string];
