import type { Text } from '../fact.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import { rulesOf } from './desk.ts';
import type { PressDraft } from './desk-language.ts';
import { saysLine } from './lines.ts';
import { type Hindrance, hinders, wordedIn, wordsIn } from './standing.ts';

/** What a draft says, in all languages in which it is worded. */
export const textOf = (draft: PressDraft): Text =>
  Object.fromEntries(wordedIn(draft).map((language) => [language, wordsIn(draft, language)?.text ?? '']));

/** What keeps a draft from being published, in any world that holds it; undefined: nothing does. */
export function mayPublish(world: World, draft: PressDraft): Hindrance | undefined {
  const roster = rosterOfWorld(world);
  if (!roster) return undefined;
  const rules = rulesOf(world, roster, draft.card.party);
  const line = world.statements.lines.get(draft.links.find((l) => l.how === 'line')?.to ?? '');
  // Rule D8: a line word for word is cleared already.
  return hinders(draft, wordedIn(draft).length > 0 && saysLine(line, textOf(draft)) ? { ...rules, clearers: [] } : rules);
}
