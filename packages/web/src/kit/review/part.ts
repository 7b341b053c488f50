import type { World } from '@entente/engine';
import { type ComponentType, createContext, useContext } from 'react';
import type { EditionEvent } from './edition.ts';
import type { Sentence } from './figures.ts';
import type { Mark } from './mark.ts';
import type { Edition } from './side.ts';
import type { EventWords, Wording } from './wording.ts';

/** What a capability gives to the review. It leaves out what it has not. */
export interface ReviewPart {
  /** The room that it shows. */
  readonly room: string;
  /** Questions that the review answers, each a tab. */
  readonly tabs?: readonly TabGiven[];
  /** Tables that stand within a tab of another capability, by the name of that tab. */
  readonly within?: Readonly<Record<string, WithinGiven>>;
  /** Figures above *What happened?*, and on paper. */
  readonly happened?: { readonly order: number; readonly Figures: ComponentType<{ readonly quiet: boolean }> };
  /** Its kinds of events and marks, each with a switch. */
  readonly kinds?: readonly KindGiven[];
  marks?(look: MarksLook): Iterable<Mark>;
  /** The shapes of its marks, by kind; drawn around 0,0 within 8 px. */
  readonly shapes?: Readonly<Record<string, ComponentType<ShapeLook>>>;
  /** What the shapes mean, beside the timeline and on paper. */
  readonly legend?: readonly LegendGiven[];
  /** What opens beside a tab, by what stands before the colon of its key. */
  readonly things?: Readonly<Record<string, ThingGiven>>;
  /** What of it stands below any thing that is open, with the events behind that. */
  readonly beside?: { readonly Beside: ComponentType<{ readonly id: string }>; evidence(world: World, id: string): readonly string[] };
  /** How its events read as sentences. */
  readonly sentences?: EventWords;
  /** Editions of its own, named `KIND:ID`; `editions.KIND` is the word for all of them. */
  readonly editions?: EditionsGiven;
}

interface Ordered {
  readonly name: string;
  readonly order: number;
}
export interface TabGiven extends Ordered {
  /** The catalogue with `tabs.NAME`; the review’s own if absent. */
  readonly words?: string;
  /** How much this edition holds of it; without any there is no tab. */
  count(whole: World): number;
  readonly Tab: ComponentType;
  /** It explains its marks itself. */
  readonly ownLegend?: true;
  /** On paper, where it stands there. */
  readonly printed?: { readonly order: number; readonly Part: ComponentType };
  /** Figures on paper. */
  readonly Figures?: ComponentType<{ readonly quiet: boolean }>;
}
export interface WithinGiven extends Ordered {
  count(whole: World): number;
  sentences(world: World): readonly Sentence[];
  readonly Table: ComponentType;
}
export interface KindGiven extends Ordered {
  /** The events that fall under it, by their types; whatever falls under none is the exercise’s own course. */
  readonly events?: RegExp;
  /** The shape that stands for it on its switch. */
  readonly mark: ShapeLook;
}
export interface MarksLook {
  readonly world: World;
  readonly edition: Edition;
  readonly events: readonly EditionEvent[];
  /** Where the exercise ends, scenario ms. */
  readonly end: number;
}
export type ShapeLook = Pick<Mark, 'form' | 'status'>;
export interface LegendGiven extends Ordered {
  readonly mark: ShapeLook & { readonly kind: string };
  /** Shown to players’ sides too. */
  readonly sides?: true;
  /** On paper alone. */
  readonly paper?: true;
}
export interface ThingGiven {
  /** `id`: what stands behind the colon. */
  readonly Thing: ComponentType<{ readonly id: string; readonly of: string }>;
  /** The events behind it. Empty if the edition holds no such thing. */
  evidence(world: World, id: string): readonly string[];
}
export interface EditionsGiven {
  readonly kind: string;
  /** What one is called, as far as this world tells. */
  name(world: World, id: string, wording: Wording): string | undefined;
}
/** The key by which a thing opens beside a tab; undefined if the edition holds no such thing. */
export function keyOfThing(parts: readonly ReviewPart[], world: World, id: string): string | undefined {
  for (const { things = {} } of parts)
    for (const [kind, { evidence }] of Object.entries(things)) if (evidence(world, id).length > 0) return `${kind}:${id}`;
  return undefined;
}

const Current = createContext<readonly ReviewPart[]>([]);
export const ReviewPartsProvider = Current.Provider;

/** What all capabilities give to the review. */
export function useReviewParts(): readonly ReviewPart[] {
  return useContext(Current);
}

/** What of the parts has an order, the lowest first. */
export function ordered<T extends { readonly order: number }>(given: readonly T[]): readonly T[] {
  return [...given].sort((a, b) => a.order - b.order);
}
