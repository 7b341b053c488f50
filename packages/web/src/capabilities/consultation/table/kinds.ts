import type { Matter } from '@entente/engine/consultation';

/** What kind of matter it is, in one word: its form where it has one, else its procedure. */
export const kindOf = ({ card }: Matter): string => (card.procedure === 'consultation' ? (card.form ?? 'exchange') : card.procedure);
