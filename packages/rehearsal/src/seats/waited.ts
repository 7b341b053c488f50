import type { Command, Id, Ms, Recorded, Waiting } from '@entente/engine';
import { COMMANDS, timesOf } from '@entente/scenario';
import { authorOf } from './author.ts';
import type { Rule } from './rule.ts';

/** What the driver asks of what waits, of what was done, and of times. */

/** What is due at a time is not done before it, and what takes its time not before much of it has passed. */
export function earliest({ timed, within }: Rule, { since, due }: Waiting, now: Ms): Ms {
  if (due === undefined || (!timed && within === undefined)) return now;
  return Math.max(now, timed ? due : Math.round(since + (within as number) * (due - since)));
}

/** What each seat has made, in order, by seat and kind of event. */
export function doneBy(events: readonly Recorded[]): Map<string, Recorded[]> {
  const done = new Map<string, Recorded[]>();
  for (const r of events) {
    const author = authorOf(r.event);
    if (author === undefined) continue;
    const key = `${author} ${r.event.type}`;
    const list = done.get(key);
    if (list) list.push(r);
    else done.set(key, [r]);
  }
  return done;
}

/** True if the same waits there: of the same id, since lists are kept by it. */
export function has(list: readonly Waiting[] | undefined, { room, kind, id }: Waiting): boolean {
  if (list) for (const w of list) if (w.kind === kind && w.room === room && w.id === id) return true;
  return false;
}

/** True if an act says what a command said, as far as its room fills it in. */
export const isSame = (next: object, command: object): boolean =>
  Object.entries(next).every(([k, v]) => JSON.stringify(v) === JSON.stringify((command as Record<string, unknown>)[k]));

/** The command with the times that it names so much later. */
export function later(command: Command, by: Ms): Command {
  let moved: Record<string, unknown> | undefined;
  for (const key of timesOf(COMMANDS.get(command.type) as NonNullable<ReturnType<typeof COMMANDS.get>>)) {
    const at = (command as unknown as Record<string, unknown>)[key];
    if (typeof at !== 'number') continue;
    moved ??= { ...command };
    moved[key] = Math.ceil((at + by) / 10_000) * 10_000;
  }
  return (moved ?? command) as Command;
}

/** By what else a thing ends that a command would settle: whoever means to do that does not mean to settle it. */
const ENDS_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  StartStep: ['FailStep'],
  FinishStep: ['FailStep'],
  ReleaseInject: ['SkipInject'],
  PublishDraft: ['DropStatementDraft'],
  Speak: ['DropQuestion'],
  GiveHand: ['ReleaseEarly'],
};
/** The commands by which a thing is settled, or ends otherwise. */
export const endedBy = (type: string): readonly string[] => [type, ...(ENDS_OTHERWISE[type] ?? [])];

/** True if a command names this thing in one of its fields. */
export function names(command: Command, id: Id): boolean {
  for (const value of Object.values(command)) if (value === id) return true;
  return false;
}
