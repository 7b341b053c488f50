import type { Note, World } from '@entente/engine';
import { evidenceOf } from '../../../kit/review/evidence.ts';

/** One note that the edition holds. */
export interface NoteLine {
  readonly key: string;
  readonly id: string;
  readonly at: number;
  readonly seat: string;
  readonly text: string;
  /** The thing that it is about. */
  readonly about: string | undefined;
  readonly attachments: Note['attachments'];
  readonly evidence: readonly string[];
}

/** Notes by time. */
export function noteLines({ messages }: Pick<World, 'messages'>): NoteLine[] {
  return [...messages.notes.values()]
    .map((note) => ({
      key: `note:${note.id}`,
      id: note.id,
      at: note.at,
      seat: note.seat,
      text: note.text,
      about: note.about?.id,
      attachments: note.attachments,
      evidence: evidenceOf(note),
    }))
    .sort((a, b) => a.at - b.at);
}

/** True for what somebody noted who does not play: an observation. */
export const isObservation = ({ seat }: Pick<NoteLine, 'seat'>): boolean => /^(evaluators|control)(:|$)/.test(seat);
