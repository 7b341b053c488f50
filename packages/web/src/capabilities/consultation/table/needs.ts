import type { Ms } from '@entente/engine';
import { dueOf, type TableText } from '@entente/engine/consultation';
import type { Words } from '../../../i18n/words.ts';
import { contestedIn, needsOf } from '../matters/needs.ts';
import { type At, isVeiled } from './sits.ts';

/** Ways to put things into one sentence of the reader’s language. */
export interface Wording {
  readonly t: Words;
  readonly parties: (parties: readonly string[]) => string;
  readonly list: (words: readonly string[]) => string;
  readonly seconds: (at: Ms) => string;
}

/** What is still needed before there is an outcome, as a member reads it: in one sentence, of the own side first. */
export function stillNeeded(at: At, text: TableText | undefined, now: Ms, { t, parties, list, seconds }: Wording): string {
  const { matter, m, member } = at;
  const { procedure } = matter.card;
  if (procedure === 'silence') {
    const what = matter.on ? t('version', { n: matter.on.version }) : t('needs.proposal');
    return t('needs.silence', { what, time: seconds(dueOf(matter) ?? now) });
  }
  const needs = needsOf(matter, m, now);
  const own = needs.filter((n) => n.from.includes(member.party)).map((n) => t(`needs.own.${n.what}`));
  if (isVeiled(at)) return t(own.length > 0 ? 'needs.veiled.mine' : 'needs.veiled.none', { what: list(own) });
  const others = needs.flatMap((n) => {
    const from = n.from.filter((p) => p !== member.party);
    return from.length > 0 ? [t(`needs.of.${n.what}`, { who: parties(from) })] : [];
  });
  const contested = contestedIn(text);
  const wording = contested.length > 0 ? [t('needs.wording', { count: contested.length, numbers: contested.join(', ') })] : [];
  const items = [...own, ...others, ...wording];
  if (items.length === 0) return t('needs.nothing');
  return `${t('needs.sentence', { what: list(items) })} ${t(`needs.then.${procedure}`)}`;
}
