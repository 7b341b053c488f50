import type { ReviewPart } from '../../../kit/review/part.ts';

/** A real emergency stands among the exercise’s own course. */
export const review: ReviewPart = {
  room: 'emergency',
  marks: ({ events }) =>
    events
      .filter((e) => e.event.type === 'EmergencyRaised' || e.event.type === 'EmergencyStoodDown')
      .map((e) => ({
        key: `event:${e.id}`,
        lane: 'control',
        kind: 'clock',
        form: e.event.type,
        at: e.at,
        says: `clockMark.${e.event.type}`,
        legend: 'clock',
      })),
};
