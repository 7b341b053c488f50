import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook } from '../../../kit/review/part.ts';
import { partiesBehind } from '../../../kit/review/side.ts';
import { expectedLines } from './expectedLines.ts';

export function expectedMarks({ world, edition }: MarksLook): Mark[] {
  return expectedLines(world, edition).flatMap((line) => {
    const at = line.opened;
    if (at === undefined) return [];
    const lane = partiesBehind(world, [line.by])[0] ?? 'all';
    return [
      {
        key: line.key,
        lane,
        kind: 'expected',
        form: 'expected',
        at,
        until: line.deadline,
        number: line.number,
        title: line.text,
        status: line.status,
        allowed: true,
        legend:
          line.status === 'passed'
            ? 'passed'
            : line.status === 'met'
              ? 'met'
              : line.status === 'missed' || line.status === 'not'
                ? 'missed'
                : 'late',
        lateBy: line.lateBy,
      },
    ];
  });
}
