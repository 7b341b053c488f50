import { part } from '../../../kit/Part.tsx';

/** The forms of sharing, for whoever shows them: they are fetched when the screen is at rest. */
export const AskForm = part(async () => (await import('./AskForm.tsx')).AskForm, 'forms');
export const DecideForm = part(async () => (await import('./DecideForm.tsx')).DecideForm, 'forms');
export const Doing = part(async () => (await import('./Doing.tsx')).Doing, 'forms');
export const ItemForm = part(async () => (await import('./ItemForm.tsx')).ItemForm, 'forms');
