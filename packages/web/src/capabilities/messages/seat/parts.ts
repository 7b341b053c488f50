import { part } from '../../../kit/Part.tsx';

/** What one writes and opens to read at a seat: fetched when the screen is at rest. */
export const Compose = part(async () => (await import('./Compose.tsx')).Compose);
export const NoteForm = part(async () => (await import('./NoteForm.tsx')).NoteForm);
export const MessageView = part(async () => (await import('./MessageView.tsx')).MessageView);
export const NoteView = part(async () => (await import('./MessageView.tsx')).NoteView);
export const Thread = part(async () => (await import('./Thread.tsx')).Thread);
