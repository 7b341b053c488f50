import type { Ms } from '@entente/engine';
import { memo } from 'react';
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
        <th scope="col" className="mx-chart mx-axis">
          <span className="unseen">{t('matrix.time')}</span>
          {unique.length === 0 ? (
            <AxisLine axis={axis} now={now} name={undefined} zone={undefined} first />
          ) : (
            unique.map((c, i) => <AxisLine key={c.zone} axis={axis} now={now} name={text(c.name)} zone={c.zone} first={i === 0} />)
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
}
function AxisLine({ axis, now, name, zone, first }: LineProps) {
  const t = useWords('plan');
  const { language } = usePreferences();
  const { start } = useDirectory();
  if (!start) return null;
  const at = (ms: Ms) => (zone === undefined ? momentOf(start, ms, language) : capitalTime(start, ms, zone, language));
  const nights = zone === undefined ? [] : nightsOf(axis, start, zone);
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
        const place = placeAt(axis, tick);
        // Beneath the name, or what says that it is now, it would not be read.
        if ((name !== undefined && place < 18) || (now !== undefined && Math.abs(place - placeAt(axis, now)) < 10)) return null;
        const { time, weekday } = at(tick);
        const changes = weekday !== day;
        day = weekday;
        return (
          <span key={tick} className="mx-tick" style={{ left: `${place}%` }}>
            {time}
            {changes && <b> {weekday}</b>}
          </span>
        );
      })}
      {now !== undefined && (
        // Moved by its own place, it reaches over neither edge.
        <span className="mx-now-chip" style={{ left: `${placeAt(axis, now)}%`, transform: `translateX(-${placeAt(axis, now)}%)` }}>
          {first ? t('matrix.now', { time: at(now).time }) : at(now).time}
        </span>
      )}
    </div>
  );
}
