import type { Text } from '@entente/engine';
import type { Kind } from '../Kind.tsx';

/** A message as far as it is written. */
export interface Draft extends Kind {
  readonly to: readonly string[];
  readonly text: Text;
}
