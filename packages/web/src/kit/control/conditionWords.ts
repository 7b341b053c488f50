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
  /** A topic and a line of what is said in public, by the scenario’s id. */
  topic(id: string): string;
  line(id: string): string;
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
  const said = terms.phrases[name] as Phrase<never> | undefined;
  return said?.((when as Readonly<Record<AtomName, never>>)[name], terms, say, form) ?? name;
}

/** Not (a and b) is (not a or not b): people read the second without a pencil. */
function joined(parts: readonly Condition[], by: 'and' | 'or', terms: Terms, say: Say, wanted: boolean, inner: boolean): string {
  const text = parts.map((p) => phrase(p, terms, say, wanted, parts.length > 1)).join(say(`condition.${by}`));
  return inner && parts.length > 1 ? `(${text})` : text;
}
