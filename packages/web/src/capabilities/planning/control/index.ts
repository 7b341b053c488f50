import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { optionCards } from './cards.ts';
import { NewBoard, OptionsDesk } from './parts.ts';
import { openers } from './voices.ts';

export const control: ControlPart = {
  ...look,
  cards: optionCards,
  panels: { board: NewBoard },
  centre: { ...look.centre, Place: OptionsDesk },
  made: ({ planning }, events) => events.flatMap((id) => (planning.boards.has(id) ? { kind: 'board', id } : []))[0],
  palette: ({ world, viewer, say, open, ended }, { act }) =>
    ended || openers(world, viewer.address).length === 0
      ? []
      : [{ ...act('begin board', say('begin.board'), () => open({ kind: 'board' })), order: 22 }],
};
