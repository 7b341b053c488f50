import { type Address, type Roster, split } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import { labelPolicy } from '../labels/known.ts';
import type { World } from '../world.ts';
import { descendants, heldSince, itemsAsked, meets, releasedTo, requestCard, requestStatus, standingCard } from './items.ts';
import { judge, listedOn, type Rule } from './rules.ts';

/** One line of the answer to “why can this seat (not) see this?” */
export interface Reason {
  readonly rule: 'given' | 'part' | 'asked' | Rule;
  /** True if this line speaks for seeing it. */
  readonly ok: boolean;
  /** What decided: `given`, `not-given`, a request’s status, or a rule’s own word. */
  readonly because: string;
  readonly at?: Ms | undefined;
  /** The event behind it. */
  readonly src?: Id | undefined;
}

/**
 * Why a seat can or cannot see an item, rule by rule: whether it was given it, or a part; what was asked and answered;
 * and what a release by the originator would meet. Read off the asking side’s own world: lead control’s, or that of the
 * originator’s party, which is not told what others passed on. Undefined for an item that this world does not hold.
 */
export function why(world: World, roster: Roster, now: Ms, id: Id, seat: Address): Reason[] | undefined {
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!item || !card) return undefined;
  const held = heldSince(roster, item, seat) ?? releasedTo(roster, item, seat);
  const reasons: Reason[] = [
    held ? { rule: 'given', ok: true, because: 'given', ...held } : { rule: 'given', ok: false, because: 'not-given' },
  ];
  if (held) return reasons;
  const family = descendants(world.sharing, id);
  for (const { item: made } of family.slice(1)) {
    const part = heldSince(roster, made, seat) ?? releasedTo(roster, made, seat);
    if (part) reasons.push({ rule: 'part', ok: true, because: made.derived.values().next().value?.how ?? 'part', ...part });
  }
  const ids = new Set(family.map((f) => f.item.id));
  for (const request of world.sharing.requests.values()) {
    const asked = requestCard(request);
    const about = itemsAsked(request).some((i) => ids.has(i));
    if (!asked || !about || !asked.for.some((a) => meets(roster, a, seat))) continue;
    const status = requestStatus(request);
    const last = request.decided ?? request.withdrawn ?? asked;
    reasons.push({ rule: 'asked', ok: status === 'granted' || status === 'conditions', because: status, at: last.at, src: last.src });
  }
  const [kind, party] = split(card.originator);
  const found = judge({
    policy: labelPolicy(world.sharing),
    label: card.label,
    listed: listedOn(card.portions.map((p) => p.releasableTo)),
    to: seat,
    toParty: roster.partyOf(seat),
    byParty: kind === 'party' ? party : undefined,
    originates: true,
    toOriginator: card.originator === `party:${roster.partyOf(seat)}`,
    recalled: false,
    mayRelease: true,
    onward: card.onward,
    granted: false,
    clients: [],
    parties: [...roster.parties.keys()],
    expires: card.expires,
    now,
  });
  // Its originator asks itself for nothing back.
  return [...reasons, ...found.filter((f) => f.rule !== 'recall')];
}

/** True if the asker may know why: lead control, and the seats and controllers of the originator’s party, of what they hold. */
export function mayAskWhy(world: World, roster: Roster, asker: Address, id: Id): boolean {
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!card) return false;
  const [kind] = split(asker);
  return asker === 'control' || ((kind === 'seat' || kind === 'control') && card.originator === `party:${roster.partyOf(asker)}`);
}
