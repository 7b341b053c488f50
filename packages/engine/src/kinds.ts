/** Fixed lists of words that scenarios, commands and events share. */

/** Rights that a seat may have beyond reading and writing messages. */
export const RIGHTS = ['speak', 'release', 'consult', 'sign', 'translate'] as const;
export const CHANNELS = ['email', 'phone', 'message', 'news', 'social', 'report', 'intelligence', 'order'] as const;
export const ENTITY_KINDS = ['media', 'government', 'organisation', 'public', 'other'] as const;
/** What an outlet is, and so what its reports look like. */
export const MEDIA = ['newspaper', 'wire', 'broadcaster', 'online', 'post'] as const;
/** Who speaks for a side in public, the weightiest first. */
export const RANKS = ['head', 'minister', 'senior', 'spokesperson', 'official'] as const;
/** TLP 2.0 (FIRST): upper case, never translated, no spaces. */
export const TLP = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;
