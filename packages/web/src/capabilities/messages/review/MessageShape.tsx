import { settles } from '@entente/engine';
import type { ShapeLook } from '../../../kit/review/part.ts';

/** A decision ■, any other message a bubble. */
export function MessageShape({ form }: ShapeLook) {
  return settles(form) ? (
    <rect x={-5} y={-5} width={10} height={10} className="rv-fill" />
  ) : (
    <path d="M-5.5-4.5H5.5V2.5H-1L-4 5V2.5H-5.5Z" className="rv-line" />
  );
}
