import type { Report } from '../../../kit/report/model.ts';
import type { ReportPart } from '../../../kit/report/part.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { planSentences } from '../review/sentences.ts';
import { PlanTable } from './PlanTable.tsx';

/** The same sentences as in the review. */
const lines = ({ world, until }: Report, wording: Wording) => planSentences(world, until, wording);

export const report: ReportPart = {
  room: 'execution',
  sheets: [
    { order: 66, name: 'planned', words: 'review', fresh: true, shows: ({ world }) => world.execution.plans.size > 0, Sheet: PlanTable },
  ],
  figures: [
    { order: 39, sentences: (given, wording) => lines(given, wording)[0] ?? [] },
    { order: 40, sentences: (given, wording) => lines(given, wording)[1] ?? [] },
  ],
};
