import { count, type Sentence } from '../../../kit/review/figures.ts';
import type { ExpectedLine } from './expectedLines.ts';

/** “11 of 14 expected actions met, 2 of them late; 1 missed.” The parts add up: late ones were met too. */
export function expectedSentences(lines: readonly ExpectedLine[]): Sentence[] {
  if (lines.length === 0) return [];
  const by = (...statuses: string[]): ExpectedLine[] => lines.filter((l) => statuses.includes(l.status));
  const met = { met: count(by('met', 'late')), all: count(lines) };
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
  return sentences;
}
