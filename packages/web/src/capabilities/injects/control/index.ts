import type { ControlPart } from '../../../kit/control/part.ts';
import { injectCards } from './cards.tsx';
import { injectEntries } from './entries.ts';
import { InjectDetail } from './InjectDetail.tsx';
import { injectMark } from './InjectMark.tsx';
import { injectNews } from './news.ts';
import { injectPalette } from './palette.ts';
import { AmendPanel, ImprovisePanel } from './parts.ts';

export const control: ControlPart = {
  room: 'injects',
  happenings: injectNews,
  entries: injectEntries,
  marks: { inject: injectMark },
  legend: [
    { name: 'kind.inject', order: 10, kind: 'inject', happened: true, status: 'released' },
    { name: 'kind.contingency', order: 30, kind: 'inject', contingency: true },
    { name: 'kind.waits', order: 50, kind: 'inject', waits: true, status: 'waiting' },
  ],
  cards: injectCards,
  details: { inject: InjectDetail },
  panels: { improvise: ImprovisePanel, correct: AmendPanel, withdraw: AmendPanel },
  palette: injectPalette,
};
