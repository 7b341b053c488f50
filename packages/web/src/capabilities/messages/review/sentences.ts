import { count, medianFigure, type Sentence } from '../../../kit/review/figures.ts';
import type { AskedLine } from './askedLines.ts';

/** “9 of 12 questions were answered, in 6 min at the median.” */
export function askedSentences(lines: readonly AskedLine[]): Sentence[] {
  const questions = lines.filter((l) => l.question);
  if (questions.length === 0) return [];
  const answered = questions.filter((l) => l.answer);
  const sentences: Sentence[] = [{ key: 'answered', figures: { n: count(answered), all: count(questions) } }];
  const middle = medianFigure(
    answered.map((l) => l.after as number),
    answered,
  );
  if (middle) sentences.push({ key: 'answeredAfter', figures: { time: middle } });
  return sentences;
}
