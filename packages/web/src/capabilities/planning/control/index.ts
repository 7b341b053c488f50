import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { OptionsPlace } from './parts.ts';

export const control: ControlPart = {
  ...look,
  centre: { name: 'options', words: 'control', shows: ({ planning }) => planning.boards.size > 0, Place: OptionsPlace },
};
