import { coming, grained, type Ms, type Text, type World } from '@entente/engine';
import type { Command } from '../../../connection/useAct.ts';
import { compareNumbers, type Entry, numbers, type Viewer } from '../../../kit/control/entry.ts';
import type { Target } from '../../../kit/control/happening.ts';
import type { ControlPart } from '../../../kit/control/part.ts';

/** What a jump does to a thing: released by itself · waits for a hand · released only if its condition holds · a deadline passes and nobody can act in time (at the very moment jumped to they still can) · a move begins · the exercise ends */
const KINDS = ['release', 'hand', 'maybe', 'deadline', 'move', 'endex'] as const;

/** One thing that a jump passes. */
export interface Passed {
  readonly id: string;
  readonly at: Ms;
  readonly what: (typeof KINDS)[number];
  readonly number: string;
  readonly title?: Text | undefined;
  readonly entry?: Entry | undefined;
  readonly target?: Target | undefined;
  /** The room’s own word for it, where the jump stops before it: nobody can act meanwhile, and it would be decided. */
  readonly stops?: string | undefined;
}

/**
 * What lies between now and the moment jumped to, in order of time, by what this viewer holds. The jump itself passes
 * through every instant on the server; this is what control is told before it confirms.
 */
export function jumpPreview(
  parts: readonly ControlPart[],
  world: World,
  viewer: Viewer,
  lines: readonly Entry[],
  now: Ms,
  to: Ms,
): Passed[] {
  const entries = new Map(lines.map((e) => [e.id, e]));
  const passed = coming(world, viewer.address, now, to).map(({ kind, id, at, stops }): Passed => {
    // Whatever else comes by itself is a time until which something could be done.
    const what = KINDS.find((k) => k === kind) ?? 'deadline';
    const entry = entries.get(id);
    const called = entry ? undefined : parts.map((part) => part.called?.(world, id)).find((c) => c !== undefined);
    const target = entry ? { kind: entry.target ?? entry.kind, id } : called?.target;
    const { title } = entry ?? called ?? {};
    const number = entry ? numbers(entry) : (called?.number ?? '');
    return { id, at, what, number, title, entry, target, stops: stops && kind };
  });
  return passed.sort((a, b) => a.at - b.at || compareNumbers(a.number, b.number));
}

/** Counts by kind, for the sentence above the list. */
export function jumpCounts(passed: readonly Passed[]): Record<Passed['what'], number> {
  const counts = { release: 0, hand: 0, maybe: 0, deadline: 0, move: 0, endex: 0 };
  for (const p of passed) counts[p.what]++;
  return counts;
}

/** When the first inject comes by itself, scenario ms; until then an exercise that begins at STARTEX is empty. */
export function firstInject(entries: readonly Entry[]): Ms | undefined {
  const times = entries.flatMap((e) => (e.kind === 'inject' && !e.manual && !e.waits && e.at !== undefined && e.at > 0 ? [e.at] : []));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** What lead control chose for a thing before which a jump stops. */
export type Choice = 'carry' | 'fall';

/** Until when it is carried over: as long after the jump as it had left before it. */
export function carriedTo({ at }: Pick<Passed, 'at'>, now: Ms, to: Ms): Ms {
  return grained(to + (at - now));
}

/** The commands of a jump, in order: first what carries over, then the jump, which names what falls; undefined while something is not chosen. */
export function jumpCommands(
  parts: readonly ControlPart[],
  world: World,
  passed: readonly Passed[],
  chosen: Readonly<Record<string, Choice>>,
  now: Ms,
  to: Ms,
): readonly [Command, ...Command[]] | undefined {
  const stops = passed.filter((p) => p.stops !== undefined);
  if (stops.some((p) => chosen[p.id] === undefined)) return undefined;
  const carried = stops.filter((p) => chosen[p.id] === 'carry');
  const over = stops.filter((p) => chosen[p.id] === 'fall').map((p) => p.id);
  const carry = carried.flatMap(
    (p) => parts.map((part) => part.carries?.(world, p.id, carriedTo(p, now, to))).find((c) => c !== undefined) ?? [],
  );
  const jump: Command = { type: 'JumpClock', to, ...(over.length > 0 ? { over } : {}) };
  const [first, ...rest] = carry;
  return first ? [first, ...rest, jump] : [jump];
}
