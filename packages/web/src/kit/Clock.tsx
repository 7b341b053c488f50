import './Clock.css';
import type { ClockStatus, Ms } from '@entente/engine';
import { usePreferences } from '../i18n/preferences.ts';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { StatusChip } from './Chip.tsx';
import { capitalTime, momentOf, zoneOf } from './calendar.ts';
import { useDirectory } from './Directory.tsx';

/** Scenario time, large, with day of exercise and date. */
export function ScenarioClock({ now }: { readonly now: Ms }) {
  const { start } = useDirectory();
  const { language } = usePreferences();
  const t = useWords('kit');
  const moment = start ? momentOf(start, now, language) : undefined;
  return (
    <div className="scenario-clock" role="timer" aria-label={t('clock.scenarioTime')}>
      <span className="scenario-clock-time" title={moment && start ? `${moment.seconds} ${zoneOf(start)}` : undefined}>
        {moment?.time ?? '--:--'}
      </span>
      <span className="scenario-clock-day small">
        <span>
          <b>{moment?.day ?? ''}</b> {start && <span className="clock-zone">{zoneOf(start)}</span>}
        </span>
        <span className="dim long-date">{moment?.date ?? ''}</span>
        <span className="dim short-date">{moment?.shortDate ?? ''}</span>
      </span>
    </div>
  );
}

/** Running ×1, paused (and why), ended: word and shape. */
export function ClockChip({
  status,
  rate,
  reason,
}: {
  readonly status: ClockStatus;
  readonly rate: number;
  readonly reason?: string | undefined;
}) {
  const t = useWords('kit');
  const why = status === 'paused' && reason && reason !== 'control' ? t(`pause.${reason}`) : undefined;
  const detail = status === 'running' ? `×${rate}` : why ? `· ${why}` : undefined;
  return (
    <span role="status" className={why ? 'clock-why' : ''}>
      <StatusChip state={status} {...(detail ? { detail } : {})} />
    </span>
  );
}

/** The time in each party's capital, from the browser's own time-zone data. */
export function Capitals({ now }: { readonly now: Ms }) {
  const { start, parties } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  const t = useWords('kit');
  const capitals = parties.flatMap((p) => (p.capital ? [p.capital] : []));
  if (!start || capitals.length === 0) return null;
  const unique = capitals.filter((c, i) => capitals.findIndex((o) => o.zone === c.zone && text(o.name) === text(c.name)) === i);
  const own = momentOf(start, now, language).weekday;
  return (
    <dl className={`capitals small ${unique.length > 2 ? 'many' : ''}`} aria-label={t('clock.capitals')}>
      {unique.map((c) => {
        const at = capitalTime(start, now, c.zone, language);
        const sameDay = at.weekday === own;
        return (
          <div key={c.zone + text(c.name)} title={`${c.zone}, ${at.zone}`}>
            <dt className="dim">{text(c.name)}</dt>
            <dd>
              <b>{at.time}</b> <span className={sameDay ? 'dim same-day' : 'dim'}>{at.weekday}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
