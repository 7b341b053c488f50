import type { Report } from '../../../kit/report/model.ts';
import type { ReportPart } from '../../../kit/report/part.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { sideOfEdition } from '../review/course.ts';
import { consultationSentences } from '../review/sentences.ts';
import { DecisionsTable, MattersTable } from './Tables.tsx';

const lines = ({ world, edition }: Report, wording: Wording) => consultationSentences(world, wording, sideOfEdition(edition, world));

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
    { order: 35, sentences: (report, wording) => lines(report, wording)[0] ?? [] },
    { order: 36, sentences: (report, wording) => lines(report, wording)[1] ?? [] },
  ],
};
