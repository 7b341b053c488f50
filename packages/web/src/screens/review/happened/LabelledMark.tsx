import type { Words } from '../../../i18n/words.ts';
import type { PlacedMark } from '../../../kit/review/laneLayout.ts';
import { lengthWords } from '../../../kit/review/length.ts';
import { MarkShape } from '../../../kit/review/MarkShape.tsx';
import type { Mark } from '../../../kit/review/mark.ts';

/** A mark with the time that was allowed and its label, on the screen and on paper. */
export function LabelledMark({ placed }: { readonly placed: PlacedMark }) {
  const { mark, x, y, until, leftward, label } = placed;
  const trouble = mark.status === 'missed' || mark.status === 'not';
  return (
    <>
      {until !== undefined && mark.allowed && (
        <path d={`M${x} ${y + 8}H${until}M${until} ${y + 6}V${y + 10}`} className={trouble ? 'rv-allowed late' : 'rv-allowed'} />
      )}
      <g transform={`translate(${x} ${y})`}>
        <MarkShape mark={mark} />
      </g>
      <text x={leftward ? x - 11 : x + 11} y={y + 4} textAnchor={leftward ? 'end' : 'start'} className="rv-label">
        {label.number && <tspan className="rv-number">{label.number}</tspan>}
        {label.title && <tspan dx={label.number ? 5 : 0}>{label.title}</tspan>}
        {label.suffix && (
          <tspan dx={5} className={`rv-suffix ${mark.status === 'late' ? 'soon' : 'late'}`}>
            {label.suffix}
          </tspan>
        )}
      </text>
    </>
  );
}

/** The word of trouble behind a label: how late, or that it was missed. */
export function troubleOf(mark: Mark, kit: Words): string | undefined {
  if (mark.lateBy !== undefined && mark.status === 'late') return kit('relative.late', { span: lengthWords(kit, mark.lateBy) });
  return mark.status === 'missed' || mark.status === 'not' ? kit(`state.${mark.status}`) : undefined;
}
