import type { ReportPart } from '../../../kit/report/part.ts';
import { injectSentences } from '../review/sentences.ts';
import { InjectTable, isReleased, UnreleasedTable } from './InjectTables.tsx';
import { reportInjects } from './reportInjects.ts';

export const report: ReportPart = {
  room: 'injects',
  sheets: [
    { order: 30, name: 'injects', fresh: true, shows: (r) => reportInjects(r).some(isReleased), Sheet: InjectTable },
    { order: 31, name: 'unreleased', shows: (r) => reportInjects(r).some((line) => !isReleased(line)), Sheet: UnreleasedTable },
  ],
  figures: [
    {
      order: 20,
      sentences: (r) => {
        const lines = reportInjects(r);
        return injectSentences(
          lines,
          lines.some((l) => l.number !== undefined),
        );
      },
    },
  ],
};
