/** What others may call of this room. */

export type { Message, Note } from './language.ts';
export { PURPOSES, type Purpose } from './language.ts';
export { notesOn } from './notes.ts';
export { actOfMessage, answersOf, isQuestion, questionState, settles } from './questions.ts';
