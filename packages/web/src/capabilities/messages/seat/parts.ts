import { part } from '../../../kit/Part.tsx';

/** What one writes at a seat: fetched when the screen is at rest. */
export const Compose = part(async () => (await import('./Compose.tsx')).Compose);
export const NoteForm = part(async () => (await import('./NoteForm.tsx')).NoteForm);
