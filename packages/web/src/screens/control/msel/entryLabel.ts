import { type Entry, numbers } from '../../../kit/control/entry.ts';
import type { Pick, Say } from '../../../kit/control/names.ts';
import { type ControlLook, given } from '../../../kit/control/part.ts';
import type { Label } from './timelineLayout.ts';

/** What stands beside a mark on the timeline: number, title, and its state where the shape alone does not say it. */
export function entryLabel(parts: readonly ControlLook[], entry: Entry, waitsFor: string, now: number, pick: Pick, say: Say): Label {
  const state = given(parts, 'marks', entry.kind)?.state?.(entry, waitsFor, now, say);
  return { number: numbers(entry), title: entry.wordless ? '' : pick(entry.title).replace(/\s+/g, ' '), ...state };
}
