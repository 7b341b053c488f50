import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook } from '../../../kit/review/part.ts';
import { partiesBehind } from '../../../kit/review/side.ts';
import { type InjectLine, injectLines } from './injectLines.ts';

export function injectMarks({ world, edition, end }: MarksLook): Mark[] {
  return injectLines(world, edition).flatMap((line) => {
    const at = line.released ?? line.planned;
    if (at === undefined || at > end) return [];
    return partiesBehind(world, line.to).map((party) => ({
      key: line.key,
      lane: party ?? 'all',
      kind: 'inject',
      form: line.kind ?? 'contextual',
      at,
      number: line.number,
      title: line.title,
      status: line.status,
      legend: legendOf(line),
    }));
  });
}

function legendOf({ kind, status }: InjectLine): string {
  if (status === 'skipped' || status === 'lapsed') return 'skipped';
  return kind === 'contingency' ? 'contingency' : 'inject';
}
