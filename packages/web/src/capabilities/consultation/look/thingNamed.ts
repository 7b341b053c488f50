import type { Id, Text, World } from '@entente/engine';
import type { Target } from '../../../kit/control/happening.ts';

/** The matter, decision or text of an id, and where control opens it; undefined if it is none of them. */
export function thingNamed(
  { consultation: { matters, decisions, texts } }: World,
  id: Id,
): { readonly title: Text; readonly target: Target } | undefined {
  for (const [kind, things] of [
    ['matter', matters],
    ['decision', decisions],
    ['table-text', texts],
  ] as const) {
    const thing = things.get(id);
    if (thing) return { title: thing.card.title, target: { kind, id } };
  }
  return undefined;
}
