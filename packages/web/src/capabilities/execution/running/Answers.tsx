import type { Ms } from '@entente/engine';
import { type DecideBy, lostWaiting, type RunningPlan } from '@entente/engine/execution';
import { memo, type ReactNode } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { AddressMark } from '../../../kit/Names.tsx';
import { Pieces } from '../../../kit/plan/Pieces.tsx';
import { boundBy, type MatrixRow } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { lateStep, leastSlack } from './answers.ts';

export interface AnswersProps {
  readonly plan: RunningPlan;
  readonly rows: readonly MatrixRow[];
  readonly decide: readonly DecideBy[];
  readonly now: Ms;
  readonly select: (step: string) => void;
}

/** What is late and what it moves; what must be decided next and by when; who lost how much time waiting for the other side. */
export const Answers = memo(function Answers(props: AnswersProps) {
  return (
    <div className="px-answers" role="status">
      <Late {...props} />
      <Next {...props} />
      <Lost {...props} />
    </div>
  );
});

function Late({ rows, now, select }: AnswersProps) {
  const t = useWords('running');
  const words = usePlanWords();
  const { span, time, letter } = words;
  const found = lateStep(rows, now);
  if (!found) {
    if (rows.every((r) => r.state === 'done' || r.own)) return <p className="px-first met">{t('answer.allDone')}</p>;
    const slack = leastSlack(rows);
    return (
      <p className="px-first">{slack === undefined ? t('answer.inTime') : t('answer.inTimeSlack', { slack: span(Math.max(0, slack)) })}</p>
    );
  }
  const { row, by, moved, slack } = found;
  const step = <Step row={row} select={select} />;
  const late = <b className={slack !== undefined && slack < 0 ? 'late' : 'soon'}>{span(by)}</b>;
  const of =
    row.state === 'done'
      ? 'wasLate'
      : row.state === 'blocked'
        ? 'blocked'
        : row.state === 'failed'
          ? 'failed'
          : row.done
            ? 'late'
            : 'notBegun';
  return (
    <p className="px-first">
      <Pieces
        t={t}
        of={`answer.${of}`}
        values={{ party: letter(row.party), time: row.expected ? time(row.expected.end) : '', on: letter(row.blocked.at(-1)?.on ?? '') }}
        parts={{ step, late }}
      />{' '}
      {moved.length > 0 && (
        <Pieces
          t={t}
          of="answer.moves"
          values={{ span: span(Math.max(...moved.map((m) => m.late))), count: moved.length }}
          parts={{ steps: <Steps rows={moved} select={select} /> }}
        />
      )}{' '}
      {slack !== undefined &&
        (slack < 0 ? (
          <Pieces t={t} of="answer.tooLate" parts={{ span: <b className="late">{span(-slack)}</b> }} />
        ) : (
          <Pieces t={t} of="answer.left" parts={{ span: <b>{span(slack)}</b> }} />
        ))}
    </p>
  );
}

function Next({ rows, decide, now, select }: AnswersProps) {
  const t = useWords('running');
  const { span, moments, letter } = usePlanWords();
  const next = decide[0];
  const row = rows.find((r) => r.id === next?.step);
  if (!next || !row) return <p className="dim">{t('answer.noDecision')}</p>;
  const bound = boundBy(rows, row.id) ?? row;
  const left = next.by - now;
  return (
    <p className={`px-next ${left < 0 ? 'late' : 'soon'}`}>
      <Pieces
        t={t}
        of={`answer.next.${next.kind}`}
        values={{
          party: letter(next.party),
          moments: moments(next.by),
          left: left < 0 ? t('answer.passed', { span: span(-left) }) : t('answer.leftNow', { span: span(left) }),
        }}
        parts={{ step: <Step row={row} select={select} /> }}
      />{' '}
      {bound.id !== row.id && (
        <Pieces t={t} of={left < 0 ? 'answer.isImpossible' : 'answer.then'} parts={{ step: <Step row={bound} select={select} /> }} />
      )}
    </p>
  );
}

function Lost({ plan, rows, now, select }: AnswersProps) {
  const t = useWords('running');
  const { span } = usePlanWords();
  const { world } = useSeat();
  const lost = [...lostWaiting(world, plan.id, now)];
  const waiting = rows.filter((r) => r.state === 'blocked' && r.blocked.at(-1)?.on !== undefined);
  if (lost.length === 0 && waiting.length === 0) return <p className="small dim">{t('answer.nothingLost')}</p>;
  return (
    <p className="small px-lost">
      {t('answer.lost')}{' '}
      {lost.map(([party, ms], i) => (
        <span key={party}>
          {i > 0 && '; '}
          <AddressMark address={`party:${party}`} named /> <b>{span(ms)}</b>
        </span>
      ))}
      {waiting.map((r) => (
        <span key={r.id}>
          {'; '}
          <Pieces
            t={t}
            of="answer.stillWaits"
            parts={{
              party: <AddressMark address={`party:${r.party}`} named />,
              on: <AddressMark address={`party:${r.blocked.at(-1)?.on}`} named />,
              step: <Step row={r} select={select} />,
            }}
          />
        </span>
      ))}
    </p>
  );
}

/** A step’s number, which opens it. */
export function Step({ row, select }: { readonly row: MatrixRow; readonly select: (step: string) => void }): ReactNode {
  return (
    <button type="button" className="px-link" onClick={() => select(row.id)}>
      {row.number}
    </button>
  );
}

function Steps({ rows, select }: { readonly rows: readonly MatrixRow[]; readonly select: (step: string) => void }): ReactNode {
  const { list } = usePlanWords();
  const numbered = [...rows].filter((r) => r.number !== undefined).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const pieces = list(numbered.map((_, i) => `⟦${i}⟧`)).split(/⟦(\d+)⟧/);
  return pieces.map((piece, i) => {
    const row = i % 2 === 1 ? numbered[Number(piece)] : undefined;
    return row ? <Step key={row.id} row={row} select={select} /> : piece;
  });
}
