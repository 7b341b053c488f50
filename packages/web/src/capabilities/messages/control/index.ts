import type { ControlPart } from '../../../kit/control/part.ts';
import { messageCards } from './cards.tsx';
import { decisionMark } from './DecisionMark.tsx';
import { decisionEntries } from './entries.ts';
import { MessageDetail } from './MessageDetail.tsx';
import { messageNews } from './news.ts';
import { messagePalette } from './palette.ts';
import { NotePanel, WritePanel } from './parts.ts';

export const control: ControlPart = {
  room: 'messages',
  happenings: messageNews,
  entries: decisionEntries,
  marks: { decision: decisionMark },
  legend: [{ name: 'kind.decision', order: 40, kind: 'decision' }],
  cards: messageCards,
  details: { message: MessageDetail },
  panels: { write: WritePanel, note: NotePanel },
  palette: messagePalette,
  made: (world, events) => {
    const id = events.find((e) => world.messages.messages.has(e));
    return id === undefined ? undefined : { kind: 'message', id };
  },
};
