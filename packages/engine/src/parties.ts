import type { Address, Roster } from './audience.ts';

/** The parties that recipients belong to; all of them for `everyone` and `public`. */
export function partiesOf(roster: Roster, to: readonly Address[]): string[] {
  if (to.includes('public') || to.includes('everyone')) return [...roster.parties.keys()];
  return [...new Set(to.map((a) => roster.partyOf(a)).filter((p) => p !== undefined))];
}

/** The letter of a party's mark; its numbers begin with it, so that nobody takes them for lead control's. */
export function letterOf(party: { readonly id: string; readonly letter?: string | undefined }): string {
  return party.letter ?? party.id.charAt(0).toUpperCase();
}

/** Splits recipients so that nothing tells one party of another's: everyone at once, or one group per party. */
export function groupsOf(roster: Roster, to: readonly Address[]): Address[][] {
  for (const all of ['public', 'everyone']) if (to.includes(all)) return [[all]];
  const groups = new Map<string, Address[]>();
  for (const a of to) {
    const party = roster.partyOf(a) ?? a;
    groups.set(party, [...(groups.get(party) ?? []), a]);
  }
  return [...groups.values()];
}
