import type { ReviewPart } from '../../../kit/review/part.ts';
import { eventWords } from './eventWords.ts';

export const review: ReviewPart = { room: 'planning', sentences: eventWords };
