import { CONSULTATION } from './catalogue-consultation.ts';
import type { Entry } from './catalogue-entry.ts';
import { FORM } from './catalogue-form.ts';
import { ITEMS } from './catalogue-items.ts';
import { MEANING } from './catalogue-meaning.ts';
import { PLANNING } from './catalogue-planning.ts';
import { PRESS } from './catalogue-press.ts';
import { REHEARSAL } from './catalogue-rehearsal.ts';

export type Code =
  | keyof typeof FORM
  | keyof typeof ITEMS
  | keyof typeof MEANING
  | keyof typeof CONSULTATION
  | keyof typeof PRESS
  | keyof typeof PLANNING
  | keyof typeof REHEARSAL;

/** Every problem that `check` can find. */
export const CATALOGUE: Readonly<Record<Code, Entry>> = {
  ...FORM,
  ...ITEMS,
  ...MEANING,
  ...CONSULTATION,
  ...PRESS,
  ...PLANNING,
  ...REHEARSAL,
};
