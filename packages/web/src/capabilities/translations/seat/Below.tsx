import type { Id } from '@entente/engine';
import { useSeat } from '../../../connection/index.ts';
import type { BelowProps } from '../../../kit/seat/part.ts';
import { Translating } from '../Translating.tsx';

/** Below whatever is read: its own translation, and the way to add a language. */
export function Below({ line }: BelowProps) {
  return <Beneath of={line.of ?? line.id} />;
}

/** The same of words that stand within it, and that somebody else may have written. */
export function Beneath({ of }: { readonly of: Id }) {
  const { me } = useSeat();
  return <Translating key={of} of={of} seat={me.seat} />;
}
