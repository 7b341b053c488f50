import { type Address, type Roster, split } from '../audience.ts';
import type { World } from '../exercise.ts';
import { type Label, type LabelPolicy, normalLabel } from '../labels/policy.ts';
import { TLP_POLICY } from '../labels/tlp.ts';
import type { Id, Ms, Rejection } from '../room.ts';
import type { Copy, Item, ItemCard, Onward, Request, SharingState } from './language.ts';

/** Questions about items and requests that rules, conditions and screens ask alike; each of one world, the whole or a seat’s. */

/** The exercise’s label policy; TLP 2.0 where a record says nothing of it. */
export function labelPolicy(own: SharingState): LabelPolicy {
  return own.rules?.policy ?? TLP_POLICY;
}
/** A label as it is kept: the usual one where none is given. Undefined for what is no label of the policy. */
export function knownLabel(own: SharingState, label: Label | undefined): Label | undefined {
  const policy = labelPolicy(own);
  return label === undefined ? policy.usual : normalLabel(policy, label);
}
/** The same for a scenario, whose check has seen its labels. @throws RangeError for a label of another policy. */
export function labelOf(world: World, label: Label | undefined): Label {
  const known = knownLabel(world.sharing, label);
  if (known === undefined) throw new RangeError(`“${label}” is no label of ${labelPolicy(world.sharing).id}`);
  return known;
}
/** Says which labels there are. */
export function noSuchLabel(ctx: { readonly world: World }, label: Label | undefined): Rejection {
  const { levels, name } = labelPolicy(ctx.world.sharing);
  const known = levels.map((l) => l.id).join(', ');
  return {
    code: 'no-such-label',
    message: `“${label}” is no label of this exercise (${typeof name === 'string' ? name : Object.values(name)[0]}). Its levels: ${known}.`,
    details: { label: label ?? '', known },
  };
}

/** The exercise’s onward rule. */
export function onwardRule(own: SharingState): Onward {
  return own.rules?.onward ?? 'originator-approval';
}

/** The text that stands: the last version that this world has, with the files it came with; undefined if it has none. */
export function standingCard(item: Item): ItemCard | undefined {
  let last: Copy | undefined;
  let files = item.plan?.card.attachments;
  for (const copy of item.copies.values()) {
    last = copy;
    files = copy.card.attachments ?? files;
  }
  const card = last?.card ?? item.plan?.card;
  return card && card.attachments !== files ? { ...card, attachments: files } : card;
}

/** The addresses to which an item was given, each once. */
export function givenTo(item: Item): Address[] {
  const to = new Set<Address>();
  for (const copy of item.copies.values()) for (const a of copy.to ?? []) to.add(a);
  return [...to];
}

/** When somebody behind `address` was first given it, and by which event; undefined if never, as far as this world knows. */
export function heldSince(roster: Roster, item: Item, address: Address): { readonly at: Ms; readonly src: Id } | undefined {
  for (const copy of item.copies.values()) {
    if (copy.to?.some((a) => meets(roster, a, address))) return { at: copy.at, src: copy.src };
  }
  return undefined;
}

/** True if somebody is behind both addresses. */
export function meets(roster: Roster, a: Address, b: Address): boolean {
  const members = roster.members(a);
  return roster.members(b).some((m) => members.includes(m));
}

/** The item of a scenario’s id. Lead control’s world only. */
export function itemOfScenario(own: SharingState, scenario: string): Item | undefined {
  for (const item of own.items.values()) if (item.plan?.scenario === scenario) return item;
  return undefined;
}

/** The item itself and everything made of it, with the portions of it that each holds (all of them: undefined). */
export function descendants(own: SharingState, id: Id): { readonly item: Item; readonly portions: ReadonlySet<number> | undefined }[] {
  const first = own.items.get(id);
  if (!first) return [];
  const found: { item: Item; portions: ReadonlySet<number> | undefined }[] = [{ item: first, portions: undefined }];
  // What is made of a made thing counts with the portions that came down to it; derivations have no circles.
  for (let i = 0; i < found.length; i++) {
    const parent = found[i] as (typeof found)[number];
    for (const item of own.items.values()) {
      if (found.some((f) => f.item === item)) continue;
      for (const d of item.derived.values()) {
        if (d.from !== parent.item.id) continue;
        found.push({ item, portions: parent.portions ? intersect(parent.portions, i === 0, d.portions) : new Set(d.portions) });
        break;
      }
    }
  }
  return found;
}

/** Portions of a part are numbered anew: a part of a part is said to hold what its parent holds. */
function intersect(parent: ReadonlySet<number>, direct: boolean, portions: readonly number[]): ReadonlySet<number> {
  return direct ? new Set(portions.filter((p) => parent.has(p))) : parent;
}

/** The seats of a party that decide what leaves it: those that may release; all of its seats where none may. */
export function deciders(roster: Roster, party: string): Address[] {
  const seats = roster.members(`party:${party}`);
  const may = seats.filter((s) => roster.seats.get(split(s)[1] as string)?.may.includes('release'));
  return [...(may.length > 0 ? may : seats)];
}

/** Whose desk decides for an originator: the party’s deciders; lead control for entities and parties that control plays. */
export function deskOf(roster: Roster, originator: Address): Address[] {
  const [kind, id] = split(originator);
  if (kind !== 'party' || id === undefined || roster.parties.get(id)?.playedByControl !== false) return ['control'];
  return deciders(roster, id);
}

/** A request as it was made; undefined if this world was not told. */
export function requestCard(request: Request) {
  return request.asked.values().next().value;
}

export type RequestStatus = 'open' | 'overdue' | 'granted' | 'conditions' | 'refused' | 'withdrawn';
/** The one word that screens show for a request. */
export function requestStatus(request: Request): RequestStatus {
  if (request.decided)
    return request.decided.decision === 'refuse' ? 'refused' : request.decided.decision === 'grant' ? 'granted' : 'conditions';
  if (request.withdrawn) return 'withdrawn';
  return request.overdue ? 'overdue' : 'open';
}
