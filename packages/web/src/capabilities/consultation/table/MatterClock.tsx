import type { Ms } from '@entente/engine';
import { isPast, isSoon, wasJumped } from '@entente/engine';
import { dueOf, procedureOf } from '@entente/engine/consultation';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import type { At, Seen } from './sits.ts';
import { useMoments, useSeconds } from './useTable.ts';

/** The clock on top of a matter: how long is left, until when in each capital, and what follows if one does nothing. It never scrolls away. */
export function MatterClock({ at }: { readonly at: Seen }) {
  const due = dueOf(at.matter);
  if (at.matter.closed) return <Closed at={at} />;
  return due === undefined ? <Untimed at={at} /> : <Running at={at} due={due} />;
}

/** The same in one line, on a form that stands below its matter. */
export function ClockLine({ at: { matter } }: { readonly at: At }) {
  const t = useWords('table');
  const { world } = useSeat();
  const now = useNow();
  const seconds = useSeconds();
  const due = dueOf(matter);
  if (matter.closed || due === undefined) return null;
  return (
    <p className="cs-line">
      {wasJumped(world, due) ? t('jumped') : <RelativeTime at={due} now={now} kind="deadline" />} · {seconds(due)}
    </p>
  );
}

function Running({ at, due }: { readonly at: Seen; readonly due: Ms }) {
  const t = useWords('table');
  const now = useNow();
  const moments = useMoments();
  const seconds = useSeconds();
  const { matter, m, member, watches } = at;
  const { procedure } = matter.card;
  const from = matter.prolonged.at(-1)?.at ?? matter.at;
  const gone = Math.min(1, Math.max(0, (now - from) / Math.max(1, due - from)));
  const { world } = useSeat();
  const past = isPast(due, now);
  // Nobody could act in a jump: what it passed is no lateness.
  const jumped = wasJumped(world, due);
  const what = procedureOf(matter).ifNothing(m, member.party);
  const follows = procedure === 'joint-signature' ? 'unsigned' : what;
  return (
    <section
      className="cs-clock"
      aria-label={t('clock.title')}
      data-soon={isSoon(due, now) || undefined}
      data-past={(past && !jumped) || undefined}
    >
      <div className="cs-clock-left">
        <span className="cs-clock-span">{jumped ? t('jumped') : <RelativeTime at={due} now={now} kind="deadline" />}</span>
        <span className="cs-bar" aria-hidden="true">
          <span style={{ width: `${gone * 100}%` }} />
        </span>
      </div>
      <div className="cs-clock-words">
        <p>
          {t(`clock.until.${procedure}`)}{' '}
          <span className="cs-moments">
            {moments(due).map((w) => (
              <b key={w}>{w}</b>
            ))}
          </span>
          {!past && !watches && what !== 'waits' && (
            <span className="cs-ifnot">
              {t(`clock.ifNot.${follows}`)} <b>{t(`clock.follows.${follows}`)}</b>
            </span>
          )}
        </p>
        <p className="small dim cs-clock-more">
          {past ? t(`clock.past.${jumped ? 'jumped' : procedure}`) : t(`clock.exactly.${procedure}`, { time: seconds(due) })}{' '}
          {!past && t('clock.pause')}
        </p>
      </div>
    </section>
  );
}

function Untimed({ at }: { readonly at: Seen }) {
  const t = useWords('table');
  return (
    <section className="cs-clock cs-untimed" aria-label={t('clock.title')}>
      <p>{t(`clock.none`, { what: t(`kind.${at.matter.card.procedure}`) })}</p>
    </section>
  );
}

const GOOD: readonly string[] = ['acknowledged', 'answered', 'agreed', 'adopted', 'signed', 'noted', 'summarised'];

/** How it ended, and when, in each capital. */
function Closed({ at: { matter } }: { readonly at: Seen }) {
  const t = useWords('table');
  const moments = useMoments();
  const { closed } = matter;
  if (!closed) return null;
  return (
    <section
      className="cs-clock cs-over"
      aria-label={t('clock.title')}
      data-bad={(!GOOD.includes(closed.outcome) && !closed.jumped) || undefined}
    >
      <span className="cs-clock-span">{t(`outcome.${closed.outcome}`)}</span>
      <div className="cs-clock-words">
        <p>
          <span className="cs-moments">
            {moments(closed.at).map((w) => (
              <b key={w}>{w}</b>
            ))}
          </span>
        </p>
        <p className="small dim">{t(`over.${closed.outcome}`)}</p>
      </div>
      {closed.jumped && <Chip icon="skip">{t('jumped')}</Chip>}
    </section>
  );
}
