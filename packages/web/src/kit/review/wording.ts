import type { Text, World } from '@entente/engine';
import type { EditionEvent } from './edition.ts';

export type Say = (key: string, values?: Record<string, unknown>) => string;

/** What the sentences need to name things in the reader's language. */
export interface Wording {
  readonly say: Say;
  readonly pick: (text: Text | undefined) => string;
  readonly who: (address: string) => string;
  readonly time: (at: number) => string;
  readonly span: (ms: number) => string;
  /** What capabilities know of their events. */
  readonly parts: readonly { readonly room: string; readonly sentences?: EventWords }[];
}

export type Facts = Readonly<Record<string, unknown>>;
export interface EventWords {
  /** Some events read differently by what they say: a key under `event`. */
  variant?(event: EditionEvent['event']): string | undefined;
  values?(facts: Facts, world: World, wording: Wording): Readonly<Record<string, unknown>>;
  /** The title of the thing that an event refers to. */
  title?(facts: Facts, world: World): Text | undefined;
  number?(facts: Facts, world: World): string | undefined;
  name?(facts: Facts, world: World, wording: Wording): string | undefined;
}
