import { median } from '@entente/engine';
import type { ExpectedLine } from '../../capabilities/expected/review/expectedLines.ts';
import type { InjectLine } from '../../capabilities/injects/review/injectLines.ts';
import type { AskedLine } from '../../capabilities/messages/review/askedLines.ts';

/** A figure: a number or a time, and the events behind it. */
export interface Figure {
  readonly value: number;
  readonly unit: 'count' | 'ms';
  readonly evidence: readonly string[];
}
/** A sentence of the review: its key in the catalogue and the figures that stand in it. */
export interface Sentence {
  readonly key: string;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Names and times that stand in it beside the figures. */
  readonly words?: Readonly<Record<string, string>> | undefined;
}

const count = (lines: readonly { evidence: readonly string[] }[]): Figure => ({
  value: lines.length,
  unit: 'count',
  evidence: [...new Set(lines.flatMap((l) => l.evidence))],
});

function medianFigure(values: readonly number[], lines: readonly { evidence: readonly string[] }[]): Figure | undefined {
  const value = median(values);
  return value === undefined ? undefined : { value, unit: 'ms', evidence: count(lines).evidence };
}

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

/** “27 of 31 injects released; acknowledged by 40 of 52 seats, in 4 min at the median.” */
export function injectSentences(lines: readonly InjectLine[], held: boolean): Sentence[] {
  if (lines.length === 0) return [];
  const released = lines.filter((l) => l.released !== undefined);
  const sentences: Sentence[] = [
    held
      ? { key: 'injectsReleased', figures: { n: count(released), all: count(lines) } }
      : { key: 'injectsReceived', figures: { n: count(released) } },
  ];
  // News for all asks nobody to acknowledge.
  const reached = released.filter((l) => l.reach.seats > 0 && !l.to.some((a) => a === 'public' || a === 'everyone'));
  const sum = (of: 'seats' | 'acknowledged'): Figure => ({ ...count(reached), value: reached.reduce((n, l) => n + l.reach[of], 0) });
  if (reached.length > 0) sentences.push({ key: 'acknowledged', figures: { n: sum('acknowledged'), all: sum('seats') } });
  const answered = reached.filter((l) => l.waits.length > 0);
  const middle = medianFigure(
    answered.flatMap((l) => l.waits),
    answered,
  );
  if (middle) sentences.push({ key: 'acknowledgedAfter', figures: { time: middle } });
  const skipped = lines.filter((l) => l.status === 'skipped' || l.status === 'lapsed');
  if (skipped.length > 0) sentences.push({ key: 'injectsSkipped', figures: { n: count(skipped) } });
  return sentences;
}

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
