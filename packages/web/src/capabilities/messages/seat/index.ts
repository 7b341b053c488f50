import type { SeatPart } from '../../../kit/seat/part.ts';
import { messageLines, myQuestions, toAnswer } from './lines.ts';
import { Compose, MessageView, NoteForm, NoteView, Thread } from './parts.ts';

export const seat: SeatPart = {
  room: 'messages',
  inbox: messageLines,
  asks: { answer: toAnswer },
  mine: myQuestions,
  filters: [{ name: 'note', order: 50 }],
  writes: [{ name: 'message', order: 10, Form: Compose }],
  Note: NoteForm,
  Below: Thread,
  made: (world, events) => events.find((id) => world.messages.messages.has(id)),
  kinds: {
    message: {
      View: MessageView,
      sent: true,
      opened: (_, { id, unread }) => (unread ? { type: 'ReadMessage', message: id } : undefined),
      acknowledge: ({ id }) => ({ type: 'AcknowledgeMessage', message: id }),
    },
    note: { View: NoteView, icon: 'note', called: 'filter.note' },
  },
};
