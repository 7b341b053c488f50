import { type ExpectedRow, expectedCard, expectedStatus } from '@entente/engine';
import { StatusChip } from '../../../kit/Chip.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { conditionWords } from '../../../kit/control/conditionWords.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { numbersOf } from '../../../kit/control/entry.ts';
import { type DetailProps, useControlParts } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { minutes } from '../../../kit/control/scenarioTime.ts';
import { termsOf } from '../../../kit/control/waitsFor.ts';
import { AddressName } from '../../../kit/Names.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';

/** One expected action: who should do what by when, and how the record sees it. */
export function ExpectedDetail({ id, waitsFor, foot }: DetailProps) {
  const { viewer, pick, say, now, world, names, start, entries } = useControl();
  const parts = useControlParts();
  const row = world.expected.rows.get(id);
  const card = row && expectedCard(row, viewer.party);
  if (!row || !card) return null;
  const entry = entries.find((e) => e.id === id);
  const deadline = entry?.until;
  const waits = entry?.after && !row.opened ? waitsFor(entry) : '';
  const task = world.seats.objectives?.list.flatMap((o) => o.tasks).find((t) => t.id === card.task);
  const objective = world.seats.objectives?.list.find((o) => o.id === entry?.objective);
  const status = expectedStatus(row);
  const shown = viewer.party === undefined ? undefined : row.shown.get(viewer.party);
  const seen = row.plan?.seen ?? shown?.seen;
  return (
    <SidePanel title={say('detail.expected', { number: numbersOf(card, row, viewer) })} chip={<StatusChip state={status} />} foot={foot}>
      {deadline !== undefined && (
        <p className="ct-when">
          {row.opened ? (
            <RelativeTime at={deadline} now={now} kind={status === 'open' ? 'deadline' : status === 'missed' ? 'missed' : 'moment'} exact />
          ) : (
            say('detail.plannedAt', { time: clockWords(entry?.at ?? 0, start) })
          )}
        </p>
      )}
      <h3 className="ct-detail-title">{pick(card.text)}</h3>
      <p className="ct-small">
        <AddressName address={card.by} withParty />
      </p>
      <dl className="ct-facts">
        <dt>{say('detail.allowed')}</dt>
        <dd>{say('detail.minutes', { count: minutes(card.within) })}</dd>
        {row.opened && (
          <>
            <dt>{say('detail.opened')}</dt>
            <dd>{clockWords(row.opened.from, start)}</dd>
          </>
        )}
        {waits && (
          <>
            <dt>{say('detail.opensAfter')}</dt>
            <dd>{waits}</dd>
          </>
        )}
        <dt>{say('detail.seenBy')}</dt>
        <dd>
          {seen
            ? conditionWords(seen, termsOf(parts, world, names, start, viewer.party, pick, say), say)
            : say(shown?.atDeadline ? 'detail.atDeadline' : card.bySight ? 'detail.bySight' : 'detail.byJudgement')}
        </dd>
        {objective && (
          <>
            <dt>{say('detail.objective')}</dt>
            <dd>{pick(objective.text)}</dd>
          </>
        )}
        {task && (
          <>
            <dt>{say('detail.task')}</dt>
            <dd>{pick(task.text)}</dd>
          </>
        )}
        <Outcome row={row} />
      </dl>
    </SidePanel>
  );
}

function Outcome({ row }: { row: ExpectedRow }) {
  const { say, start, names, pick } = useControl();
  const lines: [string, string][] = [];
  if (row.seen) lines.push([say('detail.seenAt'), `${clockWords(row.seen.at, start)}${row.seen.late ? `, ${say('state.late')}` : ''}`]);
  else if (row.reported)
    lines.push([
      say('detail.reportedAt'),
      `${clockWords(row.reported.at, start)}, ${say(row.reported.late ? 'state.late' : 'detail.inTime')}`,
    ]);
  if (row.judged)
    lines.push([
      say(`verdict.${row.judged.verdict}`),
      `${clockWords(row.judged.done, start)}, ${names.say(row.judged.by, pick, say)}${row.judged.note ? `: ${row.judged.note}` : ''}`,
    ]);
  return lines.map(([term, what]) => (
    <div key={term} className="ct-contents">
      <dt>{term}</dt>
      <dd>{what}</dd>
    </div>
  ));
}
