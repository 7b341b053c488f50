import { type Case, holding, type Laws, NOBODY, same } from './case.ts';
import { delegation, forumOf, side, table } from './consultation.ts';
import type { Address } from './people.ts';

/** The law of plans: options, plans and what comes of them are the forum’s; what a side thinks of them, and does besides, its own. */

interface Score {
  readonly option: string;
  readonly criterion: string;
  readonly version: number;
  readonly score: number;
}
interface Told {
  readonly scores: readonly Score[];
  readonly reasons: readonly { readonly option: string; readonly criterion: string; readonly text: unknown }[];
  readonly weights: readonly { readonly criterion: string; readonly weight: string }[];
  readonly redLines: readonly { readonly option: string; readonly text: unknown }[];
}
interface Kept {
  readonly score?: number;
  readonly version?: number;
  readonly reason?: unknown;
  readonly weight?: string;
  readonly text?: unknown;
}
const LEAD = ['control'];
const facts = (c: Case): Readonly<Record<string, never>> => c.event as unknown as Readonly<Record<string, never>>;

/** The last that a side had kept for itself before. */
function kept(c: Case, type: string, party: string, where: Readonly<Record<string, string>>): Kept | undefined {
  const all = c.past.all(type).map((l) => l.event as unknown as Readonly<Record<string, unknown>>);
  return all.findLast((e) => e.party === party && Object.entries(where).every(([key, id]) => e[key] === id)) as Kept | undefined;
}

/** What is told is what was kept, and was ticked: each by itself. */
function told(c: Case): string | undefined {
  const { told: said, party } = facts(c) as unknown as { told: Told; party: string };
  const at = ({ option, criterion }: { option: string; criterion: string }) => kept(c, 'ScoreKept', party, { option, criterion });
  const ticked = c.act?.command as unknown as Readonly<Record<keyof Told, readonly unknown[]>> | undefined;
  const isTicked = (part: keyof Told, one: unknown): boolean => ticked === undefined || (ticked[part] ?? []).some((t) => same(t, one));
  for (const { score, version, ...cell } of said.scores) {
    const own = at(cell);
    if (!same([own?.score, own?.version], [score, version])) return 'it tells a score that its side does not keep';
    if (!isTicked('scores', cell)) return 'it tells a score that nobody ticked';
  }
  for (const { text, ...cell } of said.reasons)
    if (!same(at(cell)?.reason, text) || !isTicked('reasons', cell)) return 'it tells a reason that nobody ticked';
  for (const { weight, criterion } of said.weights)
    if (!same(kept(c, 'WeightKept', party, { criterion })?.weight, weight) || !isTicked('weights', criterion))
      return 'it tells a weight that nobody ticked';
  for (const { text, option } of said.redLines)
    if (!same(kept(c, 'RedLineKept', party, { option })?.text, text) || !isTicked('redLines', option))
      return 'it tells a red line that nobody ticked';
  return undefined;
}

/** The seat that leads a task: as the plan says, or to whom it was handed over last. */
function leadOf(c: Case, task: unknown): Address {
  const handed = c.past.all('StepHandedOver').findLast((l) => (l.event as unknown as { task: string }).task === task)?.event;
  if (handed) return (handed as unknown as { to: Address }).to;
  const given = c.past.line(String(task))?.event as unknown as { terms?: { lead?: Address } } | undefined;
  return given?.terms?.lead ?? '';
}

/** The delegation of the side that leads it. */
function leads(c: Case): readonly Address[] {
  const forum = forumOf(c);
  const lead = leadOf(c, facts(c).task);
  return forum?.members.find((m) => m.seats.includes(lead))?.seats ?? NOBODY;
}
/** The forum, where its lead reports. */
const byLead = (c: Case): readonly Address[] => (leadOf(c, facts(c).task) === c.event.by ? table(c) : NOBODY);

const forum = { says: 'the forum', to: table };
const own = { says: 'the own delegation', to: side };
const lead = { says: 'lead control', to: () => LEAD };
const reported = { says: 'the forum, where its lead reports', to: byLead };
const leading = { says: 'the delegation of the side that leads the step', to: leads };

export const PLANNING: Laws = {
  BoardOpened: forum,
  BoardNamed: lead,
  PlanNeeded: lead,
  CriterionSet: forum,
  CriterionTaken: forum,
  CriterionDropped: forum,
  CriterionNamed: lead,
  OptionTabled: forum,
  OptionChanged: forum,
  OptionDropped: forum,
  OptionNamed: lead,
  ScoreKept: own,
  WeightKept: own,
  RedLineKept: own,
  AssessmentTold: { ...forum, carries: told },
  ScoresAsked: forum,
  PlanDrafted: forum,
  StepsNamed: lead,
  OwnStepKept: own,
  OwnStepMarked: own,
  AnnexLinked: {
    says: 'those of the own delegation who hold the item',
    to: (c) => (side(c) === NOBODY ? NOBODY : holding(c, side(c), String(facts(c).item))),
  },
};

/** True if the sides have agreed to a text. */
function isAgreed(c: Case, text: unknown): boolean {
  const on = c.past.all('MatterOnText').map((l) => l.event as unknown as { matter: string; on: { of: string } });
  const closed = c.past.all('MatterClosed').map((l) => l.event as unknown as { matter: string; outcome: string });
  const agreed = closed.filter((e) => ['agreed', 'adopted', 'signed'].includes(e.outcome)).map((e) => e.matter);
  return on.some((e) => e.on.of === text && agreed.includes(e.matter));
}

export const EXECUTION: Laws = {
  PlanActivated: {
    says: 'the forum: made active by a chair once all have agreed, or by lead control, and then it says if they have not',
    to: (c) => {
      const { by, of, unsigned } = facts(c) as unknown as { by: Address; of: string; unsigned?: true };
      const chairs = forumOf(c)?.chairs.flatMap((p) => delegation(forumOf(c), p)) ?? [];
      if (isAgreed(c, of) === (unsigned === true)) return NOBODY;
      return by === 'control' || (chairs.includes(by) && unsigned === undefined) ? table(c) : NOBODY;
    },
  },
  TaskGiven: forum,
  TaskNamed: lead,
  StepWaits: leading,
  StepFreed: leading,
  WordGiven: {
    says: 'the forum, where the side on whose word it begins gives it',
    to: (c) => {
      const { party, task } = facts(c) as unknown as { party: string; task: string };
      const given = c.past.line(task)?.event as unknown as { terms?: { word?: string } } | undefined;
      return given?.terms?.word === party ? table(c) : NOBODY;
    },
  },
  StepStarted: reported,
  StepReported: reported,
  StepBlocked: reported,
  StepUnblocked: reported,
  StepDone: reported,
  StepFailed: reported,
  StepHandedOver: reported,
  StepOverdue: forum,
  StepHindered: leading,
  HindranceLifted: leading,
};
