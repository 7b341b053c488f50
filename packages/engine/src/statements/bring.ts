import type { Address } from '../audience.ts';
import { grained } from '../clock/grain.ts';
import type { Id, Text } from '../fact.ts';
import type { Context, Draft } from '../room.ts';
import type { SaidPlan, StatementsState } from './language.ts';
import { toldOf } from './press.ts';
import { say } from './speak.ts';

/** What an inject brings of what is said in public: a statement, a report, an outlet’s question; and that a term is easily mistaken. */

interface How {
  /** The inject’s own words, where the scenario gives none. */
  readonly title: Text;
  readonly text: Text;
  readonly to: readonly Address[];
  readonly inject: Id;
  /** None, where what it brings is all that there is. */
  readonly delivery?: Id | undefined;
  /** The first delivery of its inject. */
  readonly first: boolean;
}

export function bringSaid(ctx: Context, name: string, how: How): Draft[] {
  const found = ctx.world.statements.plans.get(name);
  if (!found) return [];
  const { plan } = found;
  // What is public is said once, whoever else gets the inject.
  if (plan.is !== 'question' && (found.brought || !how.first)) return [];
  const { said, drafts } =
    plan.is === 'statement' ? statement(ctx, plan, how) : plan.is === 'report' ? report(ctx, plan, how) : question(ctx, plan, how);
  const reached = plan.is === 'question' ? toldOf(ctx, how.to) : ['public'];
  return [
    ...drafts,
    ...(how.delivery === undefined ? [] : [brought(ctx, said, how.delivery, how.to, reached)]),
    { event: { type: 'SaidBrought', plan: name, said, inject: how.inject }, to: ['control'] },
  ];
}

/** To those who have both, though neither is on record yet. */
function brought(ctx: Context, said: Id, delivery: Id, to: readonly Address[], reached: readonly Address[]): Draft {
  const { viewers } = ctx.roster.audience(to);
  return { event: { type: 'SaidLinked', said, how: 'brought', to: delivery }, to: ctx.holdersAmong(reached, (v) => viewers.has(v)) };
}

/** True if an inject that goes to the public is nothing but what it brings: then nothing is delivered beside it. */
export function isSaidAlone(
  { statements }: Pick<Context['world'], 'statements'>,
  says: string | undefined,
  to: readonly Address[],
): boolean {
  const found = says === undefined || !to.includes('public') ? undefined : statements.plans.get(says);
  return found !== undefined && found.plan.is !== 'question' && !found.brought;
}

type Of<K extends SaidPlan['is']> = Extract<SaidPlan, { is: K }>;

function statement(ctx: Context, plan: Of<'statement'>, how: How) {
  const { card, claims } = plan;
  const own = ctx.world.statements;
  const by = card.by as Address;
  const party = card.party === '' ? (ctx.roster.partyOf(by) ?? '') : card.party;
  const line = plan.line === undefined ? undefined : lineNamed(own, plan.line);
  const made = say(ctx, {
    card: { ...card, party, by: card.attribution === 'on-record' ? by : undefined, text: card.text ?? how.text },
    by,
    line,
    corrects: broughtBy(own, plan.corrects),
  });
  return { said: made.said, drafts: [...made.drafts, ...heard(made.said, claims)] };
}

function report(ctx: Context, plan: Of<'report'>, how: How) {
  const own = ctx.world.statements;
  const { outlet, medium, title, text, claims } = plan;
  const said = ctx.id();
  const drafts: Draft[] = [
    {
      id: said,
      event: { type: 'ReportMade', card: { outlet, medium, title: title ?? how.title, text: text ?? how.text } },
      to: ['public'],
    },
  ];
  for (const name of plan.reads) {
    const to = broughtBy(own, name);
    if (to !== undefined) drafts.push({ event: { type: 'SaidLinked', said, how: 'reads', to }, to: ctx.holdersAmong(['public'], to) });
  }
  const corrects = broughtBy(own, plan.corrects);
  if (corrects !== undefined)
    drafts.push({ event: { type: 'SaidLinked', said, how: 'corrects', to: corrects }, to: ctx.holdersAmong(['public'], corrects) });
  return { said, drafts: [...drafts, ...heard(said, claims)] };
}

function question(ctx: Context, plan: Of<'question'>, how: How) {
  const { by, text, venue, within } = plan;
  const said = ctx.id();
  const due = within === undefined ? undefined : grained(ctx.now + within);
  const drafts: Draft[] = [
    { id: said, event: { type: 'QuestionPut', by, to: how.to, text: text ?? how.text, venue, due }, to: toldOf(ctx, how.to) },
  ];
  return { said, drafts };
}

function heard(said: Id, claims: Of<'statement'>['claims']): Draft[] {
  return claims === undefined ? [] : [{ event: { type: 'ClaimsHeard', said, claims }, to: ['control'] }];
}

function lineNamed(own: StatementsState, name: string): Id | undefined {
  return [...own.lines.values()].find((l) => l.named?.scenario === name)?.id;
}
const broughtBy = (own: StatementsState, name: string | undefined): Id | undefined =>
  name === undefined ? undefined : own.plans.get(name)?.brought?.said;

/** Tells those whom an inject reaches that terms are easily mistaken. */
export function bringPairs(ctx: Context, terms: readonly string[], to: readonly Address[]): Draft[] {
  return terms.flatMap((term): Draft[] => {
    const planned = ctx.world.statements.terms.get(term)?.planned;
    if (!planned) return [];
    const { name, topic, mistakenFor } = planned;
    return [{ event: { type: 'PairTold', term, name, topic, mistakenFor }, to }];
  });
}
