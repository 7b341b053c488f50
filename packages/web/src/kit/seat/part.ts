import type { Address, Command, Id, Ms, Text, Waiting, World } from '@entente/engine';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { StateWord } from '../Chip.tsx';
import type { IconName } from '../icons.tsx';
import type { Line } from './line.ts';

/** What a capability gives to the seat’s screen. It leaves out what it has not. */
export interface SeatPart {
  /** The room that it shows, and the catalogue of its words. */
  readonly room: string;
  /** Lines of the inbox that stand for its things. */
  inbox?(look: SeatLook): Iterable<Line>;
  /** Which of its lines came with another’s and are read inside that: the other’s id, then its own. */
  brought?(world: World): Iterable<readonly [line: Id, brought: Id]>;
  /** How its lines are read and settled, by their kinds. */
  readonly kinds?: Readonly<Record<string, LineKind>>;
  /** How what waits for the seat is said and settled, by the room’s own kinds (`waits`). */
  readonly asks?: Readonly<Record<string, (waits: Waiting, world: World, line: Line | undefined) => Asked | undefined>>;
  /** What I asked of others, and what became of it: in the place Held. */
  mine?(look: SeatLook, now: Ms): readonly Mine[];
  /** At the end of a line of the inbox, of whatever kind. */
  readonly Chips?: ComponentType<{ readonly line: Line }>;
  /** Above anything that is read: the one act that it waits for. */
  readonly Above?: ComponentType<BelowProps>;
  /** Below anything that is read. */
  readonly Below?: ComponentType<BelowProps>;
  /** Beneath words of somebody’s that stand within what is read. */
  readonly Beneath?: ComponentType<{ readonly of: Id }>;
  /** What is held under a name of its own: `filter.NAME` in its words. */
  readonly filters?: readonly Ordered[];
  /** What can be written from nothing: `write.NAME` in its words. */
  readonly writes?: readonly Write[];
  /** By which of its forms this seat answers such a line, where that is no message; false: it does not. */
  answers?(look: SeatLook, line: Line): string | false | undefined;
  /** Writes a note on whatever is read. */
  readonly Note?: ComponentType<{ readonly about: Id | undefined; readonly done: () => void }>;
  /** The line that events of this seat’s own act have made. */
  made?(world: World, events: readonly Id[]): Id | undefined;
  /** Words by which a search finds a line, beside those that the line shows. */
  named?(world: World, line: Line): string;
  /** What a found line is to another whose title it bears: a key of its words, and that title. */
  foundAs?(world: World, line: Line): { readonly key: string; readonly title: Text | undefined } | undefined;
  /** On the card that says who one is. */
  readonly OnCard?: ComponentType;
  /** Places of its own: `place.NAME` in its words. */
  readonly places?: readonly SeatPlace[];
}

/** A place of the seat. It appears when it holds something; its share of what waits is that of its room. */
export interface SeatPlace extends Ordered {
  readonly icon: IconName;
  holds(look: SeatLook): boolean;
  /** What stands beside what is read. */
  readonly List: ComponentType<MineProps>;
  /** At the right of what is read, where the screen is wide enough for three columns; elsewhere its list gives a way to it. */
  readonly Beside?: ComponentType<MineProps>;
  /** False where its list has the same. */
  beside?(look: SeatLook): boolean;
  /** Other rooms whose share of what waits is its too. */
  readonly counts?: readonly string[];
  /** What is read there needs the width: its list is narrow. */
  readonly wide?: true;
}

/** What can be written from nothing, and in which form. */
export interface Write extends Ordered {
  readonly icon?: IconName;
  /** False where this seat has nothing that it could be written to. */
  may?(look: SeatLook): boolean;
  readonly Form: ComponentType<WriteProps>;
}

/** A name, and where it stands among those of other capabilities: the lowest first. */
export interface Ordered {
  readonly name: string;
  readonly order: number;
}

export interface SeatLook {
  readonly world: World;
  /** Whose screen it is. */
  readonly seat: Address;
  /** Only players’ reading is on the record; for those who watch nothing is unread. */
  readonly reads: boolean;
  /** What was opened in this tab of that whose reading is not on the record. */
  readonly seen: ReadonlySet<Id>;
}

/** How one kind of line is shown and settled. */
export interface LineKind {
  readonly View: ComponentType<ReadProps>;
  /** In lists, in place of the channel’s. */
  readonly icon?: IconName;
  /** In lists, in place of the channel’s name: a key of its capability’s words. */
  readonly called?: string;
  /** Lists name whom one’s own was sent to. */
  readonly sent?: true;
  /** Puts on the record that it was opened; nothing if that is there. Without this, it is kept in this tab. */
  opened?(look: SeatLook, line: Line): Command | undefined;
  acknowledge?(line: Line): Command;
  /** What can be begun with it. */
  acts?(look: SeatLook & { readonly now: Ms }, line: Line): readonly LineAct[];
  /** In place of `acts`: the buttons themselves, where what can be done needs more than words. */
  readonly Acts?: ComponentType<ActsProps>;
  /** The act that is under way, below the text. */
  readonly Doing?: ComponentType<DoingProps>;
}

export interface LineAct {
  readonly act: string;
  /** Its words, a key of the capability’s catalogue. */
  readonly says: string;
  readonly icon: IconName;
  /** Behind *More* where there is little room. */
  readonly seldom?: boolean;
}

export interface ActsProps {
  readonly line: Line;
  /** Begins an act: `Doing` shows it. */
  readonly start: (act: string) => void;
}

/** An act that has been begun, with whatever its capability must keep of it. */
export interface Begun {
  readonly act: string;
  readonly start?: unknown;
}

export interface ReadProps {
  readonly line: Line;
  readonly lines: readonly Line[];
  readonly open: (id: Id) => void;
  /** False for those who only watch. */
  readonly acts: boolean;
  /** Begins an act on it; absent once the exercise has ended. */
  readonly start?: ((act: string) => void) | undefined;
  /** It stands inside the line that brought it. */
  readonly inside?: boolean | undefined;
  /** What came with it, and what was written about it. */
  readonly children?: ReactNode;
}
export type BelowProps = Pick<ReadProps, 'line' | 'lines' | 'open'>;
export interface DoingProps {
  readonly line: Line;
  readonly begun: Begun;
  /** Told of the events that an act brought. */
  readonly made: (events: readonly Id[]) => void;
  readonly go: (begun: Begun) => void;
  readonly done: () => void;
}

/** Something being written, as far as the way to it has already said. */
export interface Writing {
  /** Which of `writes`; the first of all if absent. */
  readonly what?: string | undefined;
  readonly to: readonly Address[];
  readonly about?: Id | undefined;
  readonly purpose?: string | undefined;
  readonly channel?: string | undefined;
  readonly label?: string | undefined;
  /** Words to begin with. */
  readonly text?: string | undefined;
}
export interface WriteProps {
  readonly writing: Writing;
  /** What it answers. */
  readonly about: Line | undefined;
  readonly made: (events: readonly Id[]) => void;
  readonly done: () => void;
}

/** Words: a catalogue and a key in it; `{{title}}` in them is what it is about, `{{who}}` from whom. */
export type Words = readonly [catalogue: string, key: string];

/** What waits for this seat, in words, with the ways to settle it. */
export interface Asked {
  readonly from: Address;
  /** In place of its line’s title. */
  readonly title?: Words | undefined;
  readonly about?: Text | undefined;
  /** What follows if nobody acts, where a time says no more than that it goes on waiting. */
  readonly ifNot?: Words | undefined;
  /** It needs a word only: several stand behind one line. */
  readonly folds?: boolean | undefined;
  /** What is to be done: “Answer”. */
  readonly verb: Words;
  /** Settles it without opening it. `first`: there is nothing to read before. */
  readonly settle?: { readonly command: Command; readonly says: Words; readonly first?: true } | undefined;
  /** Settled by writing back. */
  readonly byWriting?: true | undefined;
}
export interface Ask extends Asked {
  readonly waits: Waiting;
  /** The line that it is about, if any. */
  readonly line: Line | undefined;
}
/** Something that this seat asked of others. */
export interface Mine {
  readonly id: Id;
  readonly of: readonly Address[];
  readonly says: Text;
  readonly state: StateWord;
  /** It still waits for them. */
  readonly waits: boolean;
  /** Until when, if a time was named. */
  readonly due?: Ms | undefined;
  /** When it was asked; once it waits no more, when that ended. */
  readonly at: Ms;
}
export interface MineProps {
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
}

const Current = createContext<readonly SeatPart[]>([]);
export const SeatPartsProvider = Current.Provider;

/** What all capabilities give to this screen. */
export function useSeatParts(): readonly SeatPart[] {
  return useContext(Current);
}

/** How a line of that kind is shown, and whose it is. @throws if no capability gave such a line. */
export function kindOf(parts: readonly SeatPart[], line: Pick<Line, 'kind'>): LineKind & { readonly room: string } {
  for (const { kinds, room } of parts) {
    const kind = kinds?.[line.kind];
    if (kind) return { ...kind, room };
  }
  throw new Error(`no capability shows a ${line.kind}`);
}
