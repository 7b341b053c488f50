import './matrix.css';
import './bars.css';
import type { Ms } from '@entente/engine';
import type { DecideBy } from '@entente/engine/execution';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../Directory.tsx';
import { type Axis, axisOf } from './axis.ts';
import { decideHeight, Lanes } from './Lanes.tsx';
import { HEIGHTS, type LaneEvent, partyNumber } from './layout.ts';
import { MatrixHead } from './MatrixHead.tsx';
import { Row } from './MatrixRow.tsx';
import { grouped, type MatrixRow } from './rows.ts';
import { Side } from './Side.tsx';
import { useChosenInSight } from './useChosenInSight.ts';
import { useInSight } from './useInSight.ts';
import { usePlanWords } from './usePlanWords.ts';
import { Wires } from './Wires.tsx';

export interface MatrixProps {
  readonly rows: readonly MatrixRow[];
  /** Absent where nothing moves: a plan that is not agreed. */
  readonly now?: Ms | undefined;
  readonly selected?: string | undefined;
  /** Absent on paper: nothing is chosen there. */
  readonly select?: ((step: string | undefined) => void) | undefined;
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
  const { rows, now, decide = NOTHING, lane, lost } = props;
  const words = usePlanWords();
  const t = useWords('plan');
  const { order, next, axis, groups, inOrder, numberOf } = useDrawn(props);
  const before = (lane ? HEIGHTS.lane : 0) + decideHeight(next.length);
  const table = useRef<HTMLTableElement>(null);
  const { inSight, hold } = useInSight(table, inOrder.length);
  const chosen = props.selected === undefined ? -1 : inOrder.findIndex((r) => r.id === props.selected);
  useChosenInSight(table, props.selected, chosen);
  const { from, to } = inSight;
  const height = before + inOrder.length * HEIGHTS.row;
  const all = props.allArrows === true;
  const wires = useMemo(
    () => <Wires {...{ axis, now, height, all, from, to }} rows={inOrder} top={before} decide={next} />,
    [axis, now, inOrder, before, height, all, next, from, to],
  );
  const above = 1 + Number(lane !== undefined) + Number(next.length > 0);
  const signatures = useMemo(() => new Map(rows.map((r) => [r.id, signatureOf(r)])), [rows]);
  const row = (of: MatrixRow, place: number, party: ReactNode, over: ReactNode) => (
    <Row
      key={of.id}
      {...{ axis, now, words, numberOf, party }}
      row={of}
      place={above + place + 1}
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
  const after = lost ? 3 : 2;
  let begins = 0;
  return (
    <table
      ref={table}
      className="mx"
      aria-rowcount={above + inOrder.length}
      data-lost={lost ? true : undefined}
      data-draft={now === undefined || undefined}
      onKeyDown={(e) => goByKey(e, inOrder, hold)}
      onClick={(e) => chooseInPicture(e, props.selected, props.select)}
    >
      <caption className="unseen">{t('matrix.title')}</caption>
      <colgroup>
        {COLUMNS.map((c) => (
          <col key={c} className={`mx-c-${c}`} />
        ))}
        {lost && <col className="mx-c-lost" />}
      </colgroup>
      <MatrixHead axis={axis} now={now} lost={lost !== undefined} />
      <Lanes
        {...{ axis, lane, rows, numberOf, wires, after }}
        laneTitle={props.laneTitle}
        decide={next}
        more={decide.length - next.length}
      />
      {groups.map(({ party, rows: some }, g) => {
        const first = begins;
        begins += some.length;
        return (
          <Side
            key={party || 'nobody'}
            {...{ party, inSight, after, row }}
            number={partyNumber(order, party)}
            rows={some}
            begins={first}
            over={above === 1 && g === 0 && wires}
          />
        );
      })}
    </table>
  );
}

const COLUMNS = ['party', 'step', 'after', 'chart', 'state', 'slack'] as const;
const NOTHING: readonly DecideBy[] = [];

/** What is drawn of these rows: the axis, the next decisions, and the rows by side and in order. */
function useDrawn({ rows, now, decide = NOTHING, lane, laneTitle, shown }: MatrixProps) {
  const t = useWords('plan');
  const { start, parties } = useDirectory();
  const order = useMemo(() => parties.map((p) => p.id), [parties]);
  const next = useMemo(() => decide.slice(0, MOST_DECISIONS), [decide]);
  const axis = useSteady(
    axisOf(rows, now, start, [...next.map((d) => d.by), ...(laneTitle === undefined ? [] : (lane ?? []).map((e) => e.at))]),
  );
  const groups = useMemo(() => grouped(shown ? rows.filter(shown) : rows, order), [rows, order, shown]);
  const numberOf = useMemo(() => {
    const numbers = new Map(rows.map((r) => [r.id, r.number === undefined ? t('matrix.own') : String(r.number)]));
    return (id: string) => numbers.get(id) ?? '?';
  }, [rows, t]);
  const inOrder = useMemo(() => groups.flatMap((g) => g.rows), [groups]);
  return { order, next, axis, groups, inOrder, numberOf };
}

/** The same axis for as long as it shows the same: as time goes by, only what moves is drawn anew. */
function useSteady(axis: Axis): Axis {
  const { from, to, ticks } = axis;
  // biome-ignore lint/correctness/useExhaustiveDependencies: ticks follow from its ends
  return useMemo(() => axis, [from, to, ticks[0], ticks.length]);
}

/** What of a row is drawn: rows that look the same are not drawn anew. */
const signatureOf = ({ text: _, ...row }: MatrixRow): string => JSON.stringify(row);

/** A press on a step’s bars chooses it, as its title does; keys have the title. */
function chooseInPicture(e: MouseEvent<HTMLTableElement>, selected: string | undefined, select: MatrixProps['select']): void {
  const step = (e.target as HTMLElement).closest('.mx-chart')?.closest<HTMLElement>('[data-step]')?.dataset.step;
  if (step !== undefined) select?.(step === selected ? undefined : step);
}

/** Up and down go from step to step, Home and End to the first and the last, in sight or not. */
function goByKey(e: KeyboardEvent<HTMLTableElement>, rows: readonly MatrixRow[], draw: (step: string) => void): void {
  const table = e.currentTarget;
  const here = (e.target as HTMLElement).closest<HTMLElement>('.mx-step')?.closest<HTMLElement>('[data-step]')?.dataset.step;
  const at = rows.findIndex((r) => r.id === here);
  if (at < 0 || e.altKey || e.ctrlKey || e.metaKey) return;
  const goes: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const next = rows[Math.min(rows.length - 1, Math.max(0, goes[e.key] ?? Number.NaN))];
  if (!next) return;
  e.preventDefault();
  const button = () => table.querySelector<HTMLElement>(`[data-step="${CSS.escape(next.id)}"] .mx-step`);
  if (!button()) draw(next.id);
  button()?.focus();
}
