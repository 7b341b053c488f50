import { type Address, type AttachmentCard, audienceOf, type FileCard, type Id, type Recorded, type Roster } from '@entente/engine';
import type { Submission } from '../exercises/submission.ts';
import type { UploadRow } from '../store/files.ts';

interface Given {
  readonly card: AttachmentCard;
  readonly viewers: Set<Address>;
}

/** What the events of an exercise gave: every attachment's card and its holders, by address, and which bytes lie behind it. */
export class GivenCards {
  readonly #roster: Roster;
  readonly #given = new Map<Id, Given>();
  readonly #contents = new Map<Id, string>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  append(events: Iterable<Recorded>): void {
    for (const recorded of events) {
      const { event } = recorded;
      if (event.type === 'AttachmentKept') this.#contents.set(event.attachment, event.content);
      const cards = cardsOf(event);
      if (cards.length === 0) continue;
      const { viewers } = audienceOf(recorded, this.#roster);
      for (const card of cards) {
        const holders = this.#given.get(card.id)?.viewers ?? new Set();
        for (const viewer of viewers) holders.add(viewer);
        this.#given.set(card.id, { card, viewers: holders });
      }
    }
  }

  /** The card of an attachment that the viewer was given, and the hash of its bytes. */
  to(viewer: Address, id: Id): { card: AttachmentCard; content: string } | undefined {
    const given = this.#given.get(id);
    const content = this.#contents.get(id);
    return given?.viewers.has(viewer) && content !== undefined ? { card: given.card, content } : undefined;
  }
}

function cardsOf(event: Recorded['event']): readonly AttachmentCard[] {
  const bringer: { attachments?: readonly AttachmentCard[] | undefined } = 'card' in event ? (event.card as object) : (event as object);
  return bringer.attachments ?? [];
}

/** The uploads that a command names, as the engine takes them: this session's own, not used before. `known`: as they lie in the store. */
export function uploadsFor(
  { session, command }: Submission,
  known: ReadonlyMap<string, UploadRow>,
  spent: readonly string[],
): Map<string, FileCard> {
  const files = new Map<string, FileCard>();
  for (const id of namedUploads(command)) {
    const upload = known.get(id);
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
