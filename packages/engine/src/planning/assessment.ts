import type { Id } from '../fact.ts';
import type { World } from '../world.ts';
import { optionsOn } from './board.ts';
import type { Criterion, KeptRedLine, KeptScore, KeptWeight, PlanOption, Score, Ticked, Told, Weight } from './language.ts';

/** What a side thinks of options, and what it told. A side’s own world holds its own; of others it holds what they told. */

/** What a side keeps for an option and a criterion now; undefined if nothing. */
export function scoreKept(world: World, party: string, option: Id, criterion: Id): KeptScore | undefined {
  const last = world.planning.scores.findLast((s) => s.party === party && s.option === option && s.criterion === criterion);
  return last?.score === undefined ? undefined : last;
}
export function weightKept(world: World, party: string, criterion: Id): KeptWeight | undefined {
  const last = world.planning.weights.findLast((w) => w.party === party && w.criterion === criterion);
  return last?.weight === undefined ? undefined : last;
}
export function redLineKept(world: World, party: string, option: Id): KeptRedLine | undefined {
  const last = world.planning.redLines.findLast((r) => r.party === party && r.option === option);
  return last?.text === undefined ? undefined : last;
}

/** What the others would get of what is ticked: what is not kept is not told. The event says this, and nothing else. */
export function toldOf(world: World, party: string, { scores, reasons, weights, redLines }: Ticked): Told {
  const kept = (at: { readonly option: Id; readonly criterion: Id }) => scoreKept(world, party, at.option, at.criterion);
  return {
    scores: scores.flatMap((at): Score[] => {
      const own = kept(at);
      return own?.score === undefined ? [] : [{ ...at, version: own.version, score: own.score }];
    }),
    reasons: reasons.flatMap((at) => {
      const text = kept(at)?.reason;
      return text === undefined ? [] : [{ ...at, text }];
    }),
    weights: weights.flatMap((criterion) => {
      const weight = weightKept(world, party, criterion)?.weight;
      return weight === undefined ? [] : [{ criterion, weight }];
    }),
    redLines: redLines.flatMap((option) => {
      const text = redLineKept(world, party, option)?.text;
      return text === undefined ? [] : [{ option, text }];
    }),
  };
}

/** True if nothing is told. */
export const isNothing = (told: Told): boolean => Object.values(told).every((part) => part.length === 0);

/** What this world knows of what a side thinks: of the own side what it keeps, of another what it told. */
export interface Known {
  readonly score?: number | undefined;
  readonly reason?: Told['reasons'][number]['text'] | undefined;
  /** The version of the option that was read. */
  readonly version?: number | undefined;
}
/** `own`: the side that this world belongs to; absent for lead control, which has what all keep. */
export function knownScore(world: World, party: string, option: Id, criterion: Id, own: string | undefined): Known {
  if (own === undefined || own === party) {
    const kept = scoreKept(world, party, option, criterion);
    return { score: kept?.score, reason: kept?.reason, version: kept?.version };
  }
  return toldScore(world, party, option, criterion);
}
/** What a side has told of an option and a criterion; the last counts, part by part. */
export function toldScore(world: World, party: string, option: Id, criterion: Id): Known {
  const here = (s: { readonly option: Id; readonly criterion: Id }) => s.option === option && s.criterion === criterion;
  const told = world.planning.told.filter((t) => t.party === party);
  const score = told.flatMap((t) => t.told.scores.filter(here)).at(-1);
  const reason = told.flatMap((t) => t.told.reasons.filter(here)).at(-1);
  return { score: score?.score, reason: reason?.text, version: score?.version };
}
export function knownWeight(world: World, party: string, criterion: Id, own: string | undefined): Weight | undefined {
  if (own === undefined || own === party) return weightKept(world, party, criterion)?.weight;
  const told = world.planning.told.filter((t) => t.party === party);
  return told.flatMap((t) => t.told.weights.filter((w) => w.criterion === criterion)).at(-1)?.weight;
}
export function knownRedLine(
  world: World,
  party: string,
  option: Id,
  own: string | undefined,
): Told['redLines'][number]['text'] | undefined {
  if (own === undefined || own === party) return redLineKept(world, party, option)?.text;
  const told = world.planning.told.filter((t) => t.party === party);
  return told.flatMap((t) => t.told.redLines.filter((r) => r.option === option)).at(-1)?.text;
}

/** How much a weight counts in an order. */
export const COUNTS: Readonly<Record<Weight, number>> = { high: 3, medium: 2, low: 1 };

/** An option’s place in an order. */
export interface Ranked {
  readonly option: Id;
  /** From 1; level options share the better place. */
  readonly place: number;
  /** The average of the scores, each counted by its weight, from 1 to 5. */
  readonly average: number;
  /** True if a red line that this world knows of stands against it. */
  readonly redLine: boolean;
}

/**
 * How options stand by the scores of `scores` under the weights of `weights`, over what this world holds: only options of which it
 * has a score and a weight for every criterion that counts. Where no weight is known, none of them has a place.
 */
export function ranking(world: World, board: Id, scores: string, weights: string, own: string | undefined): readonly Ranked[] {
  const criteria = criteriaOf(world, board).flatMap((c) => {
    const weight = knownWeight(world, weights, c.id, own);
    return weight === undefined ? [] : [{ id: c.id, counts: COUNTS[weight] }];
  });
  if (criteria.length < criteriaOf(world, board).length || criteria.length === 0) return [];
  const whole = criteria.reduce((sum, c) => sum + c.counts, 0);
  const found = optionsOn(world, board).flatMap(({ id }) => {
    const all = criteria.map((c) => ({ ...c, score: knownScore(world, scores, id, c.id, own).score }));
    if (all.some((c) => c.score === undefined)) return [];
    // Compared in whole numbers: averages that are level stay level.
    const sum = all.reduce((total, c) => total + (c.score as number) * c.counts, 0);
    return [{ option: id, sum, redLine: knownRedLine(world, scores, id, own) !== undefined }];
  });
  return found
    .map(({ option, sum, redLine }) => ({ option, place: 1 + found.filter((o) => o.sum > sum).length, average: sum / whole, redLine }))
    .sort((a, b) => a.place - b.place);
}

/** How far two sides’ scores are from each other at one criterion of one option, as far as this world knows both. */
export interface Apart {
  readonly option: Id;
  readonly criterion: Id;
  readonly by: number;
}
export function apart(world: World, board: Id, a: string, b: string, own: string | undefined): readonly Apart[] {
  return optionsOn(world, board).flatMap(({ id: option }) =>
    criteriaOf(world, board).flatMap(({ id: criterion }) => {
      const [one, other] = [a, b].map((party) => knownScore(world, party, option, criterion, own).score);
      return one === undefined || other === undefined ? [] : [{ option, criterion, by: Math.abs(one - other) }];
    }),
  );
}

/** Where a side owes a reason: its score stands two or more from what another told, and it has written none. */
export function reasonsAsked(world: World, board: Id, party: string, others: readonly string[]): readonly Apart[] {
  return others
    .filter((other) => other !== party)
    .flatMap((other) => apart(world, board, party, other, party))
    .filter(({ option, criterion, by }) => by >= 2 && scoreKept(world, party, option, criterion)?.reason === undefined);
}

/** A change of one weight after which another option is first. */
export interface Turn {
  readonly criterion: Id;
  readonly weight: Weight;
  readonly first: readonly Id[];
}
/** What would turn a side’s order: by one weight of its own, its scores as they are. */
export function turns(world: World, board: Id, party: string): readonly Turn[] {
  const criteria = criteriaOf(world, board);
  const first = (of: readonly Ranked[]): Id[] => of.filter((r) => r.place === 1).map((r) => r.option);
  const now = first(ranking(world, board, party, party, party));
  if (now.length === 0) return [];
  const hand = { src: '', at: 0, party, by: '' };
  return criteria.flatMap(({ id: criterion }) =>
    (Object.keys(COUNTS) as Weight[])
      .filter((weight) => weight !== weightKept(world, party, criterion)?.weight)
      .flatMap((weight): Turn[] => {
        const weights = [...world.planning.weights, { ...hand, criterion, weight }];
        const then = first(ranking({ ...world, planning: { ...world.planning, weights } }, board, party, party, party));
        return then.some((o) => !now.includes(o)) ? [{ criterion, weight, first: then }] : [];
      }),
  );
}

/** The criteria that count: the scenario’s, and those that every member has taken. */
export function criteriaOf(world: World, board: Id): readonly Criterion[] {
  const forum = world.consultation.forums.get(world.planning.boards.get(board)?.forum ?? '');
  const members = (forum?.card.members ?? []).map((m) => m.party);
  return [...world.planning.criteria.values()].filter((c) => c.board === board && counts(c, members));
}
/** True if a criterion counts: it is the scenario’s, or every member stands by it. */
export const counts = (criterion: Criterion, members: readonly string[]): boolean =>
  !criterion.dropped && members.every((party) => isBy(criterion, party));
/** True if a side stands by a criterion: it is the scenario’s, or its own, or it has taken it. */
export const isBy = ({ party, taken }: Criterion, who: string): boolean =>
  party === undefined || party === who || taken.some((t) => t.party === who);

/** True if a side has a score for every option and criterion: nothing is asked of it any more. */
export function isAssessed(world: World, board: Id, party: string): boolean {
  const scored = (option: PlanOption): boolean =>
    criteriaOf(world, board).every((c) => scoreKept(world, party, option.id, c.id) !== undefined);
  return optionsOn(world, board).every(scored);
}
