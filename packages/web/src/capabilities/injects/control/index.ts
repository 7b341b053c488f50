import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { injectCards } from './cards.tsx';
import { InjectDesk } from './InjectDesk.tsx';
import { injectPalette } from './palette.ts';
import { AmendPanel, ImprovisePanel } from './parts.ts';

export const control: ControlPart = {
  ...look,
  cards: injectCards,
  details: { ...look.details, inject: InjectDesk },
  panels: { improvise: ImprovisePanel, correct: AmendPanel, withdraw: AmendPanel },
  palette: injectPalette,
  // What was improvised is shown as it stands in the MSEL now: that is how one sees that it has gone out.
  made: ({ injects }, events) => {
    const is = new Set(events);
    for (const [id, { plan, shown }] of injects.rows)
      if ((plan && is.has(plan.src)) || [...shown.values()].some(({ src }) => is.has(src))) return { kind: 'inject', id };
    return undefined;
  },
};
