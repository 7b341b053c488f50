import type { Text, World } from '@entente/engine';

type Term = World['statements']['terms'] extends Map<string, infer T> ? T : never;

/** A term as this world has heard it called: as it was agreed or told last, first. */
export function namesOfTerm({ planned, meanings, told, agreed }: Term): readonly Text[] {
  return [...agreed.toReversed(), ...told.toReversed(), ...meanings.values(), ...(planned ? [planned] : [])].map((x) => x.name);
}
