import type { MarkKind } from '../../../kit/control/part.ts';

/** A step on the timeline: a bar; full once it has begun, red where it is late, blocked or failed. */
export const stepMarks: Readonly<Record<string, MarkKind>> = {
  step: {
    Mark: ({ entry, hand }) => (
      <g>
        {hand && <rect x={-12} y={-12} width={24} height={24} rx={5} className="ct-mark-hand" />}
        <rect
          x={-8}
          y={-4}
          width={16}
          height={8}
          className={entry.status === 'missed' ? 'ct-mark-missed' : entry.happened ? 'ct-mark-done' : 'ct-mark-future'}
        />
      </g>
    ),
  },
};
