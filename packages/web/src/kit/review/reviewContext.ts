import type { World } from '@entente/engine';
import { createContext, useContext } from 'react';
import type { EditionEvent } from './edition.ts';
import type { Moment } from './moment.ts';
import type { Edition } from './side.ts';
import type { Wording } from './wording.ts';

/** How *What happened?* is shown. */
export type View = 'timeline' | 'list';

/** What is opened beside the tab: one thing by its key, with the event that was pointed at; or the events behind a figure. */
export type Opened =
  | { readonly key: string; readonly event?: string | undefined }
  | { readonly title: string; readonly evidence: readonly string[] };

/** What every part of the review stands on. */
export interface Review {
  readonly edition: Edition;
  readonly events: readonly EditionEvent[];
  /** After the last event of the edition: names, marks, and what is veiled. */
  readonly whole: World;
  /** At the chosen moment. It is one object changed in place: derive by `moment.count`. */
  readonly world: World;
  readonly moment: Moment;
  /** Where the scrubber ends, scenario ms. */
  readonly end: number;
  readonly wording: Wording;
  readonly opened: Opened | undefined;
  readonly open: (what: Opened | undefined) => void;
  readonly goTo: (moment: Moment) => void;
  readonly tab: string;
  readonly choose: (tab: string) => void;
  readonly view: View;
  readonly setView: (view: View) => void;
}

const Current = createContext<Review | undefined>(undefined);
export const ReviewProvider = Current.Provider;

/** @throws if there is no review around: a mistake in the composition of the screen. */
export function useReview(): Review {
  const review = useContext(Current);
  if (!review) throw new Error('useReview stands inside a ReviewProvider');
  return review;
}
