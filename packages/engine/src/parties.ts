import type { Address, Roster } from './audience.ts';

/** The parties that recipients belong to; all of them for `everyone` and `public`. */
export function partiesOf(roster: Roster, to: readonly Address[]): string[] {
  if (to.includes('public') || to.includes('everyone')) return [...roster.parties.keys()];
  return [...new Set(to.map((a) => roster.partyOf(a)).filter((p) => p !== undefined))];
}

/**
 * The letter of each party's mark, by its id; its numbers begin with it, so that nobody takes them for lead control's. Where the
 * scenario gives none: the first of its id that no other party has, else the first of the alphabet.
 */
export function lettersOf(parties: readonly { readonly id: string; readonly letter?: string | undefined }[]): Map<string, string> {
  const letters = new Map(parties.flatMap((p) => (p.letter === undefined ? [] : [[p.id, p.letter] as const])));
  const taken = new Set([...letters.values()].map((l) => l.toUpperCase()));
  for (const { id } of parties) {
    if (letters.has(id)) continue;
    const letter = [...`${id.replaceAll(/[^a-z]/g, '')}abcdefghijklmnopqrstuvwxyz`].map((l) => l.toUpperCase()).find((l) => !taken.has(l));
    letters.set(id, letter ?? id.charAt(0).toUpperCase());
    if (letter) taken.add(letter);
  }
  return letters;
}

/** The numbers by which the controllers of the parties know a row: those that its world was shown, in order of parties. */
export function partyNumbers({ shown }: { readonly shown: ReadonlyMap<string, { readonly card: { readonly number: string } }> }): string[] {
  return [...shown.values()].map(({ card }) => card.number);
}

/** Splits recipients so that nothing tells one party of another's: everyone at once, or one group per party. */
export function groupsOf(roster: Roster, to: readonly Address[]): Address[][] {
  if (to.length === 1) return [[...to]];
  for (const all of ['public', 'everyone']) if (to.includes(all)) return [[all]];
  const groups = new Map<string, Address[]>();
  for (const a of to) {
    const party = roster.partyOf(a) ?? a;
    groups.set(party, [...(groups.get(party) ?? []), a]);
  }
  return [...groups.values()];
}

/** The controllers and the evaluators of a party. Asked for with almost every event: each is written once. */
export function lookersOn(party: string): readonly [Address, Address] {
  const known = written.get(party);
  if (known) return known;
  const both: readonly [Address, Address] = [`control:${party}`, `evaluators:${party}`];
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(party, both);
  return both;
}
const written = new Map<string, readonly [Address, Address]>();
const MOST_WRITTEN = 1_000;

/** Lead control, and the controllers and evaluators of these parties (those that `may` know, if given): mostly of one. */
export function concernedOf(parties: Iterable<string>, may?: (party: string) => boolean): readonly Address[] {
  let to: readonly Address[] | undefined;
  for (const party of parties) {
    if (may && !may(party)) continue;
    const both = lookersOn(party);
    to = to ? to.concat(both) : ['control', both[0], both[1]];
  }
  return to ?? CONTROL;
}
const CONTROL: readonly Address[] = ['control'];
