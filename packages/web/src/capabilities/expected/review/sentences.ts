import { count, type Sentence } from '../../../kit/review/figures.ts';
import type { ExpectedLine } from './expectedLines.ts';

/** “11 of 14 expected actions met, 2 of them late; 1 missed; 7 passed by a jump.” The parts add up; what a jump passed is none of them. */
export function expectedSentences(lines: readonly ExpectedLine[]): Sentence[] {
  if (lines.length === 0) return [];
  const by = (...statuses: string[]): ExpectedLine[] => lines.filter((l) => statuses.includes(l.status));
  const passed = by('passed');
  const met = { met: count(by('met', 'late')), all: count(lines.filter((l) => l.status !== 'passed')) };
  const late = by('late');
  const sentences: Sentence[] = [
    late.length > 0 ? { key: 'expectedMetLate', figures: { ...met, late: count(late) } } : { key: 'expectedMet', figures: met },
  ];
  const add = (key: string, found: ExpectedLine[]): void => {
    if (found.length > 0) sentences.push({ key, figures: { n: count(found) } });
  };
  add('expectedPartly', by('partly'));
  add('expectedMissed', by('missed'));
  add('expectedNot', by('not'));
  add('expectedOpen', by('open'));
  add('expectedPlanned', by('planned'));
  add('expectedPassed', passed);
  return sentences;
}
