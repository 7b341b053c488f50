import type { ReportPart } from '../../../kit/report/part.ts';
import { askedSentences } from '../review/sentences.ts';
import { AskedTable, StatementList } from './MessageTables.tsx';
import { NoteTable, observationsOf } from './NoteTable.tsx';
import { reportAsked, statementsOf } from './statements.ts';

export const report: ReportPart = {
  room: 'messages',
  sheets: [
    { order: 80, name: 'asked', fresh: true, shows: (r) => reportAsked(r).length > 0, Sheet: AskedTable },
    { order: 90, name: 'statements', fresh: true, shows: (r) => statementsOf(r).length > 0, Sheet: StatementList },
    { order: 95, name: 'observations', fresh: true, shows: (r) => observationsOf(r).length > 0, Sheet: NoteTable },
  ],
  figures: [{ order: 30, sentences: (r) => askedSentences(reportAsked(r)) }],
};
