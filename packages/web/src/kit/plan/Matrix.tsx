import './matrix.css';
import './bars.css';
import type { Ms } from '@entente/engine';
import type { DecideBy } from '@entente/engine/execution';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../Directory.tsx';
import { type Axis, axisOf } from './axis.ts';
import { decideHeight, Lanes } from './Lanes.tsx';
import { HEIGHTS, type LaneEvent, partyNumber } from './layout.ts';
import { MatrixHead } from './MatrixHead.tsx';
import { Row } from './MatrixRow.tsx';
import { grouped, type MatrixRow } from './rows.ts';
import { usePlanWords } from './usePlanWords.ts';
import { Wires } from './Wires.tsx';

export interface MatrixProps {
  readonly rows: readonly MatrixRow[];
  /** Absent where nothing moves: a plan that is not agreed. */
  readonly now?: Ms | undefined;
  readonly selected?: string | undefined;
  readonly select: (step: string | undefined) => void;
  readonly decide?: readonly DecideBy[] | undefined;
  readonly lane?: readonly LaneEvent[] | undefined;
  /** In place of “Events that your side holds”. */
  readonly laneTitle?: string | undefined;
  readonly lost?: ReadonlyMap<string, ReactNode> | undefined;
  readonly allArrows?: boolean | undefined;
  /** The rows shown; all if absent. Times and arrows are those of all. */
  readonly shown?: ((row: MatrixRow) => boolean) | undefined;
  /** The seat whose steps are marked as its own. */
  readonly mine?: string | undefined;
  /** Steps of which sides want something else. */
  readonly contested?: ReadonlySet<string> | undefined;
  /** What is wrong with a step. */
  readonly wrong?: ReadonlyMap<string, string> | undefined;
}

const MOST_DECISIONS = 3;

/** Party by time: what was planned against what is, who waits for whom, and by when what must be decided. */
export function Matrix(props: MatrixProps) {
  const { rows, now, decide = NOTHING, lane, lost, shown } = props;
  const words = usePlanWords();
  const t = useWords('plan');
  const { start, parties } = useDirectory();
  const order = useMemo(() => parties.map((p) => p.id), [parties]);
  const next = useMemo(() => decide.slice(0, MOST_DECISIONS), [decide]);
  const axis = useSteady(
    axisOf(rows, now, start, [...next.map((d) => d.by), ...(props.laneTitle === undefined ? [] : (lane ?? []).map((e) => e.at))]),
  );
  const groups = useMemo(() => grouped(shown ? rows.filter(shown) : rows, order), [rows, order, shown]);
  const numberOf = useMemo(() => {
    const numbers = new Map(rows.map((r) => [r.id, r.number === undefined ? t('matrix.own') : String(r.number)]));
    return (id: string) => numbers.get(id) ?? '?';
  }, [rows, t]);
  const before = (lane ? HEIGHTS.lane : 0) + decideHeight(next.length);
  const inOrder = useMemo(() => groups.flatMap((g) => g.rows), [groups]);
  const height = before + inOrder.length * HEIGHTS.row;
  const all = props.allArrows === true;
  const wires = useMemo(
    () => <Wires {...{ axis, now, height, all }} rows={inOrder} top={before} decide={next} />,
    [axis, now, inOrder, before, height, all, next],
  );
  const above = lane !== undefined || next.length > 0;
  const signatures = useMemo(() => new Map(rows.map((r) => [r.id, signatureOf(r)])), [rows]);
  const row = (of: MatrixRow, first: number | undefined, over: ReactNode) => (
    <Row
      key={of.id}
      {...{ axis, now, words, numberOf, first }}
      row={of}
      signature={signatures.get(of.id) ?? ''}
      selected={props.selected === of.id}
      select={props.select}
      mine={props.mine !== undefined && of.lead === props.mine}
      wrong={props.wrong?.get(of.id)}
      contested={props.contested?.has(of.id) === true}
      lost={lost ? (lost.get(of.id) ?? null) : undefined}
    >
      {over}
    </Row>
  );
  return (
    <table className="mx" data-lost={lost ? true : undefined} data-draft={now === undefined || undefined} onKeyDown={onArrows}>
      <caption className="unseen">{t('matrix.title')}</caption>
      <colgroup>
        {COLUMNS.map((c) => (
          <col key={c} className={`mx-c-${c}`} />
        ))}
        {lost && <col className="mx-c-lost" />}
      </colgroup>
      <MatrixHead axis={axis} now={now} lost={lost !== undefined} />
      <Lanes
        {...{ axis, lane, rows, numberOf, wires }}
        laneTitle={props.laneTitle}
        decide={next}
        more={decide.length - next.length}
        after={lost ? 3 : 2}
      />
      {groups.map(({ party, rows: some }, g) => (
        <tbody key={party || 'nobody'} data-party={partyNumber(order, party)}>
          {some.map((of, i) => row(of, i === 0 ? some.length : undefined, !above && g === 0 && i === 0 && wires))}
        </tbody>
      ))}
    </table>
  );
}

const COLUMNS = ['party', 'step', 'after', 'chart', 'state', 'slack'] as const;
const NOTHING: readonly DecideBy[] = [];

/** The same axis for as long as it shows the same: as time goes by, only what moves is drawn anew. */
function useSteady(axis: Axis): Axis {
  const { from, to, ticks } = axis;
  // biome-ignore lint/correctness/useExhaustiveDependencies: ticks follow from its ends
  return useMemo(() => axis, [from, to, ticks[0], ticks.length]);
}

/** What of a row is drawn: rows that look the same are not drawn anew. */
const signatureOf = ({ text: _, ...row }: MatrixRow): string => JSON.stringify(row);

/** Up and down go from step to step. */
function onArrows(e: KeyboardEvent<HTMLTableElement>): void {
  if (e.key !== 'ArrowDown' && e.key !== 'ArrowUp') return;
  const steps = [...e.currentTarget.querySelectorAll<HTMLButtonElement>('button.mx-step')];
  const here = steps.indexOf(document.activeElement as HTMLButtonElement);
  if (here < 0) return;
  e.preventDefault();
  steps.at(Math.min(steps.length - 1, Math.max(0, here + (e.key === 'ArrowDown' ? 1 : -1))))?.focus();
}
