import type { Address } from '../audience.ts';
import type { Id } from '../fact.ts';
import type { Person, SeatsState } from './language.ts';

/** The people who sit at a seat now, in the order in which they came. */
export function peopleAt(own: SeatsState, seat: Address): Person[] {
  const here: Person[] = [];
  for (const p of own.people.values()) if (p.seat === seat && !p.left) here.push(p);
  return here;
}

/** True if this person sits at this seat now. */
export function isSeated(own: SeatsState, seat: Address, person: Id | undefined): boolean {
  const p = person === undefined ? undefined : own.people.get(person);
  return p !== undefined && p.seat === seat && !p.left;
}
