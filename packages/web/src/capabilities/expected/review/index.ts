import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { ReviewPart } from '../../../kit/review/part.ts';
import { ExpectedShape } from './ExpectedShape.tsx';
import { ExpectedFigures, ExpectedPrinted, ExpectedTab } from './ExpectedTab.tsx';
import { ExpectedThing } from './ExpectedThing.tsx';
import { eventWords } from './eventWords.ts';
import { expectedMarks } from './marks.ts';

export const review: ReviewPart = {
  room: 'expected',
  sentences: eventWords,
  tabs: [
    {
      name: 'expected',
      order: 40,
      count: ({ expected }) => expected.rows.size,
      Tab: ExpectedTab,
      printed: { order: 20, Part: ExpectedPrinted },
    },
  ],
  happened: { order: 10, Figures: ExpectedFigures },
  kinds: [{ name: 'expected', order: 20, events: /^Expected/, mark: { form: 'contextual', status: undefined } }],
  marks: expectedMarks,
  shapes: { expected: ExpectedShape },
  legend: [
    { name: 'met', order: 20, mark: { kind: 'expected', form: 'expected', status: 'met' } },
    { name: 'late', order: 21, mark: { kind: 'expected', form: 'expected', status: 'late' } },
    { name: 'missed', order: 22, mark: { kind: 'expected', form: 'expected', status: 'missed' } },
    { name: 'passed', order: 23, mark: { kind: 'expected', form: 'expected', status: 'passed' } },
  ],
  things: { expected: { Thing: ExpectedThing, evidence: (world, id) => evidenceOf(world.expected.rows.get(id)) } },
};
