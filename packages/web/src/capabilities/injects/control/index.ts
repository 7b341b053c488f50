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
};
