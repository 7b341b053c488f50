import { isPast, isSoon, type Ms, type Text, type Waiting, type World } from '@entente/engine';
import type { ComponentType } from 'react';
import type { Side } from './controlContext.ts';
import type { Viewer } from './entry.ts';
import type { Target } from './happening.ts';
import type { Names, Pick, Say } from './names.ts';

/** One card of the column “Needs my hand”: what, by when, whose, and the acts that settle it. */
export interface HandCard {
  readonly key: string;
  /** The room’s own word for what is to be done. */
  readonly kind: string;
  readonly room: string;
  readonly id: string;
  readonly target?: Target | undefined;
  /** Key of the words that lead: “missed 8 min ago”, “due in 3 min”. Its value is `minutes`. */
  readonly when: {
    readonly key: string;
    readonly ms: Ms;
    /** True if `ms` is the time that is left. */
    readonly left?: true;
    readonly tone?: 'late' | 'soon' | undefined;
    /** Since when by the wall, ms since 1970, of what goes on while scenario time stands; shown in place of the rest. */
    readonly wall?: number;
  };
  /** MSEL number; empty for messages. */
  readonly number: string;
  readonly title: Text;
  readonly parties: readonly string[];
  readonly everyone: boolean;
  /** For a message: who asks. */
  readonly from?: string | undefined;
  /** For a request: whose word it asks for; for a message: whom of those that control voices it asks. */
  readonly of?: string | undefined;
  /** For a message: whom it was written to, so that the answer comes from there; for a request left without answer: whom to remind. */
  readonly to?: readonly string[] | undefined;
  readonly purpose?: string | undefined;
  readonly held?: boolean;
  /** For `missed`: the inject held ready. */
  readonly contingency?: { readonly id: string; readonly number: string; readonly numbers: string } | undefined;
  /** For `roll`: who has answered. */
  readonly roll?: { readonly answered: number; readonly of: number } | undefined;
}

/** What a capability says of a card. */
export type CardGiven = Omit<HandCard, 'key' | 'kind' | 'room' | 'id'>;
export interface HandLook {
  readonly world: World;
  readonly viewer: Viewer;
  readonly names: Names;
  readonly now: Ms;
}

/** How one kind of what waits stands among the cards. */
export interface CardKind {
  card(look: HandLook, waits: Waiting): CardGiven | undefined;
  /** What it says; its title alone if absent. `from`, `of`: in words. */
  says?(card: HandCard, words: { readonly say: Say; readonly pick: Pick; readonly from: string; readonly of: string }): string;
  /** What it is, in a corner of the card; `hand.kind.KIND` if absent. */
  called?(card: HandCard, say: Say): string;
  /** The place of the centre where it is worked, if any. */
  readonly place?: string;
  /** The kind of cards that it is to a controller; `hand.group.NAME`. Without one it stands only under all. */
  readonly group?: { readonly name: string; readonly order: number };
  /** Opens the form in which one text settles several of these; without it each is settled by itself. */
  readonly several?: (cards: readonly HandCard[], world: World) => Side;
  /** Nobody takes it: it is told to all. */
  readonly untaken?: true;
  /** What stands between what it says and its acts: what is decided there, word for word. */
  readonly Body?: ComponentType<CardActsProps>;
  /** The acts that settle it, the main one last, in `Main`. */
  readonly Acts: ComponentType<CardActsProps>;
}
export interface CardActsProps {
  readonly card: HandCard;
  /** It is the first of the list: its main act is filled. */
  readonly next: boolean;
  readonly putAside: () => void;
}

/** How a time stands: in so long, soon, or since when. */
export function timed({ due = 0 }: Waiting, now: Ms, ahead: string, since: string): HandCard['when'] {
  if (isPast(due, now)) return { key: since, ms: now - due, tone: 'late' };
  return { key: ahead, ms: due - now, left: true, tone: isSoon(due, now) ? 'soon' : undefined };
}

export const sentenceEnd = (text: string): string => (/[.!?…。]$/.test(text) ? text : `${text}.`);
