/** What others may call of this room. */

export type { AttachmentCard, FileCard } from './language.ts';
