import type { Address } from '../audience.ts';
import { grained } from '../clock/grain.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import type { Context, Draft } from '../room.ts';
import type { SaidPlan, StatementsState } from './language.ts';
import { type Card, type Held, planFor } from './planned.ts';
import { toldOf } from './press.ts';
import { say } from './speak.ts';
import { refuse } from './voices.ts';

/**
 * What an inject brings of what is said in public: a statement, a report, an outlet’s question; and that a term is easily
 * mistaken. What goes to the public is a report where an outlet sends it, a statement where somebody does who speaks for a side.
 */

/** Nothing goes to the public in a name that neither reports nor speaks for a side, but for what is planned to be said, once. */
export function refusedAloud(world: Held, card: Card, to: readonly Address[]): Rejection | undefined {
  if (!to.includes('public') || planFor(world, card, to)) return undefined;
  return refuse(
    'no-voice',
    'To the public an outlet reports, or somebody speaks for a side, and what is planned is said once. Choose such a sender.',
  );
}

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

/** Most injects bring nothing that is said: nothing is planned of them, and they do not go to the public. */
export function mayBring({ says }: Card, to: readonly Address[]): boolean {
  return says !== undefined || to.includes('public');
}

/** `id`: whence its ids come. */
export function bringSaid(around: Context, id: Context['id'], card: Card, how: How): Draft[] {
  const found = planFor(around.world, card, how.to);
  if (!found) return [];
  const ctx = { ...around, id };
  const { plan, name } = found;
  // What is public is said once, whoever else gets the inject.
  if (plan.is !== 'question' && !how.first) return [];
  const { said, drafts } =
    plan.is === 'statement' ? statement(ctx, plan, how) : plan.is === 'report' ? report(ctx, plan, how) : question(ctx, plan, how);
  const reached = plan.is === 'question' ? toldOf(ctx, how.to) : ['public'];
  return [
    ...drafts,
    ...(how.delivery === undefined ? [] : [brought(ctx, said, how.delivery, how.to, reached)]),
    { event: { type: 'SaidBrought', plan: name, said, inject: how.inject }, to: ['control'] },
  ];
}

/** To those who have both, though one or neither is on record yet. */
export function brought(ctx: Context, said: Id, delivery: Id, to: readonly Address[], reached: readonly Address[]): Draft {
  const { viewers } = ctx.roster.audience(to);
  return { event: { type: 'SaidLinked', said, how: 'brought', to: delivery }, to: ctx.holdersAmong(reached, (v) => viewers.has(v)) };
}

/** True if an inject that goes to the public is nothing but what it brings: then nothing is delivered beside it. */
export function isSaidAlone(world: Held, card: Card, to: readonly Address[]): boolean {
  const is = to.includes('public') ? planFor(world, card, to)?.plan.is : undefined;
  return is === 'statement' || is === 'report';
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

export function heard(said: Id, claims: Of<'statement'>['claims']): Draft[] {
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
