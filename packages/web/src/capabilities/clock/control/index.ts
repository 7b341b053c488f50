import type { ControlPart } from '../../../kit/control/part.ts';
import { Bar } from './ClockControls.tsx';
import { EndPanel } from './EndPanel.tsx';
import { JumpPanel } from './JumpPanel.tsx';
import { clockNews } from './news.ts';
import { clockPalette } from './palette.ts';

export const control: ControlPart = {
  room: 'clock',
  happenings: clockNews,
  panels: { jump: JumpPanel, end: EndPanel },
  Bar,
  palette: clockPalette,
};
