import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { matterCards } from './cards.tsx';
import { DecisionDesk, MatterDesk, TextDesk } from './Desk.tsx';

export const control: ControlPart = {
  ...look,
  cards: matterCards,
  details: { matter: MatterDesk, decision: DecisionDesk, 'table-text': TextDesk },
  made: ({ consultation: { matters } }, events) => {
    const id = events.find((e) => matters.has(e));
    return id === undefined ? undefined : { kind: 'matter', id };
  },
};
