/** What others may call of this room. */

export type { MoveCard } from './language.ts';
export { currentMove } from './moves.ts';
