import type { ControlPart } from '../../../kit/control/part.ts';
import { expectedCards } from './cards.tsx';
import { ExpectedDetail } from './ExpectedDetail.tsx';
import { expectedMark } from './ExpectedMark.tsx';
import { expectedEntries } from './entries.ts';
import { expectedNews } from './news.ts';

export const control: ControlPart = {
  room: 'expected',
  happenings: expectedNews,
  entries: expectedEntries,
  marks: { expected: expectedMark },
  legend: [{ name: 'kind.expected', order: 20, kind: 'expected' }],
  cards: expectedCards,
  details: { expected: ExpectedDetail },
};
