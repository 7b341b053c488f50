import { part } from '../../../kit/Part.tsx';

/** What control writes: fetched when the screen is at rest. */
export const WritePanel = part(async () => (await import('./WritePanel.tsx')).WritePanel);
export const NotePanel = part(async () => (await import('./NotePanel.tsx')).NotePanel);
