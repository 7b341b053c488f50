import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on matters and decisions are said. */
export const phrases: Phrases = {
  matter({ forum, subject, procedure, is, by, outcome }, terms, say, form) {
    const said = (key: string, who: string | undefined): string => (who === undefined ? '' : say(`condition.matter.${key}`, { who }));
    const party = by === undefined ? undefined : terms.who(`party:${by}`);
    return say(`condition.matter.${outcome === undefined ? is : 'outcome'}.${form}`, {
      matter: say(`condition.matter.procedure.${procedure ?? 'any'}`),
      forum: said('forum', forum && terms.forum(forum)),
      subject: said('subject', subject && terms.subject(subject)),
      by: said('by', party),
      of: said('of', party),
      outcome: outcome === undefined ? '' : say(`condition.matter.outcomes.${outcome}`),
    });
  },

  decision({ by, subject, is }, terms, say, form) {
    const said = (key: string, who: string | undefined): string => (who === undefined ? '' : say(`condition.decision.${key}`, { who }));
    return say(`condition.decision.${is}.${form}`, {
      by: said('by', by && terms.who(`party:${by}`)),
      subject: said('subject', subject && terms.subject(subject)),
    });
  },
};
