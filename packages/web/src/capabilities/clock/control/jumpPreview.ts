import { expectedCard, type Ms, rowCard, type World } from '@entente/engine';
import type { Names } from '../../../kit/control/names.ts';
import { compareNumbers, type Entry, entriesOf, type Viewer } from '../../../screens/control/msel/msel.ts';

/** One thing that a jump passes. */
export interface Passed {
  readonly id: string;
  readonly at: Ms;
  /** released by itself · waits for a hand · released only if its condition holds · a deadline passes and nobody can act in time (at the very moment jumped to they still can) · a move begins · the exercise ends */
  readonly what: 'release' | 'hand' | 'maybe' | 'deadline' | 'move' | 'endex';
  readonly number: string;
  readonly entry?: Entry | undefined;
  readonly move?: World['moves']['began'][number]['name'] | undefined;
}

/**
 * What lies between now and the moment jumped to, in order of time, by what this viewer holds. The jump itself passes
 * through every instant on the server; this is what control is told before it confirms.
 */
export function jumpPreview(world: World, viewer: Viewer, names: Names, now: Ms, to: Ms): Passed[] {
  if (to <= now) return [];
  const within = (t: Ms | undefined): t is Ms => t !== undefined && t > now && t <= to;
  const passed: Passed[] = [];
  for (const entry of entriesOf(world, viewer, names, now)) {
    if (entry.kind === 'inject') {
      const what = injectOutcome(world, viewer, entry);
      if (what && within(entry.at)) passed.push({ id: entry.id, at: entry.at, what, number: entry.number, entry });
      else if (what === 'maybe' && entry.at === undefined)
        passed.push({ id: entry.id, at: now, what: 'maybe', number: entry.number, entry });
    }
    if (entry.kind === 'expected' && (entry.status === 'open' || entry.status === 'planned') && within(entry.until) && entry.until < to) {
      passed.push({
        id: entry.id,
        at: entry.until,
        what: 'deadline',
        number: expectedCard(world.expected.rows.get(entry.id)!, viewer.party)?.number ?? '',
        entry,
      });
    }
  }
  for (const move of world.moves.plan?.moves ?? [])
    if (within(move.from)) passed.push({ id: move.id, at: move.from, what: 'move', number: String(move.number), move: move.name });
  const end = world.seats.exercise?.duration;
  if (within(end)) passed.push({ id: 'endex', at: end, what: 'endex', number: '' });
  return passed.sort((a, b) => a.at - b.at || compareNumbers(a.number, b.number));
}

function injectOutcome(world: World, viewer: Viewer, entry: Entry): 'release' | 'hand' | 'maybe' | undefined {
  if (entry.status !== 'planned' && entry.status !== 'waiting') return undefined;
  const row = world.injects.rows.get(entry.id);
  const card = row && rowCard(row, viewer.party);
  if (!card) return undefined;
  if (card.manual) return entry.at === undefined ? undefined : 'hand';
  return entry.waits ? 'maybe' : 'release';
}

/** Counts by kind, for the sentence above the list. */
export function jumpCounts(passed: readonly Passed[]): Record<Passed['what'], number> {
  const counts = { release: 0, hand: 0, maybe: 0, deadline: 0, move: 0, endex: 0 };
  for (const p of passed) counts[p.what]++;
  return counts;
}
