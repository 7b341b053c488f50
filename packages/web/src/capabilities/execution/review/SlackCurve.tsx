import type { Ms } from '@entente/engine';
import type { RunningPlan } from '@entente/engine/execution';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { axisOf, placeAt } from '../../../kit/plan/axis.ts';
import { partyNumber } from '../../../kit/plan/layout.ts';
import type { MatrixRow } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { type SlackPiece, slackCourse } from './course.ts';

const HEIGHT = 84;
const PAD = 10;

/** The slack that was left over time, in the colour of whoever used it or won it back. */
export function SlackCurve({
  plan,
  rows,
  now,
  more,
}: {
  readonly plan: RunningPlan;
  readonly rows: readonly MatrixRow[];
  readonly now: Ms | undefined;
  /** Times beside the steps’, so that both pictures have one axis. */
  readonly more: readonly Ms[];
}) {
  const t = useWords('review');
  const { span, letter, time } = usePlanWords();
  const { events, moment } = useReview();
  const { start, parties } = useDirectory();
  const pieces = useMemo(() => slackCourse(events, plan.id, moment.at), [events, plan, moment.at]);
  if (pieces.length === 0) return null;
  const axis = axisOf(rows, now, start, more);
  const all = pieces.flatMap((p) => [p.before, p.after]);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const y = (slack: Ms): number => PAD + ((high - slack) / Math.max(1, high - low)) * (HEIGHT - 2 * PAD);
  const x = (at: Ms): string => `${placeAt(axis, at)}%`;
  const order = parties.map((p) => p.id);
  const numberOf = (id: string | undefined): string => String(rows.find((r) => r.id === id)?.number ?? '');
  const changes = pieces.filter((p) => p.party !== undefined && Math.abs(p.after - p.before) >= 60_000);
  const says = (p: SlackPiece): string =>
    t(p.after < p.before ? 'planned.used' : 'planned.won', {
      time: time(p.to),
      party: letter(p.party ?? ''),
      span: span(Math.abs(p.after - p.before)),
      step: numberOf(p.step),
    });
  return (
    <section className="rv-slack" aria-label={t('planned.slack')}>
      <div>
        <b>{t('planned.slack')}</b>
        <p className="small dim">{t('planned.slackHelp')}</p>
      </div>
      <div className="rv-slack-chart">
        <svg height={HEIGHT} width="100%" aria-hidden="true">
          <rect className="rv-slack-late" x="0" width="100%" y={y(0)} height={Math.max(0, HEIGHT - y(0))} />
          <line className="rv-slack-zero" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
          {pieces.map((p) => (
            <line
              key={`${p.from} ${p.to} ${p.before} ${p.after}`}
              className="rv-slack-piece"
              data-party={p.party === undefined ? undefined : partyNumber(order, p.party)}
              x1={x(p.from)}
              x2={x(p.to)}
              y1={y(p.before)}
              y2={y(p.after)}
            />
          ))}
        </svg>
      </div>
      <ul className="small">
        {changes.map((p) => (
          <li key={`${p.from} ${p.to} ${p.after}`}>{says(p)}</li>
        ))}
        {changes.length === 0 && <li className="dim">{t('planned.steady')}</li>}
      </ul>
    </section>
  );
}
