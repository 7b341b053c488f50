import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { Bar } from './ClockControls.tsx';
import { EndPanel } from './EndPanel.tsx';
import { clockPalette } from './palette.ts';
import { JumpPanel } from './parts.ts';

export const control: ControlPart = { ...look, panels: { jump: JumpPanel, end: EndPanel }, Bar, palette: clockPalette };
