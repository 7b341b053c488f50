/** What others may call of this room. */

export type { OwnTranslation } from './language.ts';
export { mayTranslate } from './rights.ts';
export { mayTranslateThis, ownTranslations } from './translations.ts';
