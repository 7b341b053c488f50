import type { AttachmentCard, FileCard, Id, Recorded } from '@entente/engine';
import type { Submission } from '../exercises/submission.ts';
import type { Store } from '../store/store.ts';

/** The cards of every attachment that an exercise's events gave to somebody, by address. */
export class GivenCards {
  readonly #cards = new Map<Id, AttachmentCard>();

  append(events: Iterable<Recorded>): void {
    for (const { event } of events) for (const card of cardsOf(event)) this.#cards.set(card.id, card);
  }

  get(id: Id): AttachmentCard | undefined {
    return this.#cards.get(id);
  }
}

function cardsOf(event: Recorded['event']): readonly AttachmentCard[] {
  const bringer: { attachments?: readonly AttachmentCard[] | undefined } = 'card' in event ? (event.card as object) : (event as object);
  return bringer.attachments ?? [];
}

/** The uploads that a command names, as the engine takes them: this session's own, not used before. */
export function uploadsFor(store: Store, { session, command }: Submission, spent: readonly string[]): Map<string, FileCard> {
  const files = new Map<string, FileCard>();
  for (const id of namedUploads(command)) {
    const upload = store.upload(id);
    if (!upload || upload.used || upload.session !== session || spent.includes(id)) continue;
    const { name, type, size, content } = upload;
    files.set(id, { name, type, size, content });
  }
  return files;
}

/** The uploads that a command names. */
export function namedUploads(command: Submission['command']): readonly string[] {
  return 'attachments' in command ? (command.attachments ?? []) : [];
}
