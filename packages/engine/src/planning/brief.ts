import { seatsOf } from '../consultation/matters.ts';
import type { Brief, Draft } from '../room.ts';
import type { Scenario } from '../scenario.ts';
import type { Step } from '../steps/terms.ts';
import type { OptionCard } from './language.ts';

type Planned = Scenario['plans'][number]['options'][number];

/** The scenario’s options and criteria, each to its forum; what they are called in the scenario, and what is hidden in them, to lead control. */
export function briefPlans({ plans }: Scenario, ctx: Brief): Draft[] {
  const drafts: Draft[] = [];
  for (const { id: scenario, forum: named, name, need, criteria, options } of plans) {
    const forum = [...ctx.world.consultation.forums.values()].find((f) => f.named?.scenario === named);
    if (!forum) continue;
    const to = seatsOf(forum);
    const board = ctx.id();
    drafts.push({ id: board, event: { type: 'BoardOpened', forum: forum.id, name }, to });
    drafts.push({ event: { type: 'BoardNamed', board, scenario, need }, to: ['control'] });
    for (const c of criteria) {
      const criterion = ctx.id();
      drafts.push({ id: criterion, event: { type: 'CriterionSet', board, name: c.name }, to });
      drafts.push({ event: { type: 'CriterionNamed', criterion, scenario: c.id }, to: ['control'] });
    }
    for (const planned of options) {
      const option = ctx.id();
      const ids = new Map(planned.steps.map((s, i) => [s.id, `s${i + 1}`]));
      drafts.push({ id: option, event: { type: 'OptionTabled', board, card: cardOf(planned, ids, ctx) }, to });
      const steps = planned.steps.map((s) => ({ id: ids.get(s.id) as string, scenario: s.id, when: s.when }));
      drafts.push({ event: { type: 'OptionNamed', option, scenario: planned.id, steps }, to: ['control'] });
    }
  }
  return drafts;
}

/** What the table reads: steps by numbers, since their names may tell what is hidden. */
function cardOf(
  { name, text, assumptions, risks, contributions, steps }: Planned,
  ids: ReadonlyMap<string, string>,
  ctx: Brief,
): OptionCard {
  return {
    ...{ name, text, assumptions, risks, contributions },
    steps: steps.map(({ id, text: words, after, when, word, tells, ...terms }): Step => {
      const own = terms.lead === undefined ? undefined : ctx.roster.partyOf(terms.lead);
      return {
        id: ids.get(id) as string,
        text: words,
        terms: {
          ...terms,
          tells: tells.map((a) => (ctx.roster.entities.has(a) ? `entity:${a}` : a)),
          after: after.map((a) => ({ ...a, step: ids.get(a.step) ?? a.step })),
          // Others read the same of a step that rests on something hidden and of one that its lead decides.
          word: word ?? (when === undefined ? undefined : own),
        },
      };
    }),
  };
}
