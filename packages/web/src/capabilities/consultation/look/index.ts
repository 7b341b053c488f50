import type { CentreGiven, ControlLook } from '../../../kit/control/part.ts';
import { phrases } from '../control/phrases.ts';
import { matterEntries } from './entries.ts';
import { matterMarks } from './marks.tsx';
import { matterNews } from './news.ts';
import { DecisionDetail, MatterDetail, TablesPlace, TextDetail } from './parts.ts';

export const look: ControlLook & { readonly centre: CentreGiven } = {
  room: 'consultation',
  phrases,
  happenings: matterNews,
  entries: matterEntries,
  marks: matterMarks,
  lane: { name: 'tables', words: 'matters', letter: 'T' },
  legend: [
    { name: 'kind.asked', order: 60, kind: 'asked' },
    { name: 'kind.said', order: 61, kind: 'said' },
    { name: 'kind.broke', order: 62, kind: 'broke' },
    { name: 'kind.unasked', order: 63, kind: 'unasked' },
  ],
  details: { matter: MatterDetail, decision: DecisionDetail, 'table-text': TextDetail },
  centre: { name: 'tables', words: 'matters', shows: ({ consultation }) => consultation.forums.size > 0, Place: TablesPlace },
  called: ({ consultation }, id) => {
    for (const [kind, things] of [
      ['matter', consultation.matters],
      ['decision', consultation.decisions],
      ['table-text', consultation.texts],
    ] as const) {
      const thing = things.get(id);
      if (thing) return { number: '', title: thing.card.title, target: { kind, id } };
    }
    return undefined;
  },
};
