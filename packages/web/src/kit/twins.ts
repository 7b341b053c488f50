import type { Text } from '@entente/engine';

/** Something that bears a name within a party: a seat, a cell. */
export interface Named {
  readonly id: string;
  readonly name: Text;
  readonly party: string;
}

/** Where else the name of something is borne: by another of its own party, of another party. */
export interface Twin {
  readonly within: boolean;
  readonly beyond: boolean;
}

/** Those whose name, in whatever language, others bear too. A name alone does not say which of them is meant. */
export function twinsOf(all: readonly Named[]): ReadonlyMap<string, Twin> {
  const bearers = new Map<string, Named[]>();
  for (const one of all) for (const words of wordsOf(one.name)) bearers.set(words, [...(bearers.get(words) ?? []), one]);
  const twins = new Map<string, Twin>();
  for (const one of all) {
    const others = wordsOf(one.name)
      .flatMap((words) => bearers.get(words) ?? [])
      .filter((o) => o.id !== one.id);
    if (others.length === 0) continue;
    twins.set(one.id, { within: others.some((o) => o.party === one.party), beyond: others.some((o) => o.party !== one.party) });
  }
  return twins;
}

const wordsOf = (name: Text): readonly string[] => (typeof name === 'string' ? [name] : Object.values(name));
