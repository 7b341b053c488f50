import { part } from '../../../kit/Part.tsx';

/** What one reads of sharing: fetched when the screen is at rest, as its forms are. */
export const ItemView = part(async () => (await import('./ItemView.tsx')).ItemView);
export const RequestView = part(async () => (await import('./RequestView.tsx')).RequestView);
