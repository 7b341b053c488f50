import { part } from '../../../kit/Part.tsx';

/** The place of what is to be translated: fetched when the screen is at rest. */
export const ToTranslateTable = part(async () => (await import('./ToTranslateTable.tsx')).ToTranslateTable);
