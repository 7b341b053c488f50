/** What others may call of this room. */

export { seatCount, seatsPlayed } from './count.ts';
export { mayActOn } from './hand.ts';
export type { CellCard, EntityCard, ObjectiveCard, PartyCard, Person, Roll } from './language.ts';
export { isSeated, peopleAt } from './people.ts';
export { isSimulated, SIMULATED } from './simulated.ts';
export { lastRoll, rollFor, rollState } from './waits.ts';
