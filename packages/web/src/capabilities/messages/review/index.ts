import { notesOn } from '@entente/engine';
import type { ReviewPart } from '../../../kit/review/part.ts';
import { AskedFigures, AskedPrinted, AskedTab } from './AskedTab.tsx';
import { askedLines } from './askedLines.ts';
import { eventWords } from './eventWords.ts';
import { MessageShape } from './MessageShape.tsx';
import { MessageThing } from './MessageThing.tsx';
import { messageMarks } from './marks.ts';
import { NotesBeside, NotesPrinted, NotesTab, NoteThing } from './NotesTab.tsx';
import { noteLines } from './noteLines.ts';

export const review: ReviewPart = {
  room: 'messages',
  sentences: eventWords,
  tabs: [
    {
      name: 'asked',
      order: 20,
      count: ({ messages }) => messages.messages.size,
      Tab: AskedTab,
      Figures: AskedFigures,
      printed: { order: 30, Part: AskedPrinted },
    },
    {
      name: 'notes',
      order: 50,
      count: ({ messages }) => messages.notes.size,
      Tab: NotesTab,
      printed: { order: 50, Part: NotesPrinted },
    },
  ],
  kinds: [{ name: 'message', order: 30, events: /^(Message|SpokenFor|Note)/, mark: { form: 'inform', status: undefined } }],
  marks: messageMarks,
  shapes: { message: MessageShape },
  legend: [
    { name: 'message', order: 40, mark: { kind: 'message', form: 'inform', status: undefined }, sides: true },
    { name: 'decision', order: 41, mark: { kind: 'message', form: 'decide', status: undefined }, sides: true },
  ],
  beside: { Beside: NotesBeside, evidence: (world, id) => (notesOn(world).get(id) ?? []).map((note) => note.src) },
  things: {
    note: { Thing: NoteThing, evidence: (world, id) => noteLines(world).find((l) => l.id === id)?.evidence ?? [] },
    message: {
      Thing: MessageThing,
      evidence: (world, id) => askedLines(world, 'all').find((l) => l.id === id)?.evidence ?? [],
    },
  },
};
