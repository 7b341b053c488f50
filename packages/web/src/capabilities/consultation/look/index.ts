import type { CentreGiven, ControlLook } from '../../../kit/control/part.ts';
import { phrases } from '../control/phrases.ts';
import { matterEntries } from './entries.ts';
import { matterMarks } from './marks.tsx';
import { matterNews } from './news.ts';
import { DecisionDetail, MatterDetail, TablesPlace, TextDetail } from './parts.ts';
import { thingNamed } from './thingNamed.ts';

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
  called: (world, id) => {
    const thing = thingNamed(world, id);
    return thing && { number: '', ...thing };
  },
};
