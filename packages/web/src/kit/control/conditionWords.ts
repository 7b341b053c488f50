import type { Asked, AtomName, Condition } from '@entente/engine';
import type { Say } from './names.ts';

/** How a question is said: `form` is `yes` or `no`. */
export type Phrase<N extends AtomName> = (asked: Asked<N>, terms: Terms, say: Say, form: string) => string;
/** How capabilities say the questions of their rooms. */
export type Phrases = { readonly [N in AtomName]?: Phrase<N> };

/** What a condition speaks of, by the names people use. */
export interface Terms {
  readonly phrases: Phrases;
  milestone(id: string): string;
  /** The number of an inject or expected action, by its record id or the scenario's own. */
  number(id: string): string;
  variable(id: string): string;
  /** The title of an item of information, by the scenario's id. */
  item(id: string): string;
  /** A forum and a subject, by the scenario’s id. */
  forum(id: string): string;
  subject(id: string): string;
  who(address: string): string;
  time(ms: number): string;
}

/** A condition in plain words: “consulted, and inject 058 is released”. */
export function conditionWords(when: Condition, terms: Terms, say: Say): string {
  return phrase(when, terms, say, true, false);
}

function phrase(when: Condition, terms: Terms, say: Say, wanted: boolean, inner: boolean): string {
  const form = wanted ? 'yes' : 'no';
  if ('not' in when) return phrase(when.not, terms, say, !wanted, inner);
  if ('all' in when) return joined(when.all, wanted ? 'and' : 'or', terms, say, wanted, inner);
  if ('any' in when) return joined(when.any, wanted ? 'or' : 'and', terms, say, wanted, inner);
  const [name] = Object.keys(when) as [AtomName];
<<<<<<< HEAD
  return (WORDS[name] as Words<AtomName>)((when as Readonly<Record<AtomName, never>>)[name], terms, say, form);
}

type Words<N extends AtomName> = (asked: Asked<N>, terms: Terms, say: Say, form: string) => string;
/** How each question is said; a new one does not compile until it stands here. */
const WORDS: { readonly [N in AtomName]: Words<N> } = {
  milestone: (id, terms, say, form) => say(`condition.milestone.${form}`, { name: terms.milestone(id) }),
  time: (ms, terms, say, form) => say(`condition.time.${form}`, { time: terms.time(ms) }),
  variable: variableWords,
  inject: ({ id, is, by }, terms, say, form) => {
    const whose = by ? say('condition.by', { who: terms.who(by) }) : '';
    return say(`condition.inject.${is}.${form}`, { number: terms.number(id), by: whose }).trim();
  },
  expected: ({ id, is }, terms, say, form) => say(`condition.expected.${is}.${form}`, { number: terms.number(id) }),
  item: itemWords,
  request: requestWords,
  message: messageWords,
  matter: matterWords,
  decision: decisionWords,
};

function itemWords({ id, is, by }: Asked<'item'>, terms: Terms, say: Say, form: string): string {
  const said = (key: string): string => (by ? say(key, { who: terms.who(by) }) : '');
  const who = { by: said('condition.by'), to: said('condition.itemTo'), from: said('condition.itemFrom') };
  return say(`condition.item.${is}.${form}`, { item: terms.item(id), ...who });
}

function requestWords({ from, to, is }: Asked<'request'>, terms: Terms, say: Say, form: string): string {
  const said = (key: string, address: string | undefined): string => (address ? say(key, { who: terms.who(address) }) : '');
  return say(`condition.request.${is}.${form}`, { from: said('condition.request.from', from), to: said('condition.request.to', to) });
=======
  const said = terms.phrases[name] as Phrase<never> | undefined;
  return said?.((when as Readonly<Record<AtomName, never>>)[name], terms, say, form) ?? name;
>>>>>>> origin/main
}

/** Of what, where and on what: “silence procedure in Regional council on “joint line” of United States: adopted”. */
function matterWords({ forum, subject, procedure, is, by, outcome }: Asked<'matter'>, terms: Terms, say: Say, form: string): string {
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
}

function decisionWords({ by, subject, is }: Asked<'decision'>, terms: Terms, say: Say, form: string): string {
  const said = (key: string, who: string | undefined): string => (who === undefined ? '' : say(`condition.decision.${key}`, { who }));
  return say(`condition.decision.${is}.${form}`, {
    by: said('by', by && terms.who(`party:${by}`)),
    subject: said('subject', subject && terms.subject(subject)),
  });
}

/** Not (a and b) is (not a or not b): people read the second without a pencil. */
function joined(parts: readonly Condition[], by: 'and' | 'or', terms: Terms, say: Say, wanted: boolean, inner: boolean): string {
  const text = parts.map((p) => phrase(p, terms, say, wanted, parts.length > 1)).join(say(`condition.${by}`));
  return inner && parts.length > 1 ? `(${text})` : text;
}
