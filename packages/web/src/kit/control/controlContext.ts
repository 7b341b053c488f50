import type { Address, World } from '@entente/engine';
import { createContext, useContext } from 'react';
import type { PartyHere } from '../../capabilities/seats/control/presenceView.ts';
import type { Entry, Viewer } from '../../screens/control/msel/msel.ts';
import type { Target } from '../../screens/control/stream/stream.ts';
import type { Names, Pick, Say } from './names.ts';

/** What stands in the column beside the timeline. */
export type Side =
  | { readonly kind: 'detail' }
  | { readonly kind: 'improvise' }
  | { readonly kind: 'write'; readonly speaker?: Address; readonly to?: readonly Address[]; readonly about?: string }
  | { readonly kind: 'note'; readonly about?: string }
  | { readonly kind: 'correct' | 'withdraw'; readonly inject: string }
  | { readonly kind: 'item' }
  | { readonly kind: 'links'; readonly seats?: readonly Address[] }
  | { readonly kind: 'state' }
  | { readonly kind: 'jump' }
  | { readonly kind: 'end' }
  | { readonly kind: 'emergency' };

export interface ControlView {
  readonly world: World;
  readonly viewer: Viewer;
  /** True for lead control. */
  readonly lead: boolean;
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
