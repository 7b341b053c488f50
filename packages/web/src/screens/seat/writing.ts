import type { Address, Id } from '@entente/engine';

/** A message being written, as far as the way to it has already said; or an item, or a request in general words. */
export interface Writing {
  readonly what?: 'message' | 'item' | 'request' | undefined;
  readonly to: readonly Address[];
  readonly about?: Id | undefined;
  readonly purpose?: string | undefined;
  readonly channel?: string | undefined;
  readonly label?: string | undefined;
}
