import { part } from '../../../kit/Part.tsx';

/** Desks of items and requests: they come when one is opened. */
export const ItemDesk = part(async () => (await import('./ItemDesk.tsx')).ItemDesk);
export const RequestDesk = part(async () => (await import('./RequestDesk.tsx')).RequestDesk);
export const NewItem = part(async () => (await import('./ItemActs.tsx')).NewItem);
