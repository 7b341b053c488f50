import type { EventWords } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'InjectReleased':
        return event.by ? 'InjectReleasedBy' : event.type;
      case 'InjectTimed':
        return event.by ? 'InjectTimedBy' : event.type;
      default:
        return undefined;
    }
  },
  title: (facts, world) => {
    const row = world.injects.rows.get(String(facts.inject));
    const card = row?.plan?.card ?? row?.shown.values().next().value?.card;
    return card?.title ?? world.injects.deliveries.get(String(facts.delivery))?.title;
  },
  number: (facts, world) => {
    const row = world.injects.rows.get(String(facts.inject));
    return (row?.plan?.card ?? row?.shown.values().next().value?.card)?.number;
  },
};
