import { part } from '../../../kit/Part.tsx';

/** What control writes and chooses: fetched when the screen is at rest. */
export const AmendPanel = part(async () => (await import('./AmendPanel.tsx')).AmendPanel);
export const ChooseRecipients = part(async () => (await import('./ChooseRecipients.tsx')).ChooseRecipients);
export const ImprovisePanel = part(async () => (await import('./ImprovisePanel.tsx')).ImprovisePanel);
export const MoveTime = part(async () => (await import('./MoveTime.tsx')).MoveTime);
