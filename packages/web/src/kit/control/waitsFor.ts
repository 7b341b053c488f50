import { scenarioIds, type World } from '@entente/engine';
import { clockWords } from '../calendar.ts';
import { conditionWords, type Terms } from './conditionWords.ts';
import { type Entry, numbersOf } from './entry.ts';
import type { Names, Pick, Say } from './names.ts';
import type { ControlLook } from './part.ts';
import { minutes } from './scenarioTime.ts';

/** The names that conditions use, as this viewer holds them. A party's controllers hold no milestones: theirs read by id only if shown. */
export function termsOf(
  parts: readonly ControlLook[],
  world: World,
  names: Names,
  start: string,
  party: string | undefined,
  pick: Pick,
  say: Say,
): Terms {
  const ids = scenarioIds(world);
  const numberOf = (id: string): string => {
    const own = ids.get(id) ?? id;
    const inject = world.injects.rows.get(own);
    const expected = world.expected.rows.get(own);
    const row = inject ?? expected;
    const card = row && (row.plan?.card ?? row.shown.get(party ?? '')?.card);
    return card ? numbersOf(card, row, { party }) : id;
  };
  return {
    phrases: Object.assign({}, ...parts.map((part) => part.phrases)),
    milestone: (id) => pick(world.milestones.milestones.get(id)?.name) || id,
    number: numberOf,
    item: (id) => pick(parts.map((part) => part.titled?.(world, id)).find((title) => title !== undefined)) || id,
    variable: (id) => pick(world.milestones.variables.get(id)?.name) || id,
    forum: (id) => pick([...world.consultation.forums.values()].find((f) => f.named?.scenario === id)?.card.name) || id,
    subject: (id) => pick(world.consultation.subjects.get(id)?.name) || id,
    topic: (id) => pick(world.statements.topics?.list.find((t) => t.id === id)?.name) || id,
    line: (id) => pick([...world.statements.lines.values()].find((l) => l.named?.scenario === id)?.card.name) || id,
    who: (address) => names.say(address, pick, say, true),
    time: (ms) => clockWords(ms, start),
  };
}

/** All that a line waits for, in one phrase: what must come before, how long after, and its condition. */
export function waitsForWords(entry: Pick2<Entry, 'when' | 'after' | 'waits'>, terms: Terms, say: Say): string {
  const parts: string[] = [];
  if (entry.after) {
    const after = entry.after;
    const cause = after.event ? terms.number(after.event) : after.milestone ? terms.milestone(after.milestone) : '';
    if (cause)
      parts.push(after.delay > 0 ? say('condition.afterBy', { cause, count: minutes(after.delay) }) : say('condition.after', { cause }));
  }
  if (entry.when) parts.push(conditionWords(entry.when, terms, say));
  return parts.join(say('condition.and'));
}
type Pick2<T, K extends keyof T> = { readonly [P in K]?: T[P] };
