import { requestCard, standingCard, type Text, type World } from '@entente/engine';
import { shortened } from '../../../kit/review/eventWords.ts';
import type { EventWords, Facts, Wording } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'ItemGiven':
        return event.by ? 'ItemGivenBy' : event.delivery ? 'ItemGivenByInject' : event.type;
      case 'ItemDerived':
        return `ItemDerived.${event.how}`;
      case 'RequestDecided':
        return `RequestDecided.${event.decision}${event.decision === 'refuse' && event.reason !== undefined ? 'Reason' : ''}`;
      case 'RequestOverdue':
        return event.jumped ? 'RequestPassed' : event.type;
      case 'OnwardGranted':
        return event.conditions === undefined ? event.type : 'OnwardGrantedConditions';
      default:
        return undefined;
    }
  },
  values,
  title: (facts, world) => {
    const request = world.sharing.requests.get(String(facts.request));
    return itemTitle(world, facts.item) ?? (request && requestCard(request)?.text);
  },
};

/** Requests, and what was made of what. */
function values(facts: Facts, world: World, w: Wording): Record<string, unknown> {
  const request = world.sharing.requests.get(String(facts.request));
  const asked = request && requestCard(request);
  const of = asked?.of ?? (typeof facts.of === 'string' ? facts.of : undefined);
  const list = (key: string, kind = ''): string =>
    Array.isArray(facts[key]) ? (facts[key] as string[]).map((a) => w.who(kind + a)).join(', ') : '';
  const other = itemTitle(world, facts.on ?? (facts.type === 'ItemDerived' ? facts.from : undefined));
  return {
    asker: asked ? w.who(asked.from) : '',
    of: of ? w.who(of) : '',
    for: list('for'),
    parties: list('from', 'party:'),
    due: typeof facts.due === 'number' ? w.time(facts.due) : '',
    other: shortened(w.pick(other)),
    reason: shortened(String(facts.reason ?? '')),
    conditions: shortened(String(facts.conditions ?? '')),
  };
}

function itemTitle(world: World, id: unknown): Text | undefined {
  const item = world.sharing.items.get(String(id));
  return item && standingCard(item)?.title;
}
