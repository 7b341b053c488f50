import { rosterOfWorld } from '@entente/engine';
import type { ReportPart } from '../../../kit/report/part.ts';
import { dueSentences, knownSentences } from '../review/knownSentences.ts';
import { KnownPicture } from './KnownPicture.tsx';
import { reportKnown, reportRequests } from './lines.ts';
import { KnownTable, RequestTable } from './SharingTables.tsx';

export const report: ReportPart = {
  room: 'sharing',
  sheets: [
    {
      order: 50,
      name: 'known',
      note: (r) => (r.edition === 'control' ? undefined : 'parts.knownNote'),
      fresh: true,
      shows: (r) => reportKnown(r).length > 0,
      Sheet: KnownPicture,
    },
    { order: 60, name: 'knownTable', fresh: true, shows: (r) => reportKnown(r).length > 0, Sheet: KnownTable },
    { order: 70, name: 'requests', shows: (r) => reportRequests(r).length > 0, Sheet: RequestTable },
  ],
  figures: [
    {
      order: 40,
      sentences: (r, wording) => {
        const roster = rosterOfWorld(r.world);
        return roster ? dueSentences(reportKnown(r), r.until, roster, wording) : [];
      },
    },
    { order: 50, sentences: (r) => knownSentences(r.world, reportKnown(r), r.until) },
  ],
};
