import { type Address, isToAll, type Roster, split } from '../audience.ts';
import type { Id, Ms } from '../fact.ts';
import type { Card, Look, Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { handsOf } from '../seats/hand.ts';
import { isVoiced } from '../voice.ts';
import type { World } from '../world.ts';
import type { Message, Purpose } from './language.ts';

/** A question waits for an answer: what is one, what answers it, and for whom it waits. Said here and nowhere else. */

const ASKING: ReadonlySet<Purpose> = new Set(['ask', 'consult', 'propose']);

/** True if a message wants an answer. */
export function isQuestion({ purpose }: Pick<Message, 'purpose'>): boolean {
  return ASKING.has(purpose);
}

/** The word for what a message does: a side that speaks in public announces. */
export function actOfMessage({ from, to, purpose }: Pick<Message, 'from' | 'to' | 'purpose'>): Purpose {
  return split(from)[0] === 'seat' && to.includes('public') ? 'announce' : purpose;
}

const SETTLING: ReadonlySet<string> = new Set(['agree', 'decline', 'decide', 'announce']);

/** True if a message of which this word is said settles something: what is said in public cannot be unsaid. */
export function settles(act: string): boolean {
  return SETTLING.has(act);
}

/** The answers to each message, oldest first: messages about it from somebody other than its sender. */
export function answersOf({ messages }: World): ReadonlyMap<Id, readonly Message[]> {
  const answers = new Map<Id, Message[]>();
  for (const m of messages.messages.values()) {
    const asked = m.about && messages.messages.get(m.about.id);
    if (!asked || asked.from === m.from) continue;
    const before = answers.get(asked.id);
    if (before) before.push(m);
    else answers.set(asked.id, [m]);
  }
  return answers;
}

/** A question that names no time is late after half an hour. */
const LATE_AFTER: Ms = 30 * 60_000;

/** What became of a question, as far as the world of whoever asked it tells: how it stands at `now`. */
export function questionState(
  { at, read, acknowledged }: Message,
  answers: readonly Message[],
  now: Ms,
): 'delivered' | 'read' | 'acknowledged' | 'answered' | 'overdue' {
  if (answers.length > 0) return 'answered';
  if (now - at > LATE_AFTER) return 'overdue';
  return acknowledged.size > 0 ? 'acknowledged' : read.size > 0 ? 'read' : 'delivered';
}

/** Questions that wait for a viewer’s answer. */
function answer(world: World, viewer: Address, now: Ms): Waits[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  const kind = split(viewer)[0];
  const waits = kind === 'seat' ? forSeat(roster, viewer) : kind === 'control' ? forControl(world, roster, viewer, now) : undefined;
  if (!waits) return [];
  const answers = answersOf(world);
  const found: Waits[] = [];
  for (const m of world.messages.messages.values())
    if (isQuestion(m) && waits(m, answers.get(m.id) ?? [])) found.push({ id: m.id, since: m.at, ifNothing: 'waits' });
  return found;
}

type Open = (question: Message, answers: readonly Message[]) => boolean;

/** A question put to the seat, and not to all the world, that nobody of those asked has answered as far as the seat was told. */
function forSeat(roster: Roster, seat: Address): Open {
  const told = (m: Message): boolean => m.from === seat || roster.reaches(m.to, seat);
  return (m, answers) =>
    m.from !== seat &&
    !m.to.every(isToAll) &&
    roster.reaches(m.to, seat) &&
    !answers.some((a) => told(a) && (a.from === seat || asked(roster, m.to, a.from)));
}

/** Those named, and those of a named cell or party: a colleague’s answer counts for all who were asked. */
export function asked(roster: Roster, to: readonly Address[], from: Address): boolean {
  return to.some((a) => !isToAll(a) && roster.members(a).includes(from));
}

/** So long a question to control is its own controllers’ alone. */
const FIRST_THEIRS: Ms = 5 * 60_000;

/**
 * A player’s question to control or to somebody whom control voices, which nobody of control has answered or acknowledged. To
 * control: first for the controllers of the asking party; for lead control, too, at once while none of them is seated, else
 * after five minutes. To somebody voiced: for lead control.
 */
function forControl(world: World, roster: Roster, viewer: Address, now: Ms): Open {
  const mine = handsOf(world, viewer);
  const lead = viewer === 'control';
  const toMe = (m: Message): boolean => {
    const own: Address = `control:${roster.partyOf(m.from)}`;
    const toControl = m.to.includes('control') || m.to.includes(own);
    if (toControl && (viewer === own || (lead && (mine(own) || now - m.at >= FIRST_THEIRS)))) return true;
    return lead && m.to.some((a) => isVoiced(roster, a));
  };
  return (m, answers) =>
    split(m.from)[0] === 'seat' &&
    !m.spokenFor &&
    !isAcknowledged(m) &&
    toMe(m) &&
    !answers.some((a) => split(a.from)[0] !== 'seat' || a.spokenFor);
}

/** True if somebody of control has acknowledged it. */
function isAcknowledged(m: Message): boolean {
  for (const seat of m.acknowledged.keys()) if (split(seat)[0] === 'control') return true;
  return false;
}

export const messageWaits = { answer };

/** A player’s question to control or to somebody whom control voices; where control speaks for the asker, it asks itself. */
export function questionCard({ world, roster }: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined {
  const m = world.messages.messages.get(id);
  if (!m || !isQuestion(m) || split(m.from)[0] !== 'seat' || m.spokenFor) return undefined;
  if (!m.to.some((a) => split(a)[0] === 'control' || isVoiced(roster, a))) return undefined;
  // A question to control is its own controllers’ first.
  const own = m.to.includes('control') ? [`control:${roster.partyOf(m.from)}`] : [];
  return { hands: [...m.to, ...own], facts: [id] };
}
