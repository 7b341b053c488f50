import { part } from '../../../kit/Part.tsx';

/** What is chosen before the clock jumps: fetched when the screen is at rest. */
export const JumpPanel = part(async () => (await import('./JumpPanel.tsx')).JumpPanel);
