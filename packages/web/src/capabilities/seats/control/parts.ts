import { part } from '../../../kit/Part.tsx';

/** The links, and the place of the room: fetched when the screen is at rest. */
export const LinksPanel = part(async () => (await import('./LinksPanel.tsx')).LinksPanel);
export const RoomDesk = part(async () => (await import('./RoomDesk.tsx')).RoomDesk);
