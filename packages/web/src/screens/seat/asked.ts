import { type Address, awaiting, type Id, type Ms, type Request, type Roster, recallFor, requestCard, type World } from '@entente/engine';
import type { Item } from './inbox.ts';

/** Something that waits for this seat. */
export type Ask =
  | { readonly kind: 'roll'; readonly id: Id; readonly since: Ms; readonly by: Address }
  | { readonly kind: 'answer'; readonly id: Id; readonly since: Ms; readonly item: Item }
  | { readonly kind: 'acknowledge'; readonly id: Id; readonly since: Ms; readonly item: Item }
  | { readonly kind: 'decide'; readonly id: Id; readonly since: Ms; readonly due: Ms; readonly request: Request }
  | { readonly kind: 'destroy'; readonly id: Id; readonly since: Ms; readonly item: Item };

const ASKING: ReadonlySet<string> = new Set(['ask', 'consult', 'propose']);
const TO_ALL: ReadonlySet<Address> = new Set(['public', 'everyone']);

/**
 * What is asked of `seat`: the last roll-call first; then what presses, requests for release by when they are due and
 * what is to be destroyed by when that was asked; then the rest by how long it has waited.
 */
export function askedOf(world: World, roster: Roster | undefined, seat: Address, items: readonly Item[]): Ask[] {
  const asks: Ask[] = [];
  const roll = [...world.seats.rolls.values()].at(-1);
  if (roll && !roll.answers.has(seat) && roll.by !== seat) asks.push({ kind: 'roll', id: roll.id, since: roll.at, by: roll.by });
  for (const request of world.clock.reading?.status === 'ended' ? [] : awaiting(world, seat)) {
    const card = requestCard(request);
    if (card) asks.push({ kind: 'decide', id: request.id, since: card.since, due: card.due, request });
  }
  const answered = answeredIds(world, seat);
  for (const item of items) {
    if (isQuestion(item) && !answered.has(item.id)) asks.push({ kind: 'answer', id: item.id, since: item.at, item });
    const recall = recallOf(world, roster, seat, item);
    if (recall?.destroyed === false) asks.push({ kind: 'destroy', id: item.id, since: recall.at, item });
    else if (wantsAcknowledgement(item) && item.acknowledgedAt === undefined && !recall)
      asks.push({ kind: 'acknowledge', id: item.id, since: item.corrected?.at ?? item.at, item });
  }
  const rank = (a: Ask): number => (a.kind === 'roll' ? 0 : a.kind === 'decide' || a.kind === 'destroy' ? 1 : 2);
  const when = (a: Ask): Ms => (a.kind === 'decide' ? a.due : a.since);
  return asks.sort((a, b) => rank(a) - rank(b) || when(a) - when(b));
}

/** The request to destroy it that stands for the seat. What is to be destroyed, or is, need not be acknowledged. */
function recallOf(world: World, roster: Roster | undefined, seat: Address, item: Item): ReturnType<typeof recallFor> {
  const held = item.kind === 'item' ? world.sharing.items.get(item.id) : undefined;
  return held && roster && recallFor(roster, held, seat);
}

/** A question, a consultation or a proposal put to us, and not to all the world. */
function isQuestion(item: Item): boolean {
  return item.kind === 'message' && !item.mine && ASKING.has(item.purpose ?? '') && !item.to.every((a) => TO_ALL.has(a));
}

/** News to all the world need no acknowledgement; what was sent to us does. */
export function wantsAcknowledgement(item: Item): boolean {
  if (item.kind === 'item') return item.given === true;
  return item.kind === 'delivery' && !item.withdrawn && !item.to.some((a) => TO_ALL.has(a));
}

/** What somebody on the asked side has answered: a colleague of the same cell answers for it, the asker's own second thought does not. */
function answeredIds(world: World, seat: Address): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const m of world.messages.messages.values()) {
    if (!m.about) continue;
    const question = world.messages.messages.get(m.about.id);
    if (question && m.from !== question.from && (m.from === seat || sameSide(world, m.from, question.to))) ids.add(m.about.id);
  }
  return ids;
}

function sameSide(world: World, from: Address, to: readonly Address[]): boolean {
  const cell = world.seats.directory?.cells.find((c) => c.seats.some((s) => `seat:${s.id}` === from));
  return to.includes(from) || (cell !== undefined && (to.includes(`cell:${cell.id}`) || to.includes(`party:${cell.party}`)));
}
