import { actOfMessage } from '@entente/engine';
import type { PublicPart } from '../../../kit/public/part.ts';

const given: PublicPart = {
  room: 'messages',
  *news({ messages }) {
    for (const m of messages.messages.values())
      if (m.to.includes('public'))
        yield {
          id: m.id,
          at: m.at,
          from: m.from,
          channel: actOfMessage(m) === 'announce' ? 'statement' : m.channel,
          title: m.subject,
          texts: [m.text],
        };
  },
};

export { given as public };
