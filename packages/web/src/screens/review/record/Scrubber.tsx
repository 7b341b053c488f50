import './Scrubber.css';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { IconButton } from '../../../kit/Button.tsx';
import { capitalTime, momentOf } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { momentAt, RATES, stepped } from '../../../kit/review/moment.ts';
import { movesOf } from '../../../kit/review/moves.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import type { Playing } from './usePlaying.ts';

const TEN_MINUTES = 600_000;

/** The moment under review: play, drag, step. It shares its axis with the timeline above. */
export function Scrubber({ playing }: { readonly playing: Playing }) {
  const t = useWords('review');
  return (
    <section className="rv-scrubber" aria-label={t('scrub.label')}>
      <div className="rv-scrub-time">
        <button
          type="button"
          className="rv-play"
          aria-label={t(playing.playing ? 'scrub.pause' : 'scrub.play')}
          title={t('scrub.keys')}
          onClick={playing.toggle}
        >
          <svg width="20" height="20" viewBox="0 0 16 16" aria-hidden="true">
            <path d={playing.playing ? 'M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z' : 'M5 3v10l8-5z'} />
          </svg>
        </button>
        <MomentWords />
      </div>
      <Track playing={playing} />
      <Steps playing={playing} />
    </section>
  );
}

function MomentWords() {
  const { moment } = useReview();
  const { start, parties } = useDirectory();
  const { language } = usePreferences();
  const text = useText();
  if (!start) return null;
  const at = momentOf(start, moment.at, language);
  const others = parties
    .flatMap((p) => (p.capital ? [p.capital] : []))
    .filter((c, i, all) => all.findIndex((o) => o.zone === c.zone) === i);
  return (
    <div>
      <div className="rv-moment">
        {at.time} <span className="small strong">{at.day}</span>
      </div>
      <div className="small dim" title={at.date}>
        {others.length > 0 ? (
          <Capitals names={others.slice(0, 2).map((c) => [text(c.name), capitalTime(start, moment.at, c.zone, language).time])} />
        ) : (
          at.date
        )}
      </div>
    </div>
  );
}

/** The first capital's time is the large one. Where there is no room the names give way, never the time. */
function Capitals({ names }: { readonly names: readonly (readonly string[])[] }) {
  const [first, second] = names;
  if (!second) return <span>{first?.[0]}</span>;
  return (
    <span className="rv-capitals">
      <span className="cut">
        <span className="rv-first">{first?.[0]} · </span>
        {second[0]}
      </span>
      <span>{second[1]}</span>
    </span>
  );
}

function Track({ playing }: { readonly playing: Playing }) {
  const t = useWords('review');
  const text = useText();
  const { events, moment, end, goTo, whole, wording } = useReview();
  const track = useRef<HTMLDivElement>(null);
  const drag = (e: PointerEvent<HTMLDivElement>): void => {
    const box = track.current?.getBoundingClientRect();
    if (box) goTo(momentAt(events, ((e.clientX - box.left) / box.width) * end, end));
  };
  const keys = (e: KeyboardEvent<HTMLDivElement>): void => {
    const far = e.shiftKey || e.key.startsWith('Page');
    const by = (sign: 1 | -1) => goTo(far ? momentAt(events, moment.at + sign * TEN_MINUTES, end) : stepped(events, moment, sign));
    if (e.key === 'ArrowRight' || e.key === 'ArrowUp' || e.key === 'PageUp') by(1);
    else if (e.key === 'ArrowLeft' || e.key === 'ArrowDown' || e.key === 'PageDown') by(-1);
    else if (e.key === 'Home') goTo(momentAt(events, 0, end));
    else if (e.key === 'End') goTo(momentAt(events, end, end));
    else if (e.key === ' ') playing.toggle();
    else return;
    e.preventDefault();
  };
  const moves = movesOf(whole).filter((m) => m.from < end);
  const share = `${(moment.at / end) * 100}%`;
  return (
    <div className="rv-track">
      <div className="rv-moves" aria-hidden="true">
        {moves.map((m, i) => (
          <span
            key={m.number}
            className="small dim rv-move cut"
            style={{ left: `${(m.from / end) * 100}%`, width: `${(((moves[i + 1]?.from ?? end) - m.from) / end) * 100}%` }}
            title={t('timeline.move', { number: m.number, name: text(m.name) })}
          >
            {m.number} {text(m.name)}
          </span>
        ))}
      </div>
      <div
        ref={track}
        className="rv-rail"
        role="slider"
        tabIndex={0}
        aria-label={t('scrub.label')}
        aria-valuemin={0}
        aria-valuemax={end}
        aria-valuenow={moment.at}
        aria-valuetext={`${wording.time(moment.at)}, ${t('scrub.events', { n: moment.count, all: events.length })}`}
        title={t('scrub.keys')}
        onKeyDown={keys}
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId);
          drag(e);
        }}
        onPointerMove={(e) => e.currentTarget.hasPointerCapture(e.pointerId) && drag(e)}
      >
        <div className="rv-rail-line" />
        <div className="rv-rail-past" style={{ width: share }} />
        <div className="rv-rail-knob" style={{ left: share }} />
      </div>
    </div>
  );
}

function Steps({ playing }: { readonly playing: Playing }) {
  const t = useWords('review');
  const { events, moment, goTo } = useReview();
  return (
    <div className="rv-steps">
      <Choose
        bare
        title={t('scrub.speed')}
        data={RATES.map((rate) => ({ value: String(rate), label: `×${rate}` }))}
        value={String(playing.rate)}
        change={(rate) => playing.setRate(Number(rate))}
      />
      <span className="grow" />
      <span className="small dim rv-count">{t('scrub.events', { n: moment.count, all: events.length })}</span>
      <IconButton
        kind="plain"
        icon="back"
        label={t('scrub.back')}
        disabled={moment.count === 0}
        onClick={() => goTo(stepped(events, moment, -1))}
      />
      <IconButton
        kind="plain"
        icon="forward"
        label={t('scrub.on')}
        disabled={moment.count === events.length}
        onClick={() => goTo(stepped(events, moment, 1))}
      />
    </div>
  );
}
