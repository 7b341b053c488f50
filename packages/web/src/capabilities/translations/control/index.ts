import type { ControlPart } from '../../../kit/control/part.ts';
import { lacksSomewhere } from '../waits.ts';
import { translationNews } from './news.ts';
import { ToTranslateTable } from './ToTranslateTable.tsx';

export const control: ControlPart = {
  room: 'translations',
  happenings: translationNews,
  centre: { name: 'translations', words: 'translations', shows: lacksSomewhere, Place: ToTranslateTable },
};
