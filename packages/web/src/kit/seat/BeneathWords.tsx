import type { Id } from '@entente/engine';
import { useSeatParts } from './part.ts';

/** What capabilities give beneath words that stand within what is read: by the id of what bears them. */
export function BeneathWords({ of }: { readonly of: Id }) {
  return useSeatParts().map(({ Beneath, room }) => Beneath && <Beneath key={room} of={of} />);
}
