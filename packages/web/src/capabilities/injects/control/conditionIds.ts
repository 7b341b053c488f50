import type { Condition } from '@entente/engine';

/** The injects, expected actions and items of information that a condition speaks of. */
export function conditionIds(when: Condition): string[] {
  if ('all' in when) return when.all.flatMap(conditionIds);
  if ('any' in when) return when.any.flatMap(conditionIds);
  if ('not' in when) return conditionIds(when.not);
  if ('inject' in when) return [when.inject.id];
  if ('expected' in when) return [when.expected.id];
  if ('item' in when) return [when.item.id];
  return 'message' in when && when.message.about !== undefined ? [when.message.about] : [];
}
