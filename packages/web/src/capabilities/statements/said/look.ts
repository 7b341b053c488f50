import type { Ms, World } from '@entente/engine';
import { chains, claimsOf, type Report, type Statement, saidInPublic, type Verdict, verdicts } from '@entente/engine/statements';
import type { FlagKind, SaidFlag, SaidLook, SaidThing } from './chart.ts';

const FLAGS: readonly string[] = ['contradictory', 'ambiguous', 'off-line', 'misquotation', 'inference'] satisfies FlagKind[];

/** What an edition holds of what was said in public, as the chart takes it. `side`: the party whose it is; absent for lead control’s. */
export function lookOf(world: World, now: Ms, side: string | undefined): SaidLook {
  const said = saidInPublic(world).flatMap((p): (Statement | Report)[] =>
    p.kind === 'statement' ? [p.statement] : p.kind === 'report' ? [p.report] : [],
  );
  return {
    parties: (world.seats.exercise?.parties ?? []).map((p) => p.id),
    topics: (world.statements.topics?.list ?? []).map((t) => t.id),
    things: said.map((s) => thingOf(world, s, side)),
    flags: flagsOf(world, side),
    lines: [...world.statements.lines.values()]
      .filter((l) => l.card.use === 'line' && l.card.agreed.length > 1)
      .map(({ id, at, card }) => ({ id, at, parties: card.agreed, claims: card.claims })),
    now,
  };
}

/** What is flagged, in the order in which it opened; dismissed ones too. */
export function flagsOf(world: World, side?: string): SaidFlag[] {
  const all = verdicts(world, side);
  const repairs = new Map(chains(world, side, all).map((c) => [c.of.key, c.repairs.filter((r) => r.kind !== 'outlet')]));
  return all.flatMap((v) =>
    flagOf(world, v, side).map((f) => {
      const own = repairs.get(f.key) ?? [];
      return {
        ...f,
        steps: own.filter((r) => !r.closes),
        firstAfter: own[0]?.after,
        closedAfter: own.find((r) => r.closes)?.after,
        closedWeighs: own.find((r) => r.closes)?.weighs,
      };
    }),
  );
}

/** How long a flag stood, or has stood until now, without what jumps passed over. */
export const lasted = ({ opened, closed, closedAfter }: SaidFlag, { look, ran }: Told): Ms =>
  closedAfter ?? ran(opened, closed?.at ?? look.now);
interface Told {
  readonly look: Pick<SaidLook, 'now'>;
  readonly ran: (from: Ms, to: Ms) => Ms;
}

/** Whose statement it is. */
export const partiesOf = ({ card }: Statement): readonly string[] => card.parties ?? [card.party];
export const isStatement = (said: Statement | Report): said is Statement => 'party' in said.card;
export const saidById = (world: World, id: string): Statement | Report | undefined =>
  world.statements.statements.get(id) ?? world.statements.reports.get(id);

function thingOf(world: World, said: Statement | Report, side: string | undefined): SaidThing {
  const linked = (how: string): string[] => said.links.filter((l) => l.how === how).map((l) => l.to);
  return {
    id: said.id,
    at: said.at,
    parties: isStatement(said) ? partiesOf(said) : [],
    outlet: isStatement(said) ? undefined : said.card.outlet,
    claims: claimsOf(world, said, side),
    corrects: linked('corrects'),
    reads: linked('reads'),
  };
}

/** A flag with the topic of each of the two: they part on one, or on two that are taken for each other. */
function flagOf(
  world: World,
  { key, flag, said, with: other, topics, reason, opened, closed, judged }: Verdict,
  side: string | undefined,
): SaidFlag[] {
  const spoken = (id: string): readonly string[] => {
    const thing = saidById(world, id);
    return (thing && claimsOf(world, thing, side)?.map((c) => c.topic)) ?? [];
  };
  const own = topics.find((t) => spoken(said).includes(t)) ?? topics[0];
  if (!FLAGS.includes(flag) || own === undefined) return [];
  const theirs = topics.find((t) => t !== own && spoken(other).includes(t)) ?? own;
  const { why, term } = reason;
  return [
    {
      key,
      flag: flag as FlagKind,
      said,
      with: other,
      topics: { said: own, with: theirs },
      on: topics,
      why,
      term,
      opened,
      closed,
      right: judged?.right,
    },
  ];
}
