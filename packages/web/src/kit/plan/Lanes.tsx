import type { DecideBy } from '@entente/engine/execution';
import { memo, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { type Axis, placeAt } from './axis.ts';
import { HEIGHTS, type LaneEvent, labelAt } from './layout.ts';
import { boundBy, type MatrixRow } from './rows.ts';
import { usePlanWords } from './usePlanWords.ts';

/** What the scenario brought and what was said, above the rows. */
export const Lane = memo(function Lane({ axis, events }: { readonly axis: Axis; readonly events: readonly LaneEvent[] }) {
  const { time } = usePlanWords();
  const text = useText();
  const seen = events.filter((e) => e.at >= axis.from && e.at <= axis.to);
  const last = seen.at(-1);
  return (
    <>
      {seen.map((e) => (
        <span key={e.id} className="mx-event" style={{ left: `${placeAt(axis, e.at)}%` }} title={`${time(e.at)} ${text(e.title)}`} />
      ))}
      {last && (
        <span className="mx-event-words small cut" style={labelAt(placeAt(axis, last.at), 10)}>
          {time(last.at)} {text(last.title)}
        </span>
      )}
      <ul className="unseen">
        {seen.map((e) => (
          <li key={e.id}>
            {time(e.at)} {text(e.title)}
          </li>
        ))}
      </ul>
    </>
  );
});

/** By when what must be decided, and what becomes impossible after it. */
export function Decisions({
  axis,
  decide,
  rows,
  numberOf,
}: {
  readonly axis: Axis;
  readonly decide: readonly DecideBy[];
  readonly rows: readonly MatrixRow[];
  readonly numberOf: (id: string) => string;
}) {
  const t = useWords('plan');
  const { time, letter } = usePlanWords();
  const said = (d: DecideBy): string => {
    const bound = numberOf((boundBy(rows, d.step) ?? { id: d.step }).id);
    const values = { time: time(d.by), party: letter(d.party), step: numberOf(d.step), other: bound };
    return t(`decide.${d.kind}${bound === numberOf(d.step) ? 'Self' : ''}`, values);
  };
  return (
    <ul>
      {decide.map((d, i) => (
        <li
          key={`${d.kind} ${d.step} ${d.party}`}
          className={`mx-decide small cut ${i === 0 ? 'soon' : 'dim'}`}
          style={{ top: 3 + i * HEIGHTS.decide, ...labelAt(placeAt(axis, d.by), 6) }}
        >
          {said(d)}
        </li>
      ))}
    </ul>
  );
}

interface LanesProps {
  readonly axis: Axis;
  readonly lane: readonly LaneEvent[] | undefined;
  readonly laneTitle: string | undefined;
  readonly decide: readonly DecideBy[];
  /** How many more there are. */
  readonly more: number;
  readonly rows: readonly MatrixRow[];
  readonly numberOf: (id: string) => string;
  /** Columns after the picture. */
  readonly after: number;
  /** What is drawn over all rows: it stands in the first. */
  readonly wires: ReactNode;
}

/** The lines above the steps: events, and the next decisions. */
export const Lanes = memo(function Lanes({ axis, lane, laneTitle, decide, more, rows, numberOf, after, wires }: LanesProps) {
  const t = useWords('plan');
  if (!lane && decide.length === 0) return null;
  return (
    <tbody className="mx-lanes">
      {lane && (
        <tr style={{ height: HEIGHTS.lane }}>
          <th scope="row" colSpan={3}>
            <b>{laneTitle ?? t('matrix.events')}</b> {laneTitle === undefined && <span className="dim">{t('matrix.eventsHelp')}</span>}
          </th>
          <td className="mx-chart">
            {wires}
            <Lane axis={axis} events={lane} />
          </td>
          <td colSpan={after} />
        </tr>
      )}
      {decide.length > 0 && (
        <tr style={{ height: decideHeight(decide.length) }}>
          <th scope="row" colSpan={3}>
            <b>{t('matrix.decide')}</b>
            {decide.length > 1 && <span className="dim mx-second">{t('matrix.decideHelp')}</span>}
          </th>
          <td className="mx-chart">
            {!lane && wires}
            <Decisions axis={axis} decide={decide} rows={rows} numberOf={numberOf} />
          </td>
          <td colSpan={after}>{more > 0 && <span className="small dim">{t('matrix.moreDecisions', { n: more })}</span>}</td>
        </tr>
      )}
    </tbody>
  );
});

export const decideHeight = (n: number): number => (n === 0 ? 0 : n * HEIGHTS.decide + 6);
