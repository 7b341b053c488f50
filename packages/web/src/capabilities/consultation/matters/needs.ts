import { isPast, type Ms, type World } from '@entente/engine';
import {
  current,
  dueOf,
  type Matter,
  type Need,
  openBrackets,
  procedureOf,
  proceeding,
  type TableText,
} from '@entente/engine/consultation';
import type { Words } from '../../../i18n/words.ts';

/** What is said of a matter in one line, in the words that stand alike in tables, review and report. */

export interface NeedWords {
  readonly t: Words;
  /** Short names of parties in a list: “K and U”. */
  readonly parties: (parties: readonly string[]) => string;
  readonly time: (at: Ms) => string;
}

/** What kind of matter it is: its form where it has one, else its procedure. */
export const kindOf = ({ card }: Matter): string => (card.procedure === 'consultation' ? (card.form ?? 'exchange') : card.procedure);

/** What is still needed before there is an outcome, from the procedure’s own rules; of a closed one, that nothing is. */
export function stillNeeded(world: World, matter: Matter, now: Ms, { t, parties, time }: NeedWords): string {
  const { closed, card } = matter;
  if (closed) return t('needs.nothing', { outcome: t(`outcome.${closed.outcome}`), time: time(closed.at) });
  const m = proceeding(world, matter);
  if (!m) return '';
  const due = dueOf(matter);
  if (card.procedure === 'silence') return t('needs.silence', { time: time(due ?? now) });
  const past = isPast(due, now);
  const said = chainOf(procedureOf(matter).needs(m, now)).flatMap(({ what, from }) => {
    if (from.length === 0) return [];
    const late = past && (what === 'position' || what === 'acknowledgement');
    return [t(`needs.${what}${late ? 'Late' : ''}`, { who: parties(from) })];
  });
  const text = textOf(world, matter);
  const open = text ? placesOf(text) : [];
  const wording = open.length > 0 ? [t('needs.wording', { count: open.length, numbers: open.join(', ') })] : [];
  const all = [...wording, ...said];
  return all.length > 0 ? all.join(' ') : t('needs.nobody');
}

/** What is needed, and what besides. */
const chainOf = (need: Need): Need[] => [need, ...(need.besides ? chainOf(need.besides) : [])];

/** The text that a matter is about. */
export const textOf = (world: World, matter: Matter): TableText | undefined => matter.on && world.consultation.texts.get(matter.on.of);

/** The numbers of paragraphs with open brackets; a new one has none yet. */
function placesOf(text: TableText): string[] {
  const { paragraphs } = current(text);
  const places = new Set(openBrackets(text).map((b) => paragraphs.findIndex((p) => p.id === b.wording.paragraph) + 1));
  return [...places].sort((a, b) => a - b).map((n) => (n === 0 ? '+' : String(n)));
}

/** A digest as people compare it: eight characters. */
export const eight = (digest: string): string => `${digest.slice(0, 4)} ${digest.slice(4, 8)}`.toUpperCase();
