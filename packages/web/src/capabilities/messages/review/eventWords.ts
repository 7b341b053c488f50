import { actOfMessage } from '@entente/engine';
import type { EventWords } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'MessageSent':
        return `MessageSent.${actOfMessage(event)}`;
      default:
        return undefined;
    }
  },
  title: (facts, world) => {
    const message = world.messages.messages.get(String(facts.message));
    return message && (message.subject ?? message.text);
  },
};
