import { Letter } from '../../../kit/seat/Letter.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { AmendedNote, Former } from './Amended.tsx';

/** What an inject delivered, with what control corrected in it. */
export function DeliveryView({ line, lines, open, children }: ReadProps) {
  return (
    <Letter line={line} lines={lines} open={open} above={<AmendedNote line={line} />} below={<Former line={line} />}>
      {children}
    </Letter>
  );
}
