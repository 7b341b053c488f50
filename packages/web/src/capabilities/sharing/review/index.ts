import type { ReviewPart } from '../../../kit/review/part.ts';
import { eventWords } from './eventWords.ts';
import { ItemThing } from './ItemThing.tsx';
import { KnewTab } from './KnewTab.tsx';
import { KnownShape } from './KnownMark.tsx';
import { evidenceOfItem, evidenceOfRequest } from './known.ts';
import type { KnownMarkKind } from './knownLayout.ts';
import { requestSentences } from './knownSentences.ts';
import { releaseMarks, requestMarks } from './marks.ts';
import { RequestsWithin } from './RequestTable.tsx';
import { RequestThing } from './RequestThing.tsx';

export const review: ReviewPart = {
  room: 'sharing',
  sentences: eventWords,
  tabs: [
    {
      name: 'knew',
      order: 10,
      count: ({ sharing }) => [...sharing.items.values()].filter((i) => i.copies.size > 0).length,
      Tab: KnewTab,
      ownLegend: true,
    },
  ],
  within: {
    asked: {
      name: 'requests',
      order: 10,
      count: ({ sharing }) => sharing.requests.size,
      sentences: requestSentences,
      Table: RequestsWithin,
    },
  },
  kinds: [
    {
      name: 'sharing',
      order: 40,
      events: /^(Item|Request|Refusal|Onward|Recall|Destruction|Sharing)/,
      mark: { form: 'released', status: undefined },
    },
  ],
  marks: (look) => [...releaseMarks(look), ...requestMarks(look)],
  shapes: { sharing: ({ form }) => KnownShape({ kind: form as KnownMarkKind }) },
  legend: [
    { name: 'sharing', order: 30, mark: { kind: 'sharing', form: 'released', status: undefined }, sides: true },
    { name: 'request', order: 31, mark: { kind: 'sharing', form: 'requested', status: undefined }, sides: true },
    { name: 'refused', order: 32, mark: { kind: 'sharing', form: 'refused', status: undefined }, paper: true },
  ],
  things: {
    item: { Thing: ItemThing, evidence: evidenceOfItem },
    request: { Thing: RequestThing, evidence: evidenceOfRequest },
  },
};
