import type { PanelProps } from '../../../kit/control/part.ts';
import { part } from '../../../kit/Part.tsx';

/** What is chosen before the clock jumps: fetched when the screen is at rest. */
export const JumpPanel = part<PanelProps>(async () => (await import('./JumpPanel.tsx')).JumpPanel);
