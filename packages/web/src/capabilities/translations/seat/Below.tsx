import { useSeat } from '../../../connection/index.ts';
import type { BelowProps } from '../../../kit/seat/part.ts';
import { Translating } from '../Translating.tsx';

/** Below whatever is read: its own translation, and the way to add a language. */
export function Below({ line }: BelowProps) {
  const { me } = useSeat();
  return <Translating key={line.id} of={line.of ?? line.id} seat={me.seat} />;
}
