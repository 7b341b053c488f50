import { type Address, peopleAt, type World } from '@entente/engine';
import { isSimulated, SIMULATED } from '@entente/engine/seats';

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
/** True if a person who says so would be taken for a simulated one, by us or by others. */
export const isMark = (said: string | undefined): boolean => said !== undefined && letters(said) === letters(SIMULATED);

/** True if simulated people sit at a seat, and nobody else. */
export const isPlayed = ({ seats }: World, seat: Address): boolean => {
  const people = peopleAt(seats, seat);
  return people.length > 0 && people.every(isSimulated);
};

/** The simulated person at a seat, if one sits there. */
export const simulatedAt = ({ seats }: World, seat: Address) => peopleAt(seats, seat).find(isSimulated);
