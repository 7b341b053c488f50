import { firstWords } from '../../../kit/control/happening.ts';
import type { ControlLook } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';
import { decisionMark } from '../control/DecisionMark.tsx';
import { decisionEntries } from '../control/entries.ts';
import { MessageDetail } from '../control/MessageDetail.tsx';
import { messageNews } from '../control/news.ts';
import { phrases } from '../control/phrases.ts';

/** The one form of those who look. */
const OwnNotes = part(async () => (await import('./OwnNotes.tsx')).OwnNotes);

export const look: ControlLook = {
  room: 'messages',
  phrases,
  happenings: messageNews,
  entries: decisionEntries,
  marks: { decision: decisionMark },
  legend: [{ name: 'kind.decision', order: 40, kind: 'decision' }],
  details: { message: MessageDetail },
  called: (world, id) => {
    const message = world.messages.messages.get(id);
    return message && { number: '', title: firstWords(message), target: { kind: 'message', id } };
  },
  own: { Notes: OwnNotes },
};
