import { memo } from 'react';
import { clockWords } from '../../../kit/calendar.ts';
import type { ControlView } from '../../../kit/control/controlContext.ts';
import { type Entry, numbers } from '../../../kit/control/entry.ts';
import { Mark } from '../../../kit/control/Mark.tsx';
import { fitted, textWidth } from '../../../kit/textWidth.ts';
import { type Label, type MarkPlace, ROW } from './timelineLayout.ts';

const GAP = 5;

export interface TimelineMarkProps extends Readonly<Pick<ControlView, 'select' | 'say' | 'pick' | 'start'>> {
  readonly place: MarkPlace;
  readonly hand: boolean;
  readonly selected: boolean;
  readonly tabbable: boolean;
  /** Where the mark is drawn instead, because its own place is left of the picture. */
  readonly pin: number | undefined;
  /** On which side its label stands here; near the right edge it may change to the left. */
  readonly leftward: boolean;
  /** Px that the label may take at the edge of the picture. */
  readonly room: number | undefined;
}

/** One mark with its label; a button for the pointer and the keyboard. Memoised: the clock ticks without drawing it anew. */
export const TimelineMark = memo(function TimelineMark({
  place,
  hand,
  selected,
  tabbable,
  pin,
  leftward,
  room,
  select,
  say,
  pick,
  start,
}: TimelineMarkProps) {
  const { entry, y } = place;
  const x = pin ?? place.x;
  const label = room === undefined ? place.label : cutTo(place.label, room);
  const open = (): void => select({ kind: entry.target ?? entry.kind, id: entry.id });
  // Bold letters are wider.
  const width = labelWidth(label) * (selected ? 1.08 : 1);
  const box = { x: leftward ? x - 11 - width : x - 11, width: width + 24 };
  const words = spoken(entry, say, pick(entry.title), start, place.label.suffix, hand);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button inside SVG cannot be an HTML button
    <g
      data-mark={entry.id}
      role="button"
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={selected}
      className={`ct-entry${selected ? ' selected' : ''}`}
      onClick={open}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' && e.key !== ' ') return;
        e.preventDefault();
        e.stopPropagation();
        open();
      }}
    >
      <title>{words}</title>
      {/* The time allowed, up to the deadline: a line under the label, never behind it. */}
      {place.until !== undefined && (
        <path
          d={`M${place.x + 6} ${y + 10}H${place.until}V${y + 7}`}
          className={entry.status === 'missed' || entry.status === 'not' ? 'ct-allowed missed' : 'ct-allowed'}
        />
      )}
      <rect x={box.x} y={y - ROW / 2 + 1} width={box.width} height={ROW - 2} rx={11} className="ct-entry-box" />
      <Mark entry={entry} x={x} y={y} hand={hand} />
      <text
        x={leftward ? x - 12 : x + 12}
        y={y + 4}
        textAnchor={leftward ? 'end' : 'start'}
        className={`ct-entry-text${entry.happened ? '' : ' future'}${hand ? ' hand' : ''}`}
      >
        {label.number && <tspan className="ct-entry-number">{place.label.number}</tspan>}
        {label.title && <tspan dx={label.number ? GAP : 0}>{label.title}</tspan>}
        {label.suffix && (
          <tspan dx={GAP} className={`ct-entry-suffix ${label.tone ?? ''}`}>
            {label.suffix}
          </tspan>
        )}
      </text>
    </g>
  );
});

/** At the edge of the picture a label gives up its end, never half a word of it. */
function cutTo(label: Label, room: number): Label {
  const whole = labelWidth(label);
  if (whole <= room) return label;
  const rest = room - (label.number ? textWidth(label.number) + GAP : 0);
  if (rest < 30) return { number: textWidth(label.number) <= room ? label.number : '', title: '' };
  return { number: label.number, title: fitted(label.title, rest) };
}

/** Px that a label takes. */
export function labelWidth(label: Label): number {
  const parts = [label.number, label.title, label.suffix ?? ''].filter((p) => p !== '');
  return parts.reduce((sum, p) => sum + textWidth(p) * 1.03, 0) + Math.max(0, parts.length - 1) * GAP;
}

function spoken(entry: Entry, say: ControlView['say'], title: string, start: string, suffix: string | undefined, hand: boolean): string {
  const kind = say(entry.contingency ? 'kind.contingency' : `kind.${entry.kind}`);
  const time = entry.at === undefined ? say('timeline.noTime') : clockWords(entry.at, start);
  return [
    `${kind} ${numbers(entry)}`.trim(),
    title,
    time,
    suffix ?? (entry.status === 'done' ? '' : say(`status.${entry.status}`)),
    hand ? say('hand.mine') : '',
  ]
    .filter((w) => w !== '')
    .join(', ');
}
