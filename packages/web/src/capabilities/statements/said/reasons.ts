import type { World } from '@entente/engine';
import { claimsOf } from '@entente/engine/statements';
import type { SaidFlag } from './chart.ts';
import { isStatement, saidById } from './look.ts';
import type { SaidWords } from './useSaidWords.ts';

/** Why a flag is raised, in sentences: who said what of which topic, and why that does not go together. */
export function reasonsOf(world: World, flag: SaidFlag, side: string | undefined, w: SaidWords): string[] {
  const { t, topic, pick } = w;
  const { said, with: other, topics } = flag;
  const stance = (id: string, of: string) => claimed(world, id, side)?.find((c) => c.topic === of)?.stance ?? 'open';
  const says = (id: string, of: string): string => t(`says.${stance(id, of)}`);
  const values = {
    a: whose(world, other, w),
    b: whose(world, said, w),
    topic: topic(topics.said),
    topicA: topic(topics.with),
    topicB: topic(topics.said),
    saysA: says(other, topics.with),
    saysB: says(said, topics.said),
    stance: t(`stance.${stance(said, topics.said)}`),
  };
  if (flag.flag === 'off-line') {
    const line = world.statements.lines.get(other);
    const of = line?.card.claims.find((c) => c.topic === topics.said)?.stance ?? 'open';
    return [t('reason.off-line', { ...values, line: pick(line?.card.name), saysB: t(`says.${of}`), saysA: says(said, topics.said) })];
  }
  if (flag.flag !== 'ambiguous') return [t(`reason.${flag.flag}`, values)];
  const term = termNamed(world, flag.term);
  const called = pick(term?.name) || flag.term || topic(topics.said);
  if (flag.why === 'two-meanings') return [t('reason.twoMeanings', { term: called })];
  const mistaken = term?.topic === topics.said ? topics.with : topics.said;
  return [t('reason.ambiguous', values), t('reason.mistaken', { term: called, topic: topic(mistaken) })];
}

function claimed(world: World, id: string, side: string | undefined) {
  const said = saidById(world, id);
  return said && claimsOf(world, said, side);
}

/** A term as far as this world tells of it: its name, the topic that it names, what each side means by it. */
export function termNamed(world: World, id: string | undefined) {
  const term = id === undefined ? undefined : world.statements.terms.get(id);
  if (!term) return undefined;
  const known = term.planned ?? term.told.at(-1) ?? term.agreed.at(-1) ?? [...term.meanings.values()][0];
  return known && { name: known.name, topic: known.topic, meanings: term.meanings, agreed: term.agreed };
}

function whose(world: World, id: string, w: SaidWords): string {
  const said = saidById(world, id);
  if (!said) return '';
  if (!isStatement(said)) return w.who(said.card.outlet);
  return w.letters(said.card.parties ?? [said.card.party]);
}
