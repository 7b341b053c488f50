import { settles } from '@entente/engine';
import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook } from '../../../kit/review/part.ts';
import { partiesBehind } from '../../../kit/review/side.ts';
import { askedLines } from './askedLines.ts';

export function messageMarks({ world }: MarksLook): Mark[] {
  return askedLines(world, 'all').map(
    (line): Mark => ({
      key: line.key,
      lane: line.from.startsWith('seat:') ? (partiesBehind(world, [line.from])[0] ?? 'control') : 'control',
      kind: 'message',
      form: line.purpose,
      at: line.at,
      title: line.subject ?? line.text,
      wordless: settles(line.purpose) ? 'always' : 'far',
      // Ordinary messages stand in their table; on paper they would hide what decided the day.
      legend: settles(line.purpose) ? 'decision' : undefined,
    }),
  );
}
