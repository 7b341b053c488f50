import { FORM } from './catalogue-form.ts';
import { ITEMS } from './catalogue-items.ts';
import { MEANING } from './catalogue-meaning.ts';

/**
 * One kind of problem, in both languages: severity, what is wrong (en, ko), what to do (en, ko).
 * Blanks stand in braces; `{meant}` is the suggestion, if there is one.
 */
export type Entry = readonly [severity: 'error' | 'warning', en: string, ko: string, hintEn: string, hintKo: string];
export type Code = keyof typeof FORM | keyof typeof ITEMS | keyof typeof MEANING;

/** Every problem that `check` can find. */
export const CATALOGUE: Readonly<Record<Code, Entry>> = { ...FORM, ...ITEMS, ...MEANING };
