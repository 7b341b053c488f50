import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook } from '../../../kit/review/part.ts';

const CLOCK: readonly string[] = ['ClockStarted', 'ClockPaused', 'RateSet', 'ClockJumped', 'ExerciseEnded'];

export function clockMarks({ events }: MarksLook): Mark[] {
  return events
    .filter((e) => CLOCK.includes(e.event.type))
    .map((e) => ({
      key: `event:${e.id}`,
      lane: 'control',
      kind: 'clock',
      form: e.event.type,
      says: `clockMark.${e.event.type}`,
      legend: 'clock',
      at: e.at,
      until: e.event.type === 'ClockJumped' ? e.event.to : undefined,
    }));
}
