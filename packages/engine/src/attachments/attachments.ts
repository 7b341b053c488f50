import type { Id, Rejection } from '../fact.ts';
import type { Context, Draft, Room } from '../room.ts';
import type { AttachmentCard, AttachmentEvent, AttachmentsState, FileCard } from './language.ts';

declare module '../world.ts' {
  interface Languages {
    readonly attachments: Language<AttachmentsState, never, AttachmentEvent>;
  }
}

export const attachmentsRoom: Room<AttachmentsState, never, AttachmentEvent> = {
  commands: {},
  events: { AttachmentKept: true },
  initial: () => ({ kept: new Map() }),
  evolve: (own, event, meta) => void own.kept.set(event.attachment, { src: meta.id, content: event.content }),
};

interface Attached {
  readonly cards: readonly AttachmentCard[] | undefined;
  readonly drafts: readonly Draft[];
}
const NO_FILES: readonly FileCard[] = [];
const NOTHING_ATTACHED: Attached = { cards: undefined, drafts: [] };

/** Cards for files under fresh addresses, and the drafts that tell lead control which bytes lie behind them. */
export function attach(ctx: Pick<Context, 'id' | 'digest'>, files: readonly FileCard[]): Attached {
  if (files.length === 0) return NOTHING_ATTACHED;
  const cards = files.map(({ name, type, size, content }): AttachmentCard => {
    const id = ctx.id();
    return { id, name, type, size, digest: ctx.digest(`${id} ${content}`) };
  });
  const drafts = cards.map(
    (card, i): Draft => ({
      event: { type: 'AttachmentKept', attachment: card.id, content: (files[i] as FileCard).content },
      to: ['control'],
    }),
  );
  return { cards, drafts };
}

/** The seat's own uploads by their ids, or a rejection that says nothing of anybody else's. */
export function uploaded(ctx: Context, ids: readonly string[] | undefined): readonly FileCard[] | Rejection {
  if (ids === undefined) return NO_FILES;
  const files: FileCard[] = [];
  for (const id of ids) {
    const file = ctx.upload(id);
    if (!file) return { code: 'no-such-upload', message: 'A file is not there any more. Attach it again.' };
    files.push(file);
  }
  return files;
}

/** The files behind cards, as lead control's world knows them: what is given on goes out under new addresses. */
export function filesBehind(ctx: Pick<Context, 'world'>, cards: readonly AttachmentCard[] | undefined): FileCard[] {
  return (cards ?? []).flatMap(({ id, name, type, size }) => {
    const content = ctx.world.attachments.kept.get(id)?.content;
    return content === undefined ? [] : [{ name, type, size, content }];
  });
}

const NO_IDS: readonly Id[] = [];
/** The ids of an event's attachments, for those that bring some. */
export function attachmentIds(event: { readonly attachments?: readonly AttachmentCard[] | undefined }): readonly Id[] {
  return event.attachments?.map((a) => a.id) ?? NO_IDS;
}
