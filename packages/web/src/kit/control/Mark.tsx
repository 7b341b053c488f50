import { given, type MarkLook, useControlParts } from './part.ts';

/** A mark of the timeline, in the shape that its capability gave; a blue ring when it waits for my hand. Shape says what, colour only repeats it. */
export function Mark({ entry, x, y, hand = false }: { entry: MarkLook; x: number; y: number; hand?: boolean }) {
  const kind = given(useControlParts(), 'marks', entry.kind);
  return (
    <g transform={`translate(${x} ${y})`} className="ct-mark">
      {hand && <circle r={9} className="ct-mark-ring" />}
      {kind && <kind.Mark entry={entry} hand={hand} />}
    </g>
  );
}

/** One mark in a line of text: legends, table rows, the detail's title. */
export function MarkIcon(props: {
  kind: MarkLook['kind'];
  status?: MarkLook['status'];
  contingency?: boolean;
  waits?: boolean;
  happened?: boolean;
  hand?: boolean;
}) {
  const entry = {
    kind: props.kind,
    status: props.status ?? 'planned',
    contingency: props.contingency ?? false,
    waits: props.waits ?? false,
    happened: props.happened ?? false,
  };
  return (
    <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden="true" className="ct-markicon">
      <Mark entry={entry} x={0} y={0} hand={props.hand ?? false} />
    </svg>
  );
}
