import type { Asked } from '@entente/engine';
import type { Phrases, Terms } from '../../../kit/control/conditionWords.ts';
import type { Say } from '../../../kit/control/names.ts';

/** How conditions on messages are said. */
export const phrases: Phrases = { message: messageWords };

function messageWords(message: Asked<'message'>, terms: Terms, say: Say, form: string): string {
  const from = message.from ? terms.who(message.from) : say('condition.message.anyone');
  const to = message.to ? terms.who(message.to) : '';
  const about = message.about ? say('condition.message.about', { number: terms.number(message.about) }) : '';
  const act = say(`condition.message.act.${message.purpose ?? 'any'}`);
  return say(`condition.message.${to ? 'to' : 'open'}.${form}`, { from, to, act, about })
    .replace(/\s+/g, ' ')
    .trim();
}
