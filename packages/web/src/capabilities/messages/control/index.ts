import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { messageCards } from './cards.tsx';
import { MessageDesk } from './MessageDesk.tsx';
import { messagePalette } from './palette.ts';
import { NotePanel, WritePanel } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: messageCards,
  details: { message: MessageDesk },
  panels: { write: WritePanel, note: NotePanel },
  palette: messagePalette,
  made: (world, events) => {
    const id = events.find((e) => world.messages.messages.has(e));
    return id === undefined ? undefined : { kind: 'message', id };
  },
};
