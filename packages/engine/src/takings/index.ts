/** What others may call of this room. */

export { isDismissed } from './dismissed.ts';
export type { Taking } from './language.ts';
export { takenCards } from './takings.ts';
