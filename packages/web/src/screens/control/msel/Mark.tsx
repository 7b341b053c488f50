import type { Entry } from './msel.ts';

/**
 * The shapes of the MSEL: inject ●, expected action ◇, contingency ○, decision ■; dashed while it waits for a condition;
 * ticked when met, crossed when missed; a blue ring when it waits for my hand. Shape says what, colour only repeats it.
 */
export function Mark({
  entry,
  x,
  y,
  hand,
}: {
  entry: Pick<Entry, 'kind' | 'status' | 'contingency' | 'happened' | 'waits'>;
  x: number;
  y: number;
  hand?: boolean;
}) {
  return (
    <g transform={`translate(${x} ${y})`} className="ct-mark">
      {hand && <circle r={9} className="ct-mark-ring" />}
      {entry.kind === 'decision' ? (
        <rect x={-5} y={-5} width={10} height={10} className="ct-mark-done" />
      ) : entry.kind === 'expected' ? (
        <Expected status={entry.status} />
      ) : (
        <Inject entry={entry} hand={hand === true} />
      )}
    </g>
  );
}

function Inject({ entry, hand }: { entry: Pick<Entry, 'status' | 'contingency' | 'happened' | 'waits'>; hand: boolean }) {
  if (entry.status === 'skipped' || entry.status === 'lapsed')
    return (
      <>
        <circle r={4.5} className="ct-mark-open" />
        <path d="M-6 6 6-6" className="ct-mark-open" />
      </>
    );
  if (entry.happened)
    return entry.contingency ? <circle r={4} className="ct-mark-contingency" /> : <circle r={5} className="ct-mark-done" />;
  if (entry.waits && entry.status !== 'due' && entry.status !== 'held') return <circle r={5} className="ct-mark-waits" />;
  if (entry.contingency) return <circle r={4} className="ct-mark-contingency" />;
  return <circle r={5} className={hand ? 'ct-mark-hand' : 'ct-mark-future'} />;
}

function Expected({ status }: { status: Entry['status'] }) {
  const diamond = 'M0-6.5 6.5 0 0 6.5-6.5 0Z';
  if (status === 'met' || status === 'late' || status === 'partly')
    return (
      <>
        <path d={diamond} className={status === 'met' ? 'ct-mark-met' : 'ct-mark-late'} />
        <path d={status === 'partly' ? 'M-2.5 0H2.5' : 'M-2.6 0-.6 2 2.8-1.8'} className="ct-mark-sign" />
      </>
    );
  if (status === 'missed' || status === 'not')
    return (
      <>
        <path d={diamond} className="ct-mark-missed" />
        <path d="M-2-2 2 2M2-2-2 2" className="ct-mark-sign" />
      </>
    );
  return <path d={diamond} className={status === 'open' ? 'ct-mark-open strong' : 'ct-mark-open'} />;
}

/** One mark in a line of text: legends, table rows, the detail's title. */
export function MarkIcon(props: {
  kind: Entry['kind'];
  status?: Entry['status'];
  contingency?: boolean;
  waits?: boolean;
  happened?: boolean;
  hand?: boolean;
}) {
  const entry = {
    kind: props.kind,
    status: props.status ?? 'planned',
    contingency: props.contingency ?? false,
    waits: props.waits ?? false,
    happened: props.happened ?? false,
  };
  return (
    <svg width={20} height={20} viewBox="-10 -10 20 20" aria-hidden="true" className="ct-markicon">
      <Mark entry={entry} x={0} y={0} hand={props.hand ?? false} />
    </svg>
  );
}
