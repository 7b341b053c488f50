import type { Address, World } from '@entente/engine';
import { createContext, useContext } from 'react';
import type { Entry, Viewer } from './entry.ts';
import type { Target } from './happening.ts';
import type { Names, Pick, Say } from './names.ts';
import type { PartyHere } from './presenceView.ts';

/** What stands in the column beside the timeline: the detail of what is selected, or an act by the name that its capability gave. */
export interface Side {
  readonly kind: string;
  /** The thing that it is about. */
  readonly about?: string;
  /** More of the same kind that one text answers, each for itself. */
  readonly also?: readonly string[];
  readonly to?: readonly Address[];
  readonly speaker?: Address;
  readonly seats?: readonly Address[];
}

export interface ControlView {
  readonly world: World;
  readonly viewer: Viewer;
  /** True for lead control. */
  readonly lead: boolean;
  /** False for those who only look. */
  readonly acts: boolean;
  readonly names: Names;
  readonly now: number;
  /** STARTEX as an ISO time. */
  readonly start: string;
  /** Length of the exercise, ms. */
  readonly duration: number;
  readonly ended: boolean;
  readonly entries: readonly Entry[];
  readonly present: readonly PartyHere[];
  readonly selection: Target | undefined;
  readonly side: Side | undefined;
  readonly say: Say;
  readonly pick: Pick;
  select(target: Target | undefined): void;
  open(side: Side | undefined): void;
}

const ControlContext = createContext<ControlView | undefined>(undefined);
export const ControlProvider = ControlContext.Provider;

/** The control screen's shared view; panels read it, none keeps a copy. */
export function useControl(): ControlView {
  const control = useContext(ControlContext);
  if (!control) throw new Error('a control panel stands outside the control screen');
  return control;
}
