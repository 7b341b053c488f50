import type { MarkKind } from '../../../kit/control/part.ts';

/** A decision ■. */
export const decisionMark: MarkKind = { Mark: () => <rect x={-5} y={-5} width={10} height={10} className="ct-mark-done" /> };
