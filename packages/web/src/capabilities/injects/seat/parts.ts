import { part } from '../../../kit/Part.tsx';

/** What one opens to read: fetched when the screen is at rest. */
export const DeliveryView = part(async () => (await import('./DeliveryView.tsx')).DeliveryView);
