import { type Address, split } from '../audience.ts';
import { clockStatus } from '../clock/clock.ts';
import { current } from '../consultation/brackets.ts';
import { following } from '../deadlines.ts';
import type { Id, Ms } from '../fact.ts';
import { isSigned } from '../planning/atoms.ts';
import { actsAs } from '../planning/waits.ts';
import type { Card, Look, Waits } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import { peopleAt } from '../seats/people.ts';
import { stepsOf } from '../steps/terms.ts';
import type { World } from '../world.ts';
import type { Task } from './language.ts';
import { forumOfPlan, isHindered, isOver, isReportedOver, leadOf, openBlock, planOf, waitsFor } from './tasks.ts';

/** What waits for a seat in a plan: its steps to begin and to end, its side’s word, the other side’s answer, a plan to make active. */

/** True if a viewer acts for a seat: it is the viewer’s own, or control stands for it. */
function actsFor({ world, roster }: Pick<Look, 'world' | 'roster'>, viewer: Address, seat: Address): boolean {
  const [kind, party] = split(viewer);
  if (kind === 'seat') return viewer === seat;
  if (viewer === 'control') return roster.isPlayed(seat);
  return kind === 'control' && roster.partyOf(seat) === party && peopleAt(world.seats, seat).length === 0;
}

type Of = (look: Look, task: Task, viewer: Address) => Omit<Waits, 'id'> | undefined;

const each =
  (of: Of, isSettled = isOver) =>
  (world: World, viewer: Address, now: Ms): Waits[] => {
    const roster = rosterOfWorld(world);
    if (!roster || clockStatus(world) === 'ended') return [];
    const look = { world, roster, now };
    const waits: Waits[] = [];
    for (const task of world.execution.tasks.values()) {
      const found = isSettled(task) ? undefined : of(look, task, viewer);
      if (found) waits.push({ id: task.id, ...found });
    }
    return waits;
  };

const until = (due: Ms | undefined, now: Ms): Pick<Waits, 'due' | 'ifNothing'> => ({
  due,
  ifNothing: due === undefined ? 'waits' : following(due, now, 'late'),
});
/** By when it is to begin, as it was planned or at the latest. */
const startBy = ({ planned, latest, terms }: Task): Ms | undefined =>
  planned?.start ?? (latest === undefined ? undefined : latest - terms.duration);

/** A step that its lead is to begin: nothing keeps it waiting that this world knows of. */
const start: Of = (look, task, viewer) => {
  if (task.started || !actsFor(look, viewer, leadOf(task)) || waitsFor(look.world, task) || isHindered(task, look.now)) return undefined;
  return { since: task.freed?.at ?? task.word?.at ?? task.at, ...until(startBy(task), look.now) };
};
/** A step that its lead is to report done. */
const finish: Of = (look, task, viewer) => {
  if (!task.started || !actsFor(look, viewer, leadOf(task)) || openBlock(task) || isHindered(task, look.now)) return undefined;
  return { since: task.started.at, ...until(task.latest ?? task.planned?.end, look.now) };
};

function members(look: Look, task: Task, viewer: Address): readonly string[] {
  const forum = forumOfPlan(look.world, task.plan);
  return forum ? actsAs(look, forum, viewer).map((m) => m.party) : [];
}
/** A step of another side that waits for this one: its word, or what it said it is blocked on. */
const word: Of = (look, task, viewer) => {
  if (waitsFor(look.world, task) !== 'word' || !members(look, task, viewer).includes(task.terms.word ?? '')) return undefined;
  return { since: task.at, ...until(startBy(task), look.now) };
};
const answer: Of = (look, task, viewer) => {
  const block = openBlock(task);
  if (block?.on === undefined || !members(look, task, viewer).includes(block.on)) return undefined;
  return { since: block.at, ...until(task.latest, look.now) };
};

/** A plan that all have agreed to, for the chairs to make active. */
function activate(world: World, viewer: Address, now: Ms): Waits[] {
  const roster = rosterOfWorld(world);
  if (!roster || clockStatus(world) === 'ended') return [];
  return [...world.consultation.texts.values()].flatMap((text): Waits[] => {
    const forum = world.consultation.forums.get(text.forum);
    if (!forum || planOf(world, text.id) || !isSigned(world, text.id)) return [];
    const steps = stepsOf(current(text).paragraphs);
    if (steps.length === 0) return [];
    if (!actsAs({ world, roster }, forum, viewer).some((m) => forum.card.chairs.includes(m.party))) return [];
    const closed = [...world.consultation.matters.values()].findLast((m) => m.on?.of === text.id && m.closed)?.closed;
    const first = steps.flatMap((s) => s.terms.at ?? []).sort((a, b) => a - b)[0];
    return [{ id: text.id, since: closed?.at ?? text.at, ...until(first, now) }];
  });
}

export const executionWaits = {
  start: each(start),
  finish: each(finish),
  word: each(word, isReportedOver),
  answer: each(answer, isReportedOver),
  activate,
};

/** A step waits for control’s hand where control plays its lead’s side, or nobody sits at its lead’s seat. */
export function taskCard({ world, roster }: Pick<Look, 'world' | 'roster'>, id: Id): Card | undefined {
  const task = world.execution.tasks.get(id);
  if (!task || isOver(task)) return undefined;
  const party = roster.partyOf(leadOf(task));
  const hands: Address[] = party === undefined || roster.isPlayed(`party:${party}`) ? [] : [`control:${party}`];
  return { hands, facts: [id], each: true };
}
