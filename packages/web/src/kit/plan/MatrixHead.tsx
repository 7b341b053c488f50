import type { Ms } from '@entente/engine';
import { memo, useEffect, useRef, useState } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { capitalTime, momentOf } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { type Axis, nightsOf, placeAt } from './axis.ts';

/** The axis in each capital’s time: the weekday stands where it changes, and night is shaded. */
export const MatrixHead = memo(function MatrixHead({
  axis,
  now,
  lost,
}: {
  readonly axis: Axis;
  readonly now: Ms | undefined;
  readonly lost: boolean;
}) {
  const t = useWords('plan');
  const text = useText();
  const { parties } = useDirectory();
  const [cell, width] = useWidth();
  const capitals = parties.flatMap((p) => (p.capital ? [p.capital] : []));
  const unique = capitals.filter((c, i) => capitals.findIndex((o) => o.zone === c.zone) === i);
  return (
    <thead>
      <tr>
        <th scope="col" colSpan={2} className="mx-head-step">
          {t('matrix.step')}
          <span className="dim mx-second">{t('matrix.lead')}</span>
        </th>
        <th scope="col">{t('matrix.after')}</th>
        <th ref={cell} scope="col" className="mx-chart mx-axis">
          <span className="unseen">{t('matrix.time')}</span>
          {unique.length === 0 ? (
            <AxisLine {...{ axis, now, width }} name={undefined} zone={undefined} first />
          ) : (
            unique.map((c, i) => <AxisLine key={c.zone} {...{ axis, now, width }} name={text(c.name)} zone={c.zone} first={i === 0} />)
          )}
        </th>
        <th scope="col">{t('matrix.state')}</th>
        <th scope="col">{t('matrix.slack')}</th>
        {lost && <th scope="col">{t('matrix.lost')}</th>}
      </tr>
    </thead>
  );
});

interface LineProps {
  readonly axis: Axis;
  readonly now: Ms | undefined;
  readonly name: string | undefined;
  readonly zone: string | undefined;
  readonly first: boolean;
  /** px */
  readonly width: number;
}
function AxisLine({ axis, now, name, zone, first, width }: LineProps) {
  const t = useWords('plan');
  const { language } = usePreferences();
  const { start } = useDirectory();
  if (!start) return null;
  const at = (ms: Ms) => (zone === undefined ? momentOf(start, ms, language) : capitalTime(start, ms, zone, language));
  const nights = zone === undefined ? [] : nightsOf(axis, start, zone);
  const px = (ms: Ms): number => (placeAt(axis, ms) / 100) * width;
  const taken = name === undefined ? 0 : nameWidth(name);
  // As far right as it is in the axis, it reaches over neither edge; nor does it cover the name.
  const chip = first ? WIDE.now : WIDE.time;
  const chipAt = now === undefined ? undefined : Math.max(taken, px(now) - (placeAt(axis, now) / 100) * chip);
  let day = '';
  return (
    <div className="mx-axis-line small">
      {nights.map((n) => (
        <span
          key={n.start}
          className="mx-night"
          title={t('matrix.night', { city: name ?? '' })}
          style={{ left: `${placeAt(axis, n.start)}%`, width: `${placeAt(axis, n.end) - placeAt(axis, n.start)}%` }}
        />
      ))}
      {name !== undefined && <span className="mx-city cut">{name}</span>}
      {axis.ticks.map((tick) => {
        const { time, weekday } = at(tick);
        const changes = weekday !== day;
        const half = (changes ? WIDE.day : WIDE.time) / 2;
        const covered = (from: number, to: number): boolean => px(tick) + half > from && px(tick) - half < to;
        // Beneath the name, or what says that it is now, it would not be read.
        if (covered(0, taken) || (chipAt !== undefined && covered(chipAt, chipAt + chip))) return null;
        day = weekday;
        return (
          <span key={tick} className="mx-tick" style={{ left: `${placeAt(axis, tick)}%` }}>
            {time}
            {changes && <b> {weekday}</b>}
          </span>
        );
      })}
      {now !== undefined && chipAt !== undefined && (
        <span className="mx-now-chip" style={{ left: chipAt }}>
          {first ? t('matrix.now', { time: at(now).time }) : at(now).time}
        </span>
      )}
    </div>
  );
}

/** About as wide as a capital’s name is, px, which is cut if it is long. */
const nameWidth = (name: string): number =>
  Math.min(
    WIDE.name,
    [...name].reduce((wide, c) => wide + (c > '\u2e80' ? 13 : 8), 6),
  );

/** About as wide as their words are, px: the widest name, a time, one with its weekday, and one that says that it is now. */
const WIDE = { name: 70, time: 40, day: 72, now: 74 } as const;

/** How wide a cell is, told when that changes. */
function useWidth() {
  const cell = useRef<HTMLTableCellElement>(null);
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (!cell.current) return;
    const told = new ResizeObserver(([seen]) => seen && setWidth(Math.round(seen.contentRect.width)));
    told.observe(cell.current);
    return () => told.disconnect();
  }, []);
  return [cell, width] as const;
}
