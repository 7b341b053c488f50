import type { ReportPart } from '../../../kit/report/part.ts';
import { expectedSentences } from '../review/sentences.ts';
import { ExpectedTable } from './ExpectedTable.tsx';
import { ObjectivesTable } from './ObjectivesTable.tsx';
import { objectivesOf, reportExpected } from './objectives.ts';

export const report: ReportPart = {
  room: 'expected',
  sheets: [
    { order: 10, name: 'objectives', fresh: true, shows: (r) => objectivesOf(r).length > 0, Sheet: ObjectivesTable },
    { order: 40, name: 'expected', fresh: true, shows: (r) => reportExpected(r).length > 0, Sheet: ExpectedTable },
  ],
  figures: [{ order: 10, sentences: (r) => expectedSentences(reportExpected(r)) }],
};
