import type { MarkKind } from '../../../kit/control/part.ts';

/** The shapes of matters on the timeline: a ring with “?” asks, a disc answers, a zigzag breaks, a square decides. */

const tone = (status: string): string => (status === 'missed' ? 'missed' : 'done');

export const matterMarks: Readonly<Record<string, MarkKind>> = {
  asked: {
    Mark: ({ entry }) => (
      <>
        <circle r={6.5} className="ct-tb-ring" data-tone={tone(entry.status)} />
        <text y={4} textAnchor="middle" className="ct-tb-asks">
          ?
        </text>
      </>
    ),
  },
  said: { Mark: () => <circle r={5} className="ct-mark-done" /> },
  broke: { Mark: () => <path d="M2 -7L-3 1H2L-2 8" className="ct-tb-line" data-tone="missed" /> },
  unasked: { Mark: () => <rect x={-5} y={-5} width={10} height={10} className="ct-mark-missed" /> },
};
