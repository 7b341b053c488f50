import type { Asked, AtomName, Condition, Scenario, Text } from '@entente/engine';
import { said } from '../run/plan.ts';
import { PHRASES } from './condition-phrases.ts';

/** What a condition speaks of, by the names people use, in one language. */
export interface Terms {
  readonly language: 'en' | 'ko';
  readonly scenario: Scenario;
  who(address: string): string;
  time(ms: number): string;
}
type Values = Readonly<Record<string, string | undefined>>;
type Phrase<N extends AtomName> = (asked: Asked<N>, form: string, words: Words) => string;

/** A condition in plain words, as control’s screen says it: “Joint response agreed, and 058 not released”. */
export function conditionWords(when: Condition, terms: Terms, isWanted = true, isInner = false): string {
  if ('not' in when) return conditionWords(when.not, terms, !isWanted, isInner);
  const words = new Words(terms);
  // Not (a and b) is (not a or not b): people read the second without a pencil.
  if ('all' in when) return joined(when.all, isWanted ? 'and' : 'or', words, isWanted, isInner);
  if ('any' in when) return joined(when.any, isWanted ? 'or' : 'and', words, isWanted, isInner);
  const [name, asked] = Object.entries(when)[0] as [AtomName, never];
  const phrase = SAID[name] as Phrase<never>;
  return phrase(asked, isWanted ? 'yes' : 'no', words)
    .replace(/\s+/g, ' ')
    .trim();
}

function joined(parts: readonly Condition[], by: 'and' | 'or', words: Words, isWanted: boolean, isInner: boolean): string {
  const text = parts.map((p) => conditionWords(p, words.terms, isWanted, parts.length > 1)).join(words.say(by));
  return isInner && parts.length > 1 ? `(${text})` : text;
}

class Words {
  readonly terms: Terms;

  constructor(terms: Terms) {
    this.terms = terms;
  }

  say(key: string, values: Values = {}): string {
    const phrase = PHRASES[key]?.[this.terms.language] ?? key;
    return phrase.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  }
  /** A part of a sentence that is left out where nothing is asked of it. */
  part(key: string, value: string | undefined, name = 'who'): string {
    return value === undefined ? '' : this.say(key, { [name]: value });
  }
  /** How something of the scenario is called. */
  called(
    list: readonly { readonly id: string; readonly name?: Text | undefined; readonly title?: Text | undefined }[] | undefined,
    id: string,
  ): string {
    const found = list?.find((x) => x.id === id);
    return said(found?.name ?? found?.title ?? id, this.terms.language);
  }
  who(address: string | undefined): string | undefined {
    return address === undefined ? undefined : this.terms.who(address);
  }
  /** An inject or expected action by its number. */
  number(id: string): string {
    const { injects, expects } = this.terms.scenario;
    return [...injects, ...expects].find((x) => x.id === id)?.number ?? id;
  }
}

const SAID: { readonly [N in AtomName]: Phrase<N> } = {
  milestone: (id, form, w) => w.say(`milestone.${form}`, { name: w.called(w.terms.scenario.milestones, id) }),
  time: (ms, form, w) => w.say(`time.${form}`, { time: w.terms.time(ms) }),
  variable: ({ id, is, atLeast, atMost }, form, w) => {
    const name = w.called(w.terms.scenario.variables, id);
    const parts = [
      ...(is === undefined
        ? []
        : [
            typeof is === 'boolean'
              ? w.say(`variable.${is ? 'on' : 'off'}.${form}`, { name })
              : w.say(`variable.is.${form}`, { name, value: String(is) }),
          ]),
      ...(atLeast === undefined ? [] : [w.say(`variable.atLeast.${form}`, { name, value: String(atLeast) })]),
      ...(atMost === undefined ? [] : [w.say(`variable.atMost.${form}`, { name, value: String(atMost) })]),
    ];
    return parts.join(w.say(form === 'yes' ? 'and' : 'or')) || name;
  },
  inject: ({ id, is, by }, form, w) => w.say(`inject.${is}.${form}`, { number: w.number(id), by: w.part('by', w.who(by)) }),
  expected: ({ id, is }, form, w) => w.say(`expected.${is}.${form}`, { number: w.number(id) }),
  message: ({ from, to, purpose, about }, form, w) =>
    w.say(`message.${to === undefined ? 'open' : 'to'}.${form}`, {
      from: w.who(from) ?? w.say('message.anyone'),
      to: w.who(to),
      act: w.say(`message.act.${purpose ?? 'any'}`),
      about: about === undefined ? '' : w.say('message.about', { number: w.number(about) }),
    }),
  item: ({ id, is, by }, form, w) =>
    w.say(`item.${is}.${form}`, {
      item: w.called(w.terms.scenario.items, id),
      by: w.part('by', w.who(by)),
      to: w.part('itemTo', w.who(by)),
      from: w.part('itemFrom', w.who(by)),
    }),
  request: ({ from, to, is }, form, w) =>
    w.say(`request.${is}.${form}`, { from: w.part('request.from', w.who(from)), to: w.part('request.to', w.who(to)) }),
  matter: ({ forum, subject, procedure, is, by, outcome }, form, w) => {
    const { forums, subjects } = w.terms.scenario;
    const party = by === undefined ? undefined : w.who(`party:${by}`);
    return w.say(`matter.${outcome === undefined ? is : 'outcome'}.${form}`, {
      matter: w.say(`matter.procedure.${procedure ?? 'any'}`),
      forum: w.part('matter.forum', forum && w.called(forums, forum)),
      subject: w.part('matter.subject', subject && w.called(subjects, subject)),
      by: w.part('matter.by', party),
      of: w.part('matter.of', party),
      outcome: outcome === undefined ? '' : w.say(`matter.outcomes.${outcome}`),
    });
  },
  decision: ({ by, subject, is }, form, w) =>
    w.say(`decision.${is}.${form}`, {
      by: w.part('decision.by', by === undefined ? undefined : w.who(`party:${by}`)),
      subject: w.part('decision.subject', subject && w.called(w.terms.scenario.subjects, subject)),
    }),
  plan: ({ board, option, is }, form, w) => {
    const { plans } = w.terms.scenario;
    const name =
      option === undefined
        ? board && w.called(plans, board)
        : w.called(
            plans.flatMap((p) => p.options),
            option,
          );
    return w.say(`plan.${is}.${form}`, { of: w.part('plan.of', name, 'id') });
  },
  step: ({ id, option, is }, form, w) => {
    const steps = w.terms.scenario.plans.flatMap((p) =>
      p.options.filter((o) => option === undefined || o.id === option).flatMap((o) => o.steps),
    );
    const text = steps.find((s) => s.id === id)?.text ?? id;
    return w.say(`step.${is}.${form}`, { id: said(text, w.terms.language) });
  },
  statement: ({ by, topic, stance, line, corrects, attribution, joint }, form, w) =>
    w.say(`statement.${form}`, {
      kind: w.say(`statement.kind.${joint ? 'joint' : 'any'}`),
      by: w.part('statement.by', w.who(by)),
      about: about(topic, stance, w),
      line: w.part('statement.line', line && w.called(w.terms.scenario.lines, line), 'name'),
      corrects: w.part('statement.corrects', corrects, 'name'),
      attribution: attribution === undefined ? '' : w.say(`statement.attribution.${attribution}`),
    }),
  report: ({ outlet, topic, stance, corrects }, form, w) =>
    w.say(`report.${form}`, {
      by: w.part('statement.by', outlet === undefined ? undefined : w.who(`entity:${outlet}`)),
      about: about(topic, stance, w),
      corrects: w.part('statement.corrects', corrects, 'name'),
    }),
  topic: ({ topic, is, between }, form, w) =>
    w.say(`topic.${is}.${form}`, {
      about: about(topic, undefined, w),
      between: w.part('topic.between', between?.map((p) => w.who(`party:${p}`)).join(', ')),
    }),
};

const about = (topic: string | undefined, stance: string | undefined, w: Words): string =>
  topic === undefined ? '' : w.say(`about.${stance ?? 'any'}`, { topic: w.called(w.terms.scenario.topics, topic) });
