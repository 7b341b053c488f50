import type { EventWords } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'PersonSeated':
        return event.takesOverFrom ? 'PersonTookOver' : event.type;
      default:
        return undefined;
    }
  },
  name: (facts, world) => world.seats.people.get(String(facts.person))?.name,
};
