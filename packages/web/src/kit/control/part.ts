import type { Id, Ms, World } from '@entente/engine';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { Command } from '../../connection/useAct.ts';
import type { Phrases } from './conditionWords.ts';
import type { ControlView, Side } from './controlContext.ts';
import type { Entry, Viewer } from './entry.ts';
import type { CardKind } from './hand.ts';
import type { Happening, Target } from './happening.ts';
import type { Names, Say } from './names.ts';

/**
 * What a capability shows of itself on the screen of control: all that a frame gets which only looks, as the evaluators’ does.
 * Nothing here sends anything, nor is anything here that could (`looks.test.ts`); `own` apart, which says what they do send.
 */
export interface ControlLook {
  /** The room that it shows. */
  readonly room: string;
  /** What happened, for the stream. With `touched`, of those things alone, as far as its lines say `of` what they are. */
  happenings?(world: World, viewer: Viewer, touched?: ReadonlySet<Id>): Iterable<Happening>;
  /** Marks of the timeline and lines of its table. */
  entries?(look: EntryLook): Iterable<Entry>;
  /** How those are drawn, by their kinds. */
  readonly marks?: Readonly<Record<string, MarkKind>>;
  /** What stands in the side column when a thing is selected, by the kind of thing. */
  readonly details?: Readonly<Record<string, ComponentType<DetailProps>>>;
  /** What of it stands within the detail of an inject that names it. */
  readonly Within?: ComponentType<{ readonly inject: Id }>;
  /** How what conditions ask of its room is said. */
  readonly phrases?: Phrases;
  /** The title of a thing that conditions name, by the scenario’s id. */
  titled?(world: World, scenario: Id): Entry['title'] | undefined;
  /** A place of the centre, beside the MSEL. */
  readonly centre?: CentreGiven;
  /** A lane of the timeline beside the parties’, where its entries name it. `lane.NAME` in its words. */
  readonly lane?: LaneGiven;
  /** What the shapes of its marks mean. */
  readonly legend?: readonly (Partial<MarkLook> & Ordered & { readonly kind: string })[];
  /** A panel beside the stream. */
  readonly Beside?: ComponentType;
  /** What those who look do send: for nobody else’s sake, and refused to none of them. */
  readonly own?: OwnActs;
  /** What a thing is called that is none of the timeline: that time brings (`comes`), or that a note is about. */
  called?(
    world: World,
    id: Id,
  ): { readonly number: string; readonly title: Entry['title']; readonly target?: Target | undefined } | undefined;
}

/** What a capability gives to the screen of control: its look, and what it does there. It leaves out what it has not. */
export interface ControlPart extends ControlLook {
  /** Cards of what waits for a hand, by the room’s own kinds. */
  readonly cards?: Readonly<Record<string, CardKind>>;
  /** What is done in the side column, by the kind of act. */
  readonly panels?: Readonly<Record<string, ComponentType<PanelProps>>>;
  /** What stands in the top bar. */
  readonly Bar?: ComponentType;
  /** What stands above the cards of what waits for a hand. */
  readonly AboveHand?: ComponentType;
  /** Acts of the command palette. */
  palette?(control: ControlView, make: PaletteMaker): readonly PaletteAct[];
  /** The command that carries a thing over a jump, to another time (scenario ms), if it is of this room. */
  carries?(world: World, id: Id, due: Ms): Command | undefined;
  /** How much waits for people’s answers until a time: a faster clock takes it from them. */
  hurries?(world: World, now: Ms): number;
  /** What events of an act of control’s have made. */
  made?(world: World, events: readonly Id[]): Target | undefined;
}

export interface OwnActs {
  /** The notes that they keep, and the form for one more. `about`: the thing that it is about. */
  readonly Notes?: ComponentType<OwnNotes>;
  /** What is asked of them. */
  readonly Asked?: ComponentType;
  /** Who sits at their seat, and who takes it over. */
  readonly Hands?: ComponentType;
}
export interface OwnNotes {
  readonly about: Target | undefined;
  /** The note is about nothing in particular. */
  readonly aboutNothing: () => void;
}

export interface EntryLook {
  readonly world: World;
  readonly viewer: Viewer;
  readonly names: Names;
  readonly now: Ms;
  /** When a line comes, as far as this viewer can know. */
  readonly when: (id: Id) => Ms | undefined;
}
export interface LaneGiven {
  readonly name: string;
  readonly words: string;
  readonly letter: string;
}
export interface MarkKind {
  /** Drawn around 0,0 within 9 px. */
  readonly Mark: ComponentType<{ readonly entry: MarkLook; readonly hand: boolean }>;
  /** Its state behind the title, where the shape alone does not say it. */
  state?(entry: Entry, waitsFor: string, now: Ms, say: Say): { readonly suffix?: string; readonly tone?: 'late' | 'soon' | 'quiet' };
}
export type MarkLook = Pick<Entry, 'kind' | 'status' | 'contingency' | 'happened' | 'waits' | 'drawn'>;

export interface DetailProps {
  readonly id: Id;
  /** It waits for this viewer’s hand. */
  readonly hand: boolean;
  readonly waitsFor: (entry: Entry) => string;
  /** Told of the events that an act brought: what they made is opened. */
  readonly made: (events: readonly Id[]) => void;
  /** What may be done with it, below. */
  readonly foot?: ReactNode;
}
export interface PanelProps {
  readonly side: Side;
  readonly made: (events: readonly Id[]) => void;
}
export interface CentreGiven {
  /** `centre.NAME` in control’s words, or in those of `words`. */
  readonly name: string;
  readonly words?: string;
  /** The kind of thing that is shown here, and not in the side column. */
  readonly opens?: string;
  /** Whether it holds something now: a place appears when it does. Always, if absent. */
  shows?(world: World, viewer: Viewer): boolean;
  readonly Place: ComponentType;
}

/** Where it stands among those of other capabilities: the lowest first. `name`: a key of control’s words. */
export interface Ordered {
  readonly name: string;
  readonly order: number;
}

/** One line of the palette. */
export interface PaletteAct {
  readonly id: string;
  readonly label: string;
  readonly onClick: () => void;
  readonly description?: string;
  /** The lowest first; 50 if absent. */
  readonly order?: number;
  /** Found by its words only: it stands after the lines of the MSEL. */
  readonly searched?: true;
}
export interface PaletteMaker {
  act(id: string, label: string, onClick: () => void, description?: string): PaletteAct;
  run(command: Command): () => void;
}

const Current = createContext<readonly ControlPart[]>([]);
export const ControlPartsProvider = Current.Provider;

/** What all capabilities give to this screen. */
export function useControlParts(): readonly ControlPart[] {
  return useContext(Current);
}

/** What the first capability gives under a name. */
export function given<K extends 'marks' | 'details' | 'panels'>(
  parts: readonly ControlPart[],
  member: K,
  name: string,
): NonNullable<ControlPart[K]>[string] | undefined {
  for (const part of parts) {
    const found = (part[member] as Readonly<Record<string, NonNullable<ControlPart[K]>[string]>> | undefined)?.[name];
    if (found) return found;
  }
  return undefined;
}
