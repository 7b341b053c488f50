import { type Address, isToAll, split } from '../audience.ts';
import type { Condition } from '../conditions.ts';
import { isNear, nearSince } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import type { Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { handsOf } from '../seats/hand.ts';
import type { World } from '../world.ts';
import type { Delivery, InjectCard, InjectRow } from './language.ts';
import { acknowledges, type InjectStatus, injectStatus, rowCard, rowTime } from './status.ts';

/** Injects that wait for a hand, or soon will; `named`: those that have recipients, or those that name nobody. */
const handed =
  (named: boolean) =>
  (world: World, viewer: Address, now: Ms): Waits[] => {
    const [kind, party] = split(viewer);
    if (kind !== 'control') return [];
    const mine = handsOf(world, viewer);
    const found: Waits[] = [];
    for (const [id, row] of world.injects.rows) {
      const card = rowCard(row, party);
      if (!card || card.to.length > 0 !== named || !(mine(card.controller) || untold(row) || heldBy(row, viewer))) continue;
      const status = injectStatus(row);
      if (!waitsForHand(status, card)) continue;
      const ifNothing = row.plan?.until === undefined ? 'waits' : 'lapses';
      const due = dueAt(row, card);
      if (due !== undefined && isNear(due, now)) found.push({ id, since: nearSince(due), due, ifNothing });
      else if (due === undefined && (status === 'held' || !isKeptReady(row, card)))
        found.push({ id, since: row.hold?.at ?? row.plan?.planned ?? 0, ifNothing, press: 'idle' });
    }
    return found;
  };

function waitsForHand(status: InjectStatus, { manual, to }: InjectCard): boolean {
  return status === 'due' || status === 'held' || (status === 'planned' && (manual || to.length === 0));
}

/** Whoever held a row has it in hand, whosever it is. */
const heldBy = (row: InjectRow, viewer: Address): boolean => injectStatus(row) === 'held' && row.hold?.by === viewer;

/** When a row fell due, or will; undefined where no time is set, or where only a condition tells. */
function dueAt(row: InjectRow, card: InjectCard): Ms | undefined {
  if (row.due) return row.due.at;
  return row.timed || card.at !== undefined ? rowTime(row) : undefined;
}

/** A row without a time that is not to come by itself: it is kept for the case, or waits for what comes before it. */
function isKeptReady(row: InjectRow, { kind, to }: InjectCard): boolean {
  return to.length > 0 && (kind === 'contingency' || row.plan?.after !== undefined || row.plan?.when !== undefined);
}

/** Restored after its time, it waits for lead control if its party was not told, since its condition is not theirs to know. */
function untold(row: InjectRow): boolean {
  const { plan, shown } = row;
  if (!plan || plan.named || plan.card.manual || injectStatus(row) !== 'due') return false;
  return shown.get(split(plan.card.controller)[1] ?? '')?.waits === true;
}

/** True if a seat is to acknowledge what was delivered: what was sent to it, as it stands now. News for all need no word. */
export function wantsWord(delivery: Delivery, seat: Address): boolean {
  return !delivery.withdrawn && !delivery.to.some(isToAll) && !acknowledges(delivery, seat);
}

const NONE: readonly never[] = [];

function acknowledge(world: World, viewer: Address): readonly Waits[] {
  const roster = split(viewer)[0] === 'seat' ? rosterOfWorld(world) : undefined;
  if (!roster) return NONE;
  let found: Waits[] | undefined;
  for (const d of world.injects.deliveries.values()) {
    if (!roster.reaches(d.to, viewer) || !wantsWord(d, viewer)) continue;
    const waits: Waits = { id: d.id, since: d.corrections.at(-1)?.at ?? d.at, ifNothing: 'waits' };
    if (found) found.push(waits);
    else found = [waits];
  }
  return found ?? NONE;
}

export const injectWaits = { release: handed(true), address: handed(false), acknowledge };

/** A contingency inject whose condition names an expected action (by its id in the scenario) as missed, and that nobody has used. */
export function heldReady(world: World, expected: string | undefined): Id | undefined {
  if (expected === undefined) return undefined;
  for (const [id, row] of world.injects.rows) {
    const { card, when } = row.plan ?? {};
    const used = injectStatus(row) === 'released' || injectStatus(row) === 'skipped';
    if (!used && card?.kind === 'contingency' && card.to.length > 0 && when && namesMissed(when, expected)) return id;
  }
  return undefined;
}

function namesMissed(when: Condition, expected: string): boolean {
  if ('all' in when) return when.all.some((c) => namesMissed(c, expected));
  if ('any' in when) return when.any.some((c) => namesMissed(c, expected));
  return 'expected' in when && when.expected.id === expected && when.expected.is === 'missed';
}
