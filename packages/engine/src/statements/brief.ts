import { split } from '../audience.ts';
import { grained } from '../clock/grain.ts';
import type { Brief, Draft } from '../room.ts';
import type { Scenario } from '../scenario.ts';
import { deskSeats, maySpeak } from './desk.ts';
import type { PressRules } from './desk-language.ts';
import type { SaidPlan } from './language.ts';

/** Topics to all, meanings and lines to the sides whose they are, how a side clears to its press desk; the rest to lead control. */
export function briefStatements(scenario: Scenario, ctx: Brief): Draft[] {
  const { topics, terms, lines, press, posts } = scenario;
  const drafts: Draft[] = [];
  if (topics.length > 0) drafts.push({ event: { type: 'TopicsGiven', topics }, to: ['public'] });
  for (const { id: term, name, topic, mistakenFor, meanings } of terms) {
    drafts.push({ event: { type: 'TermPlanned', term, name, topic, mistakenFor }, to: ['control'] });
    for (const [party, text] of Object.entries(meanings))
      if (ctx.roster.parties.has(party))
        drafts.push({ event: { type: 'MeaningGiven', term, name, topic, party, text }, to: [`party:${party}`] });
  }
  for (const { id: named, ...card } of lines) {
    const line = ctx.id();
    const agreed = card.agreed.filter((p) => ctx.roster.parties.has(p));
    drafts.push({ id: line, event: { type: 'LineGiven', card: { ...card, agreed } }, to: agreed.map((p) => `party:${p}`) });
    drafts.push({ event: { type: 'LineNamed', line, scenario: named }, to: ['control'] });
  }
  for (const rules of press) {
    const given = rulesFor(scenario, ctx, rules);
    if (given) drafts.push({ event: { type: 'PressGiven', ...given }, to: deskSeats(given) });
  }
  for (const plan of plans(scenario)) drafts.push({ event: { type: 'SaidPlanned', plan }, to: ['control'] });
  for (const [post, { by, text }] of (posts?.list ?? []).entries())
    drafts.push({
      event: { type: 'PostPlanned', post, card: { outlet: `entity:${by}`, medium: 'post', title: text } },
      to: ['control'],
    });
  if (posts && posts.list.length > 0) {
    const { on, every } = posts;
    drafts.push({ event: { type: 'PostsSwitched', on, every, next: on ? grained(every) : undefined }, to: ['control'] });
  }
  return drafts;
}

/** Nobody stands at a press desk for another side, whatever the scenario says. */
function rulesFor({ languages }: Scenario, { roster }: Brief, press: Scenario['press'][number]): PressRules | undefined {
  const { party, clearers, order, each, expired, up, live, ranks } = press;
  if (!roster.parties.has(party)) return undefined;
  const own = (a: string) => roster.members(a).filter((s) => roster.partyOf(s) === party);
  const speakers = roster.members(`party:${party}`).flatMap((seat) => {
    const rank = ranks[split(seat)[1] ?? ''] ?? 'spokesperson';
    return maySpeak(roster, seat) ? [{ seat, rank }] : [];
  });
  return {
    party,
    speakers,
    clearers: [...new Set(clearers.flatMap(own))],
    order,
    each,
    expired,
    up: up === undefined ? undefined : own(up)[0],
    live,
    languages: press.languages ?? languages,
  };
}

function plans({ statements, reports, questions, entities }: Scenario): SaidPlan[] {
  const entity = (id: string) => entities.find((e) => e.id === id);
  const address = (id: string): string => (id.includes(':') ? id : `entity:${id}`);
  return [
    ...statements.map(({ id, from, question, text, venue, attribution, posture, line, corrects, claims }): SaidPlan => {
      const speaker = entity(address(from).slice('entity:'.length));
      const by = address(from);
      const asked = question && { by: address(question.by), text: question.text };
      const rank = speaker?.rank ?? 'head';
      const card = { party: speaker?.speaksFor ?? '', by, rank, attribution, posture, venue, question: asked, text };
      return { is: 'statement', id, card, line, corrects, claims };
    }),
    ...reports.map(({ id, outlet, title, text, reads, corrects, claims }): SaidPlan => {
      const medium = entity(outlet)?.medium ?? (entity(outlet)?.kind === 'public' ? 'post' : 'newspaper');
      return { is: 'report', id, outlet: address(outlet), medium, title, text, reads, corrects, claims };
    }),
    ...questions.map(({ id, by, text, venue, within }): SaidPlan => ({ is: 'question', id, by: address(by), text, venue, within })),
  ];
}
