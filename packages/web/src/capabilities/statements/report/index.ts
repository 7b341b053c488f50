import { ranBetween } from '@entente/engine';
import { wordNow } from '../../../i18n/words.ts';
import type { Report } from '../../../kit/report/model.ts';
import type { ReportPart } from '../../../kit/report/part.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { saidSentences } from '../review/sentences.ts';
import { lookOf } from '../said/look.ts';
import { sideOfEdition } from '../said/side.ts';
import { calledIn, listOf } from '../said/useSaidWords.ts';
import { SaidPicture } from './SaidPicture.tsx';
import { SaidTable } from './SaidTable.tsx';

/** The same sentences as in the review. */
function lines({ world, until, edition }: Report, { pick, who, time }: Wording) {
  const t = (key: string, values?: Record<string, unknown>): string => wordNow('said', key, values) ?? key;
  const look = lookOf(world, until, sideOfEdition(edition, world));
  return saidSentences({
    world,
    look,
    time,
    ran: (from, to) => ranBetween(world, from, to),
    who,
    called: (id) => calledIn(world, id, { t, pick, who }),
    list: (words) => listOf(words, t),
  });
}

const shows = ({ world: { statements } }: Report): boolean => statements.statements.size + statements.reports.size > 0;

export const report: ReportPart = {
  room: 'statements',
  sheets: [
    { order: 64, name: 'said', words: 'said', fresh: true, shows, Sheet: SaidPicture },
    { order: 65, name: 'saidList', words: 'said', shows, Sheet: SaidTable },
  ],
  figures: [
    { order: 37, sentences: (given, wording) => lines(given, wording)[0] ?? [] },
    { order: 38, sentences: (given, wording) => lines(given, wording)[1] ?? [] },
  ],
};
