import { ranBetween } from '../clock/clock.ts';
import { current, openBrackets } from '../consultation/brackets.ts';
import { actsOf } from '../consultation/matters.ts';
import { AGREED } from '../consultation/words.ts';
import type { Id, Ms } from '../fact.ts';
import type { World } from '../world.ts';
import { apart, knownRedLine, toldScore } from './assessment.ts';
import type { Board } from './language.ts';

/**
 * What a world tells of planning together. Times are scenario ms. What a side only keeps for itself counts for nobody, so that all
 * who sit at a board have the same figures; that a plan is needed is known to lead control alone.
 */
export interface BoardFigures {
  readonly board: Id;
  /** What the scenario calls it; of one that was opened meanwhile, and for all but lead control: absent. */
  readonly scenario?: string;
  /** When the need for a plan showed. */
  readonly needed: Ms | null;
  /** From the need to the plan that all agreed to, time that ran; null while one of them is missing. */
  readonly toSigned: Ms | null;
  /** Put on the board, dropped ones too. */
  readonly options: number;
  /** Of which at least two sides told a score. */
  readonly compared: number;
  /** Scores told by two sides that stand two or more from each other. */
  readonly apart: number;
  readonly plans: readonly PlanFigures[];
}
export interface PlanFigures {
  readonly text: Id;
  readonly option: Id;
  readonly versions: number;
  /** When all agreed to it; null: they did not. */
  readonly agreed: Ms | null;
  readonly dissent: Dissent;
}
/** What stood against a plan, as far as it was told. */
export interface Dissent {
  /** Wordings that still stand beside the text. */
  readonly brackets: number;
  /** Wordings that stood beside it for a time, until they were taken or dropped. */
  readonly settled: number;
  /** Sides that told a red line against its option. */
  readonly redLines: number;
  /** Reservations in the matters on it. */
  readonly reservations: number;
  /** Refusals and objections in them. */
  readonly refusals: number;
}
const REFUSE: readonly string[] = ['refuse', 'object', 'decline'];

/** The figures of every board, in the order in which they were opened. */
export function planningFigures(world: World): readonly BoardFigures[] {
  return [...world.planning.boards.values()].map((board) => boardFigures(world, board));
}

function boardFigures(world: World, { id, forum, named, needed }: Board): BoardFigures {
  const members = (world.consultation.forums.get(forum)?.card.members ?? []).map((m) => m.party);
  const options = [...world.planning.options.values()].filter((o) => o.board === id);
  const criteria = [...world.planning.criteria.values()].filter((c) => c.board === id);
  const told = (party: string, option: Id): boolean => criteria.some((c) => toldScore(world, party, option, c.id).score !== undefined);
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
  const plans = [...world.planning.drafted].flatMap(([text, { option }]) =>
    options.some((o) => o.id === option) ? [planFigures(world, text, option, members)] : [],
  );
  const agreed = Math.min(...plans.flatMap((p) => p.agreed ?? []));
  return {
    board: id,
    ...(named ? { scenario: named.scenario } : {}),
    needed: needed?.at ?? null,
    toSigned: needed && Number.isFinite(agreed) ? ranBetween(world, Math.min(needed.at, agreed), agreed) : null,
    options: options.length,
    compared: options.filter((o) => members.filter((m) => told(m, o.id)).length > 1).length,
    // By what was told: nobody’s own world knows more of the others.
    apart: pairs.reduce((sum, [a, b]) => sum + apart(world, id, a, b, NOBODY).filter((x) => x.by >= 2).length, 0),
    plans,
  };
}
/** The view of no side: of everybody it has what was told. */
const NOBODY = '';

function planFigures(world: World, text: Id, option: Id, members: readonly string[]): PlanFigures {
  const of = world.consultation.texts.get(text);
  const matters = [...world.consultation.matters.values()].filter((m) => m.on?.of === text);
  const agreed = matters.flatMap(({ closed }) => (closed && AGREED.includes(closed.outcome) ? [closed.at] : []));
  const acts = (types: readonly string[]): number => matters.flatMap(actsOf).filter((a) => types.includes(a.type)).length;
  return {
    text,
    option,
    versions: of ? current(of).version : 0,
    agreed: agreed.length > 0 ? Math.min(...agreed) : null,
    dissent: {
      brackets: of ? openBrackets(of).length : 0,
      settled: of ? of.brackets.length - openBrackets(of).length : 0,
      redLines: members.filter((m) => knownRedLine(world, m, option, NOBODY) !== undefined).length,
      reservations: acts(['reserve']),
      refusals: acts(REFUSE),
    },
  };
}
