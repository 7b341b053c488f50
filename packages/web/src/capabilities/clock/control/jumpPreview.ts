import { coming, type Ms, requestCard, type Text, type World } from '@entente/engine';
import type { Names } from '../../../kit/control/names.ts';
import { compareNumbers, type Entry, entriesOf, type Viewer } from '../../../screens/control/msel/msel.ts';

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
  /** True for a request for release. */
  readonly request?: boolean | undefined;
}

/**
 * What lies between now and the moment jumped to, in order of time, by what this viewer holds. The jump itself passes
 * through every instant on the server; this is what control is told before it confirms.
 */
export function jumpPreview(world: World, viewer: Viewer, names: Names, now: Ms, to: Ms): Passed[] {
  const entries = new Map(entriesOf(world, viewer, names, now).map((e) => [e.id, e]));
  const passed = coming(world, viewer.address, now, to).flatMap(({ kind, id, at }): Passed[] => {
    const what = KINDS.find((k) => k === kind);
    const entry = entries.get(id);
    const request = world.sharing.requests.get(id);
    const move = world.moves.plan?.moves.find((m) => m.id === id);
    const title = entry?.title ?? (request && requestCard(request)?.text) ?? move?.name;
    const number = entry?.number ?? String(move?.number ?? '');
    return what ? [{ id, at, what, number, title, entry, request: request !== undefined }] : [];
  });
  return passed.sort((a, b) => a.at - b.at || compareNumbers(a.number, b.number));
}

/** Counts by kind, for the sentence above the list. */
export function jumpCounts(passed: readonly Passed[]): Record<Passed['what'], number> {
  const counts = { release: 0, hand: 0, maybe: 0, deadline: 0, move: 0, endex: 0 };
  for (const p of passed) counts[p.what]++;
  return counts;
}
