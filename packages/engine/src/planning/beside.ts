import { type Activity, isSchedule, schedule } from '../schedule/index.ts';
import type { Step } from '../steps/terms.ts';
import type { OwnStepCard } from './language.ts';

/** Steps that a side keeps beside a plan, held against the plan as it stands: it may have changed since they were kept. */

type Planned = Pick<Step, 'id' | 'terms'>;
interface Beside {
  readonly id: string;
  readonly card: OwnStepCard;
}

/**
 * The same steps without what the plan no longer bears: those that they came after and that are gone, and what they came before,
 * where they would wait for themselves by it.
 */
export function besidePlan<T extends Beside>(steps: readonly Planned[], own: readonly T[]): T[] {
  const there = new Set(steps.map((s) => s.id));
  const left = own.map((o): T => {
    const after = o.card.terms.after.filter((a) => there.has(a.step));
    return { ...o, card: { ...o.card, terms: { ...o.card.terms, after } } };
  });
  if (!circle(steps, left)) return left;
  const kept: T[] = [];
  for (const o of left) kept.push(circle(steps, [...kept, o]) ? { ...o, card: { ...o.card, before: [] } } : o);
  return kept;
}

/** The steps of a plan, and of one’s own beside it, that wait for one another in a circle. */
export function circle(steps: readonly Planned[], own: readonly Beside[]): readonly string[] | undefined {
  const there = new Set(steps.map((s) => s.id));
  const before = (id: string) => own.filter((o) => o.card.before.includes(id)).map((o) => ({ step: o.id, kind: 'FS' as const }));
  const found = schedule([
    ...steps.map(
      ({ id, terms }): Activity => ({
        id,
        duration: terms.duration,
        after: [...terms.after.filter((a) => there.has(a.step)), ...before(id)],
      }),
    ),
    ...own.map(({ id, card }): Activity => ({ id, duration: card.terms.duration, after: card.terms.after })),
  ]);
  return isSchedule(found) || !('cycle' in found) ? undefined : (found.cycle as readonly string[]);
}
