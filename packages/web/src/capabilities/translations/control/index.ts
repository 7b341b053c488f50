import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { lacksSomewhere } from '../waits.ts';
import { ToTranslateTable } from './parts.ts';

export const control: ControlPart = {
  ...look,
  centre: { name: 'translations', words: 'translations', shows: lacksSomewhere, Place: ToTranslateTable },
};
