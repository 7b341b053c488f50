import type { Condition } from '@entente/engine';
import type { Say } from './names.ts';

/** What a condition speaks of, by the names people use. */
export interface Terms {
  milestone(id: string): string;
  /** The number of an inject or expected action, by its record id or the scenario's own. */
  number(id: string): string;
  variable(id: string): string;
  /** The title of an item of information, by the scenario's id. */
  item(id: string): string;
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
  if ('milestone' in when) return say(`condition.milestone.${form}`, { name: terms.milestone(when.milestone) });
  if ('time' in when) return say(`condition.time.${form}`, { time: terms.time(when.time) });
  if ('variable' in when) return variableWords(when.variable, terms, say, form);
  if ('inject' in when) {
    const by = when.inject.by ? say('condition.by', { who: terms.who(when.inject.by) }) : '';
    return say(`condition.inject.${when.inject.is}.${form}`, { number: terms.number(when.inject.id), by }).trim();
  }
  if ('expected' in when) return say(`condition.expected.${when.expected.is}.${form}`, { number: terms.number(when.expected.id) });
  if ('item' in when) return itemWords(when.item, terms, say, form);
  if ('request' in when) return requestWords(when.request, terms, say, form);
  return messageWords(when.message, terms, say, form);
}

function itemWords({ id, is, by }: Extract<Condition, { item: unknown }>['item'], terms: Terms, say: Say, form: string): string {
  const said = (key: string): string => (by ? say(key, { who: terms.who(by) }) : '');
  const who = { by: said('condition.by'), to: said('condition.itemTo'), from: said('condition.itemFrom') };
  return say(`condition.item.${is}.${form}`, { item: terms.item(id), ...who });
}

function requestWords({ from, to, is }: Extract<Condition, { request: unknown }>['request'], terms: Terms, say: Say, form: string): string {
  const said = (key: string, address: string | undefined): string => (address ? say(key, { who: terms.who(address) }) : '');
  return say(`condition.request.${is}.${form}`, { from: said('condition.request.from', from), to: said('condition.request.to', to) });
}

/** Not (a and b) is (not a or not b): people read the second without a pencil. */
function joined(parts: readonly Condition[], by: 'and' | 'or', terms: Terms, say: Say, wanted: boolean, inner: boolean): string {
  const text = parts.map((p) => phrase(p, terms, say, wanted, parts.length > 1)).join(say(`condition.${by}`));
  return inner && parts.length > 1 ? `(${text})` : text;
}

function variableWords(variable: Extract<Condition, { variable: unknown }>['variable'], terms: Terms, say: Say, form: string): string {
  const name = terms.variable(variable.id);
  const said: string[] = [];
  if (variable.is !== undefined)
    said.push(
      typeof variable.is === 'boolean'
        ? say(`condition.variable.${variable.is ? 'on' : 'off'}.${form}`, { name })
        : say(`condition.variable.is.${form}`, { name, value: variable.is }),
    );
  if (variable.atLeast !== undefined) said.push(say(`condition.variable.atLeast.${form}`, { name, value: variable.atLeast }));
  if (variable.atMost !== undefined) said.push(say(`condition.variable.atMost.${form}`, { name, value: variable.atMost }));
  return said.join(say(form === 'yes' ? 'condition.and' : 'condition.or')) || name;
}

function messageWords(message: Extract<Condition, { message: unknown }>['message'], terms: Terms, say: Say, form: string): string {
  const from = message.from ? terms.who(message.from) : say('condition.message.anyone');
  const to = message.to ? terms.who(message.to) : '';
  const about = message.about ? say('condition.message.about', { number: terms.number(message.about) }) : '';
  const act = say(`condition.message.act.${message.purpose ?? 'any'}`);
  return say(`condition.message.${to ? 'to' : 'open'}.${form}`, { from, to, act, about })
    .replace(/\s+/g, ' ')
    .trim();
}
