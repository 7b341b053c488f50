import { isPast, type Ms, type World } from '@entente/engine';
import { dueOf, type Matter, proceeding } from '@entente/engine/consultation';
import type { Words } from '../../../i18n/words.ts';
import { contestedIn, needsOf, textOf } from '../matters/needs.ts';

export interface NeedWords {
  readonly t: Words;
  /** Short names of parties in a list: “K and U”. */
  readonly parties: (parties: readonly string[]) => string;
  readonly time: (at: Ms) => string;
}

/** What is still needed before there is an outcome, as control reads it: of whom, and what follows; of a closed matter, that nothing is. */
export function stillNeeded(world: World, matter: Matter, now: Ms, { t, parties, time }: NeedWords): string {
  const { closed, card } = matter;
  if (closed) return t('needs.nothing', { outcome: t(`outcome.${closed.outcome}`), time: time(closed.at) });
  const m = proceeding(world, matter);
  if (!m) return '';
  const due = dueOf(matter);
  if (card.procedure === 'silence') return t('needs.silence', { time: time(due ?? now) });
  const past = isPast(due, now);
  const said = needsOf(matter, m, now).flatMap(({ what, from }) => {
    if (from.length === 0) return [];
    const late = past && (what === 'position' || what === 'acknowledgement');
    return [t(`needs.${what}${late ? 'Late' : ''}`, { who: parties(from) })];
  });
  const open = contestedIn(textOf(world, matter));
  const wording = open.length > 0 ? [t('needs.wording', { count: open.length, numbers: open.join(', ') })] : [];
  const all = [...wording, ...said];
  return all.length > 0 ? all.join(' ') : t('needs.nobody');
}
