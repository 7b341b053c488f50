import type { ReviewPart } from '../../../kit/review/part.ts';
import { eventWords, OWN } from './eventWords.ts';
import { evidenceOfStep } from './evidence.ts';
import { planMarks, stepShape } from './marks.tsx';
import { PlannedTab } from './PlannedTab.tsx';
import { StepThing } from './StepThing.tsx';

export const review: ReviewPart = {
  room: 'execution',
  sentences: eventWords,
  tabs: [
    {
      name: 'planned',
      order: 30,
      count: ({ execution, planning }) => execution.plans.size + planning.drafted.size + planning.boards.size,
      Tab: PlannedTab,
      ownLegend: true,
    },
  ],
  kinds: [{ name: 'plan', order: 36, events: OWN, mark: { form: 'step', status: undefined } }],
  marks: planMarks,
  shapes: { plan: stepShape },
  legend: [{ name: 'step', order: 26, mark: { kind: 'plan', form: 'step', status: undefined }, sides: true }],
  things: { step: { Thing: StepThing, evidence: evidenceOfStep } },
};
