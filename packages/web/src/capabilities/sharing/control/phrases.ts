import type { Phrases } from '../../../kit/control/conditionWords.ts';

/** How conditions on items and requests are said. */
export const phrases: Phrases = {
  item({ id, is, by }, terms, say, form) {
    const said = (key: string): string => (by ? say(key, { who: terms.who(by) }) : '');
    const who = { by: said('condition.by'), to: said('condition.itemTo'), from: said('condition.itemFrom') };
    return say(`condition.item.${is}.${form}`, { item: terms.item(id), ...who });
  },
  request({ from, to, is }, terms, say, form) {
    const said = (key: string, address: string | undefined): string => (address ? say(key, { who: terms.who(address) }) : '');
    return say(`condition.request.${is}.${form}`, { from: said('condition.request.from', from), to: said('condition.request.to', to) });
  },
};
