import type { CentreGiven, ControlLook } from '../../../kit/control/part.ts';
import { DecisionDetail } from './DecisionDetail.tsx';
import { MatterDetail } from './MatterDetail.tsx';
import { TablesPlace } from './TablesPlace.tsx';
import { TextDetail } from './TextShown.tsx';

export const look: ControlLook & { readonly centre: CentreGiven } = {
  room: 'consultation',
  details: { matter: MatterDetail, decision: DecisionDetail, 'table-text': TextDetail },
  centre: { name: 'tables', words: 'matters', shows: ({ consultation }) => consultation.forums.size > 0, Place: TablesPlace },
  called: ({ consultation: { matters } }, id) => {
    const matter = matters.get(id);
    return matter && { number: '', title: matter.card.title, target: { kind: 'matter', id } };
  },
};
