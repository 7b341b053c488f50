import { isSimulated } from '@entente/engine/seats';
import type { Words } from '../i18n/words.ts';

interface Sitting {
  readonly name: string;
  readonly function?: string | undefined;
}

/** What somebody is beside the name: a function, or that it is nobody. `kit`: the words of the kit. */
export const functionOf = (person: Sitting, kit: Words): string | undefined => (isSimulated(person) ? kit('simulated') : person.function);

/** A person by name and function. */
export function personWords(person: Sitting, kit: Words): string {
  const own = functionOf(person, kit);
  return own ? `${person.name} (${own})` : person.name;
}

/** Who sits at a seat whose name stands beside: a simulated person bears that name itself. */
export const sitterWords = (person: Sitting, kit: Words): string => (isSimulated(person) ? kit('simulated') : person.name);
