import { type Address, isToAll, type Roster, split } from '../audience.ts';
import { following, isPassed, isPast } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { Card, Coming, Look, Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { handsOf } from '../seats/hand.ts';
import { isDismissed } from '../takings/dismissed.ts';
import type { World } from '../world.ts';
import { deskOf, requestCard } from './items.ts';
import { acknowledgement, recallFor } from './recalls.ts';
import { escalatesTo, waitsFor } from './requests.ts';
import type { Copy, Item } from './state.ts';

/** Requests for release that wait for the viewer’s decision. */
function decide(world: World, viewer: Address, now: Ms): Waits[] {
  const roster = world.sharing.requests.size > 0 ? rosterOfWorld(world) : undefined;
  if (!roster) return [];
  return [...world.sharing.requests.values()].flatMap((request): Waits[] => {
    const card = requestCard(request);
    if (!card || !waitsFor({ world, roster }, request, viewer)) return [];
    const { since, due } = card;
    const ifNothing = following(due, now, escalatesTo({ world, roster }, card.of) === undefined ? 'late' : 'escalates');
    return [{ id: request.id, since, due, ifNothing, press: 'presses' }];
  });
}

/**
 * Requests that a party’s players let pass: its own controllers may remind them, lead control while nobody sits there. Each
 * stays until it is decided, or dismissed.
 */
function overdue(world: World, viewer: Address, now: Ms): Waits[] {
  const roster = split(viewer)[0] === 'control' && world.sharing.requests.size > 0 ? rosterOfWorld(world) : undefined;
  if (!roster) return [];
  const mine = handsOf(world, viewer);
  return [...world.sharing.requests.values()].flatMap((request): Waits[] => {
    const card = requestCard(request);
    if (!card || request.decided || request.withdrawn || !isPast(card.due, now) || isDismissed(world, request.id)) return [];
    const played = deskOf(roster, card.of)[0] === 'control';
    if (played || !mine(`control:${split(card.of)[1]}`)) return [];
    return [{ id: request.id, since: card.due, due: card.due, ifNothing: 'waits' }];
  });
}

/** Items with the copies that the seat was given, where somebody else than the seat itself gave one. */
function held(world: World, viewer: Address): { item: Item; first: Copy; roster: Roster }[] {
  const roster = split(viewer)[0] === 'seat' && world.sharing.items.size > 0 ? rosterOfWorld(world) : undefined;
  if (!roster) return [];
  const found: { item: Item; first: Copy; roster: Roster }[] = [];
  for (const item of world.sharing.items.values())
    for (const first of item.copies.values())
      if (first.to && roster.reaches(first.to, viewer)) {
        found.push({ item, first, roster });
        break;
      }
  return found;
}

/** What another seat gave to somebody by name, and not by an inject or to all: it waits to hear that it came. */
export function handedOver(copy: Copy, seat: Address): boolean {
  return copy.by !== undefined && copy.by !== seat && copy.delivery === undefined && copy.to !== undefined && !copy.to.some(isToAll);
}

/** What was given by hand and is not acknowledged; anew where it was given again after a recall. What is to be destroyed, or is, need not be. */
function acknowledge(world: World, viewer: Address): Waits[] {
  return held(world, viewer).flatMap(({ item, roster }): Waits[] => {
    if (acknowledgement(roster, item, viewer) || recallFor(roster, item, viewer)) return [];
    const party = roster.partyOf(viewer);
    const recalled = [...item.recalled.values()].findLast((r) => r.party === party)?.at ?? -1;
    const copies = [...item.copies.values()].filter((c) => handedOver(c, viewer) && c.to && roster.reaches(c.to, viewer));
    const first = copies.find((c) => c.at > recalled) ?? copies.at(-1);
    return first ? [{ id: item.id, since: first.at, ifNothing: 'waits' }] : [];
  });
}

/** What the seat’s party is asked to destroy, and the seat has not confirmed. */
function destroy(world: World, viewer: Address): Waits[] {
  return held(world, viewer).flatMap(({ item, roster }): Waits[] => {
    const recall = recallFor(roster, item, viewer);
    return recall?.destroyed === false ? [{ id: item.id, since: recall.at, ifNothing: 'waits', press: 'presses' }] : [];
  });
}

/** A request is a card: lead control’s where its desk is control; else the asked party’s own, who remind its players when it is overdue. */
export function requestWaiting({ world, roster }: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined {
  const request = world.sharing.requests.get(id);
  const asked = request && requestCard(request);
  if (!asked) return undefined;
  if (deskOf(roster, asked.of)[0] === 'control') return { hands: [], facts: [id] };
  const { overdue } = request;
  return { hands: [`control:${roster.partyOf(asked.of)}`], facts: [id, ...(overdue ? [overdue.src] : [])], letPass: overdue !== undefined };
}

export const sharingWaits = { decide, overdue, acknowledge, destroy };

/** Times by which requests are to be answered. */
export function answersDue(world: World, from: Ms, to: Ms): Coming[] {
  return [...world.sharing.requests.values()].flatMap((request) => {
    const due = requestCard(request)?.due;
    if (due === undefined || request.decided || request.withdrawn || !isPassed(due, from, to)) return [];
    return [{ kind: 'deadline', id: request.id, at: due }];
  });
}
