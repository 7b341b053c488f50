import type { Text, World } from '@entente/engine';
import { isStatement, saidById } from '../said/look.ts';

/** What somebody said, or the headline of a report. */
export const titleOf = (world: World, id: string): Text => {
  const said = saidById(world, id);
  return said && isStatement(said) ? said.card.text : ((said?.card as { title?: Text } | undefined)?.title ?? '');
};
