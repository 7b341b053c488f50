import type { ReviewPart } from '../../../kit/review/part.ts';
import { eventWords, OWN } from './eventWords.ts';
import { evidenceOfPair, evidenceOfSaid } from './evidence.ts';
import { saidMarks, saidShape } from './marks.tsx';
import { PairThing } from './PairThing.tsx';
import { SaidTab } from './SaidTab.tsx';
import { SaidThing } from './SaidThing.tsx';

export const review: ReviewPart = {
  room: 'statements',
  sentences: eventWords,
  tabs: [
    {
      name: 'said',
      words: 'said',
      order: 40,
      count: ({ statements }) => statements.statements.size + statements.reports.size,
      Tab: SaidTab,
      ownLegend: true,
    },
  ],
  kinds: [{ name: 'said', order: 45, events: OWN, mark: { form: 'bubble', status: 'affirmed' } }],
  marks: saidMarks,
  shapes: { said: saidShape },
  legend: [
    { name: 'said', order: 27, mark: { kind: 'said', form: 'bubble', status: 'affirmed' }, sides: true },
    { name: 'reported', order: 28, mark: { kind: 'said', form: 'sheet', status: 'affirmed' }, sides: true },
  ],
  things: {
    said: { Thing: SaidThing, evidence: evidenceOfSaid },
    pair: { Thing: PairThing, evidence: evidenceOfPair },
  },
};
