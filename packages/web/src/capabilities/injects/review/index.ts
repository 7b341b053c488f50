import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { ReviewPart } from '../../../kit/review/part.ts';
import { eventWords } from './eventWords.ts';
import { InjectShape } from './InjectShape.tsx';
import { InjectFigures, InjectsPrinted, InjectsTab } from './InjectsTab.tsx';
import { InjectThing } from './InjectThing.tsx';
import { injectMarks } from './marks.ts';

export const review: ReviewPart = {
  room: 'injects',
  sentences: eventWords,
  tabs: [
    {
      name: 'injects',
      order: 30,
      count: ({ injects }) => injects.rows.size + injects.deliveries.size,
      Tab: InjectsTab,
      printed: { order: 10, Part: InjectsPrinted },
    },
  ],
  happened: { order: 20, Figures: InjectFigures },
  kinds: [{ name: 'inject', order: 10, events: /^(Inject|Delivery|HoldLifted)/, mark: { form: 'contextual', status: 'released' } }],
  marks: injectMarks,
  shapes: { inject: InjectShape },
  legend: [
    { name: 'inject', order: 10, mark: { kind: 'inject', form: 'contextual', status: 'released' }, sides: true },
    { name: 'contingency', order: 11, mark: { kind: 'inject', form: 'contingency', status: 'released' } },
    { name: 'skipped', order: 12, mark: { kind: 'inject', form: 'contextual', status: 'skipped' } },
  ],
  things: {
    inject: {
      Thing: InjectThing,
      evidence: ({ injects }, id) => {
        const row = injects.rows.get(id);
        return evidenceOf(row, ...[...(row?.deliveries.keys() ?? [])].map((d) => injects.deliveries.get(d)));
      },
    },
    delivery: { Thing: InjectThing, evidence: ({ injects }, id) => evidenceOf(injects.deliveries.get(id)) },
  },
};
