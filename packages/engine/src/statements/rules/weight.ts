import { RANKS } from '../../kinds.ts';
import type { StatementCard } from '../cards.ts';

/** What a word weighs against the one that it puts right; `least`: nobody stands for it by name. */
export type Weight = 'as-much' | 'less' | 'least';
type Spoken = Pick<StatementCard, 'rank' | 'attribution'>;

/**
 * Rule A10: an unnamed official on background repairs less than a head of government on the record. It closes what it puts right
 * all the same: that is read from claims alone.
 */
export function weighs(repair: Spoken, of: Spoken): Weight {
  if (repair.attribution !== 'on-record' && of.attribution === 'on-record') return 'least';
  return RANKS.indexOf(repair.rank) <= RANKS.indexOf(of.rank) ? 'as-much' : 'less';
}
