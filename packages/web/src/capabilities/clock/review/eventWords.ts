import type { EventWords } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'ClockStarted':
        return event.first ? 'ClockStartedFirst' : event.type;
      case 'ClockPaused':
        return `ClockPaused.${event.reason}`;
      default:
        return undefined;
    }
  },
};
