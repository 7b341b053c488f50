import type { ControlLook } from '../../../kit/control/part.ts';
import { ExpectedDetail } from '../control/ExpectedDetail.tsx';
import { expectedMark } from '../control/ExpectedMark.tsx';
import { expectedEntries } from '../control/entries.ts';
import { expectedNews } from '../control/news.ts';
import { phrases } from '../control/phrases.ts';

export const look: ControlLook = {
  room: 'expected',
  phrases,
  happenings: expectedNews,
  entries: expectedEntries,
  marks: { expected: expectedMark },
  legend: [{ name: 'kind.expected', order: 20, kind: 'expected' }],
  details: { expected: ExpectedDetail },
};
