import type { ReportPart } from '../../../kit/report/part.ts';
import { consultationSentences } from '../review/sentences.ts';
import { DecisionsTable, MattersTable } from './Tables.tsx';

export const report: ReportPart = {
  room: 'consultation',
  sheets: [
    {
      order: 62,
      name: 'matters',
      words: 'matters',
      fresh: true,
      shows: ({ world }) => world.consultation.matters.size > 0,
      Sheet: MattersTable,
    },
    { order: 63, name: 'decisions', words: 'matters', shows: ({ world }) => world.consultation.decisions.size > 0, Sheet: DecisionsTable },
  ],
  figures: [
    { order: 35, sentences: ({ world }, wording) => consultationSentences(world, wording)[0] ?? [] },
    { order: 36, sentences: ({ world }, wording) => consultationSentences(world, wording)[1] ?? [] },
  ],
};
