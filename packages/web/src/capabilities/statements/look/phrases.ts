import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on what was said in public are said. */
export const phrases: Phrases = {
  statement({ by, topic, stance, line, corrects, attribution, joint }, terms, say, form) {
    return say(`condition.statement.${form}`, {
      kind: say(`condition.statement.kind.${joint ? 'joint' : 'any'}`),
      by: by === undefined ? '' : say('condition.statement.by', { who: terms.who(by) }),
      about: about(topic, stance, terms, say),
      line: line === undefined ? '' : say('condition.statement.line', { name: terms.line(line) }),
      corrects: corrects === undefined ? '' : say('condition.statement.corrects', { name: corrects }),
      attribution: attribution === undefined ? '' : say(`condition.statement.attribution.${attribution}`),
    });
  },

  report({ outlet, topic, stance, corrects }, terms, say, form) {
    return say(`condition.report.${form}`, {
      by: outlet === undefined ? '' : say('condition.statement.by', { who: terms.who(`entity:${outlet}`) }),
      about: about(topic, stance, terms, say),
      corrects: corrects === undefined ? '' : say('condition.statement.corrects', { name: corrects }),
    });
  },

  topic({ topic, is, between }, terms, say, form) {
    return say(`condition.topic.${is}.${form}`, {
      about: about(topic, undefined, terms, say),
      between: between === undefined ? '' : say('condition.topic.between', { who: between.map((p) => terms.who(`party:${p}`)).join(', ') }),
    });
  },
};

function about(
  topic: string | undefined,
  stance: string | undefined,
  terms: Parameters<NonNullable<Phrases['topic']>>[1],
  say: Parameters<NonNullable<Phrases['topic']>>[2],
): string {
  if (topic === undefined) return '';
  return say(`condition.about.${stance ?? 'any'}`, { topic: terms.topic(topic) });
}
