import { useMemo } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { momentOf, shortTime } from '../calendar.ts';
import { useDirectory } from '../Directory.tsx';
import { scaleOf } from './laneLayout.ts';
import { ticks } from './moment.ts';
import { useReview } from './reviewContext.ts';

/** Round times by the wall clock that fit on an axis of `width` px, scenario ms. */
export function useTicks(width: number): number[] {
  const { end } = useReview();
  const { start } = useDirectory();
  const { language } = usePreferences();
  return useMemo(() => {
    if (!start || width <= 0) return [];
    const first = momentOf(start, 0, language).time.split(':').map(Number) as [number, number];
    return ticks(end, (first[0] * 60 + first[1]) * 60_000, Math.max(2, Math.floor(width / 80)));
  }, [start, width, end, language]);
}

export function Axis({ width }: { readonly width: number }) {
  const { end } = useReview();
  const { start } = useDirectory();
  const times = useTicks(width);
  if (!start || width === 0) return null;
  return (
    <div className="rv-lane-row rv-axis" aria-hidden="true">
      <div className="rv-gutter" />
      <svg width={width} height={24} aria-hidden="true">
        {times.map((at) => (
          <text key={at} x={clamped(scaleOf(width, end)(at), width)} y={16} textAnchor="middle" className="rv-tick">
            {shortTime(start, at)}
          </text>
        ))}
      </svg>
    </div>
  );
}

const clamped = (x: number, width: number): number => Math.min(Math.max(x, 18), width - 24);
