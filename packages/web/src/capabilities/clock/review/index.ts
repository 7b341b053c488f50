import type { ReviewPart } from '../../../kit/review/part.ts';
import { ClockShape } from './ClockShape.tsx';
import { eventWords } from './eventWords.ts';
import { clockMarks } from './marks.ts';

export const review: ReviewPart = {
  room: 'clock',
  sentences: eventWords,
  kinds: [{ name: 'clock', order: 50, mark: { form: 'contextual', status: undefined } }],
  marks: clockMarks,
  shapes: { clock: ClockShape },
};
