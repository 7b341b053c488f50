import type { Ms } from '@entente/engine';
import type { Task } from '@entente/engine/execution';
import { useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressMark, AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { boundBy, type MatrixRow } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { Step } from './Answers.tsx';

export interface CardsProps {
  readonly row: MatrixRow;
  readonly rows: readonly MatrixRow[];
  readonly now: Ms;
  readonly select: (step: string | undefined) => void;
}

/** What there is to read of a step. */
export function StepCards({ row, rows, now, select }: CardsProps) {
  const t = useWords('running');
  const plan = useWords('plan');
  const { world } = useSeat();
  const task = world.execution.tasks.get(row.task ?? '');
  return (
    <div className="px-cards">
      <div className="stack">
        <h3 className="strong">
          {row.number} <Said text={row.text} />
        </h3>
        <NotYet of={[row.text]} />
        <p className="row wrap small">
          {row.lead && (
            <>
              <AddressName address={row.lead} /> {t('step.leads')}
            </>
          )}
          {row.terms.support.length > 0 && (
            <>
              {' '}
              {plan('matrix.with')} <PartyMarks parties={row.terms.support} />
            </>
          )}
          {row.critical && <Chip>{t('step.critical')}</Chip>}
          {row.own && <Chip icon="lock">{t('step.own')}</Chip>}
        </p>
        {row.terms.authority !== undefined && (
          <p className="small">
            <span className="dim">{t('step.authority')}</span> <Said text={row.terms.authority} />
          </p>
        )}
        {task && <Reports task={task} />}
      </div>
      <Times row={row} now={now} />
      <Moves row={row} rows={rows} select={select} />
      <Why row={row} rows={rows} select={select} />
    </div>
  );
}

/** What was reported of it, the latest first. */
function Reports({ task }: { readonly task: Task }) {
  const t = useWords('running');
  const { time, letter } = usePlanWords();
  const [all, showAll] = useState(false);
  const heldWords = ({ fails, until }: Task['hindered'][number]): string => {
    if (fails) return t('report.failedBy');
    return until === undefined ? t('report.hindered') : t('report.hinderedUntil', { time: time(until) });
  };
  const lines = [
    ...task.reports.map((r) => ({
      src: r.src,
      at: r.at,
      says: r.ends === undefined ? t('report.says') : t('report.ends', { time: time(r.ends) }),
      text: r.text,
    })),
    ...task.blocks.map((b) => ({
      src: b.src,
      at: b.at,
      says: b.on === undefined ? t('report.blocked') : t('report.blockedOn', { party: letter(b.on) }),
      text: b.text,
    })),
    ...task.blocks.flatMap((b) => (b.until ? [{ src: b.until.src, at: b.until.at, says: t('report.unblocked'), text: undefined }] : [])),
    ...task.hindered.map((h) => ({ src: h.src, at: h.at, says: heldWords(h), text: h.text })),
    ...task.hindered.flatMap((h) => (h.lifted ? [{ src: h.lifted.src, at: h.lifted.at, says: t('report.lifted'), text: undefined }] : [])),
    ...(task.word
      ? [{ src: task.word.src, at: task.word.at, says: t('report.word', { party: letter(task.word.party) }), text: undefined }]
      : []),
    ...(task.freed ? [{ src: task.freed.src, at: task.freed.at, says: t('report.freed'), text: undefined }] : []),
    ...(task.started
      ? [
          {
            src: task.started.src,
            at: task.started.at,
            says: t('report.started', { time: time(task.started.happened ?? task.started.at) }),
            text: undefined,
          },
        ]
      : []),
    ...(task.done
      ? [
          {
            src: task.done.src,
            at: task.done.at,
            says: t('report.done', { time: time(task.done.happened ?? task.done.at) }),
            text: task.done.text,
          },
        ]
      : []),
    ...(task.failed ? [{ src: task.failed.src, at: task.failed.at, says: t('report.failed'), text: task.failed.text }] : []),
    ...task.handed.map((h) => ({ src: h.src, at: h.at, says: t('report.handed'), text: undefined, to: h.to })),
  ].sort((a, b) => b.at - a.at);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, 3);
  return (
    <ul className="small">
      {shown.map((line) => (
        <li key={line.src}>
          <ExactTime at={line.at} /> {line.says}
          {'to' in line && typeof line.to === 'string' && <AddressName address={line.to} />}
          {line.text !== undefined && (
            <>
              {' '}
              “<Said text={line.text} />”
            </>
          )}
        </li>
      ))}
      {shown.length < lines.length && (
        <li>
          <button type="button" className="px-link" onClick={() => showAll(true)}>
            {t('report.all', { n: lines.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Times({ row, now }: { readonly row: MatrixRow; readonly now: Ms }) {
  const t = useWords('running');
  const { time, span, letter } = usePlanWords();
  const { planned, done, expected, latest, terms, state } = row;
  const actual = done ? `${time(done.start)}–${state === 'done' || state === 'failed' ? time(done.end) : ''}` : undefined;
  const left = latest === undefined ? 0 : latest - now;
  const lines: readonly (readonly [string, string | undefined, (string | undefined)?])[] = [
    [
      t('times.planned'),
      planned
        ? `${time(planned.start)}–${time(planned.end)}`
        : terms.word !== undefined
          ? t('times.onWord', { party: letter(terms.word) })
          : t('times.open'),
    ],
    [t('times.actual'), actual],
    [
      t('times.expected'),
      state === 'done' || !expected ? undefined : done ? time(expected.end) : `${time(expected.start)}–${time(expected.end)}`,
    ],
    [
      t('times.latest'),
      latest === undefined
        ? undefined
        : `${time(latest)}${state === 'done' ? '' : `, ${left < 0 ? t('times.ago', { span: span(-left) }) : t('times.left', { span: span(left) })}`}`,
      latest !== undefined && state !== 'done' ? (left < 0 ? 'late' : row.critical ? 'soon' : undefined) : undefined,
    ],
  ];
  return (
    <div>
      <h4 className="eyebrow">{t('times.title')}</h4>
      <dl className="px-times small">
        {lines.map(
          ([name, value, tone]) =>
            value !== undefined && (
              <div key={name}>
                <dt className="dim">{name}</dt>
                <dd className={tone}>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}

/** The steps that come after it, and how each is moved. */
function Moves({ row, rows, select }: Omit<CardsProps, 'now'>) {
  const t = useWords('running');
  const { time } = usePlanWords();
  const after = rows.filter((r) => r.terms.after.some((a) => a.step === row.id));
  const waits = row.terms.after.flatMap((a) => rows.find((r) => r.id === a.step) ?? []).filter((r) => r.state !== 'done');
  return (
    <div>
      <h4 className="eyebrow">{t('moves.title')}</h4>
      {after.length === 0 && <p className="small dim">{t('moves.nothing')}</p>}
      <ul className="small px-moves">
        {after.map((r) => (
          <li key={r.id}>
            <Step row={r} select={select} /> <AddressMark address={`party:${r.party}`} named />{' '}
            {r.planned && r.expected && r.expected.start > r.planned.start ? (
              <>
                {time(r.planned.start)} → <b>{time(r.expected.start)}</b>
              </>
            ) : (
              (r.planned ?? r.expected) && time((r.done ?? r.planned ?? r.expected)?.start ?? 0)
            )}
            {r.latest !== undefined && r.state !== 'done' && <span className="dim"> {t('moves.by', { time: time(r.latest) })}</span>}
          </li>
        ))}
      </ul>
      {waits.length > 0 && row.state !== 'done' && (
        <p className="small">
          <span className="dim">{t('moves.waits')}</span>{' '}
          {waits.map((r, i) => (
            <span key={r.id}>
              {i > 0 && ', '}
              <Step row={r} select={select} /> <AddressMark address={`party:${r.party}`} named />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** Why it must be over by its latest time: its own hard time, or that of a step after it. */
function Why({ row, rows, select }: Omit<CardsProps, 'now'>) {
  const t = useWords('running');
  const { time } = usePlanWords();
  const bound = boundBy(rows, row.id);
  if (row.latest === undefined || !bound) return null;
  const key = bound.terms.by !== undefined ? 'endBy' : 'startBy';
  return (
    <div>
      <h4 className="eyebrow">{t('why.title', { time: time(row.latest) })}</h4>
      <p className="small">
        {bound.id === row.id ? (
          t(`why.${key}Self`, { time: time(bound.terms.by ?? bound.terms.startBy ?? 0) })
        ) : (
          <>
            <Step row={bound} select={select} /> {t(`why.${key}`, { time: time(bound.terms.by ?? bound.terms.startBy ?? 0) })}
          </>
        )}
      </p>
      <p className="small dim">{t('why.change')}</p>
    </div>
  );
}
