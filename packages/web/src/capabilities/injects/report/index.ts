import type { ReportPart } from '../../../kit/report/part.ts';
import { injectSentences } from '../review/sentences.ts';
import { InjectTable } from './InjectTables.tsx';
import { reportInjects } from './reportInjects.ts';

export const report: ReportPart = {
  room: 'injects',
  sheets: [{ order: 30, name: 'injects', fresh: true, shows: (r) => reportInjects(r).length > 0, Sheet: InjectTable }],
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
